//! The folder `党员` holds `.yaml` files only.

use crate::check::prelude::*;

rule! {
    /// A file that is not read.
    enum NotRead = W0010 "未读取的文件" Warning;

    /// One in `党员/`.
    Other
        zh "党员文件夹里的这个文件不会被读取" "党员的文件要以 .yaml 结尾；别的文件移到别处";
        en "this file among the members is not read";
    /// A YAML file whose name makes it a hidden one.
    Hidden
        zh "名字以“.”开头的文件是隐藏文件，不会被读取" "要用它，就删去名字开头的“.”；不用就删去";
        en "a file whose name begins with a dot is hidden, and is not read"
           "drop the dot to use it, or remove it";
}
