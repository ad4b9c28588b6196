//! File names usually end in `.yaml` in small letters.

use crate::check::prelude::*;

rule! {
    /// Ends in `.yml` or the like, and is read.
    OtherExtension = N0016 "扩展名不是.yaml" Notice;
    zh "文件名不是以小写的 .yaml 结尾，已照样读取" "用 paicha check --fix 改名为 .yaml";
    en "the name does not end in .yaml; the file is read all the same"
       "paicha check --fix renames it to .yaml";
}
