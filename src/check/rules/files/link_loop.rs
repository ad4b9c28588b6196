//! The tree of folders is the tree of organisations: no link turns it into a circle, or
//! makes a part of it stand twice.

use crate::check::prelude::*;

rule! {
    /// A link to what is a part of the tree.
    enum LinkLoop = E0011 "链接成环" Error;

    /// To a folder above it.
    Circle
        zh "链接绕回了上级文件夹" "删去这个链接";
        en "a link leads back to a folder above it" "remove the link";
    /// To a folder that is read elsewhere.
    Twice
        zh "链接指向的文件夹在别处已经读取，里面的人会算两遍" "删去这个链接";
        en "a link leads to a folder that is read elsewhere, so its people would count twice"
           "remove the link";
}
