//! File names are UTF-8.

use crate::check::prelude::*;

rule! {
    /// The name is not UTF-8.
    NameNotUtf8 = E0012 "文件名不是UTF-8" Error;
    zh "文件名不是 UTF-8 编码" "给文件改名";
    en "the name is not UTF-8" "rename the file";
}
