//! The tree of folders is the tree of organisations: no link turns it into a circle.

use crate::check::prelude::*;

rule! {
    /// A link that leads back to a folder above it.
    LinkLoop = E0011 "链接成环" Error;
    zh "链接绕回了上级文件夹" "删去这个链接";
    en "a link leads back to a folder above it" "remove the link";
}
