//! Only plain files are opened.

use crate::check::prelude::*;

rule! {
    /// A pipe, a device, a folder where a file belongs.
    NotPlain = E0015 "不是普通文件" Error;
    zh "这不是普通文件（是管道、设备或文件夹），不会打开" "换上普通文件，或者删去";
    en "this is no plain file (a pipe, a device or a folder) and is not opened"
       "put a plain file there, or remove it";
}
