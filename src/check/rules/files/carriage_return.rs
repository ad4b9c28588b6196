//! Lines end with LF.

use crate::check::prelude::*;

rule! {
    /// Lines end with CR LF.
    CarriageReturn = E0023 "换行不是LF" Error;
    zh "换行是 CRLF（Windows 格式），应为 LF" "在编辑器右下角把“CRLF”改为“LF”后保存";
    en "lines end with CRLF instead of LF" "save it with LF line ends";
}
