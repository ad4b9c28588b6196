//! What is read stands in the workspace: what a link brings in from elsewhere is in no
//! version of the data, and may be anything.

use crate::check::prelude::*;

rule! {
    /// A link that leads out of the workspace.
    OutwardLink = E0014 "链接指向工作区之外" Error;
    zh "链接指向工作区之外，不会读取" "把文件本身放进来，删去链接";
    en "a link leads out of the workspace and is not followed" "copy the file itself, remove the link";
}
