//! Files are UTF-8 without a byte order mark.

use crate::check::prelude::*;

rule! {
    /// Starts with a byte order mark.
    ByteOrderMark = E0022 "带有BOM" Error;
    zh "文件开头有 BOM 标记" "在编辑器里另存为，编码选“UTF-8”（不带 BOM）";
    en "the file begins with a byte order mark" "save it as UTF-8 without BOM";
}
