//! The folder `党员` holds `.yaml` files only.

use crate::check::prelude::*;

rule! {
    /// A file in `党员/` that is not read.
    NotRead = W0010 "未读取的文件" Warning;
    zh "党员文件夹里的这个文件不会被读取" "党员的文件要以 .yaml 结尾；别的文件移到别处";
    en "this file among the members is not read";
}
