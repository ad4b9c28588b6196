//! File names end in `.yaml` in small letters.

use crate::check::prelude::*;

rule! {
    /// Ends in `.yml`, `.yaml.txt` or the like: it would not be read.
    Extension = E0008 "文件扩展名不对" Error;
    zh "文件名要以 .yaml 结尾，否则读不到" "把扩展名改为小写的 .yaml，或用 paicha check --fix 改";
    en "the name must end in .yaml, or it is not read" "change the extension to .yaml, or run paicha check --fix";
}
