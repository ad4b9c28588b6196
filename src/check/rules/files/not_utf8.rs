//! Files are UTF-8.

use crate::check::prelude::*;

rule! {
    /// A file in another encoding.
    enum NotUtf8 = E0021 "不是UTF-8编码" Error;

    /// Its bytes are GBK or GB 18030.
    Gbk
        zh "文件是 GBK 编码，不是 UTF-8"
           "这里显示的文字读得对，就用 paicha check --fix 转成 UTF-8；或在编辑器里另存为，编码选“UTF-8”";
        en "the file is GBK, not UTF-8"
           "if what is shown here reads well, paicha check --fix makes it UTF-8; or save it as UTF-8 in an editor";
    /// UTF-16, which some editors call Unicode.
    Utf16
        zh "文件是 UTF-16 编码（记事本里叫“Unicode”）"
           "用 paicha check --fix 转成 UTF-8；或在编辑器里另存为，编码选“UTF-8”";
        en "the file is UTF-16"
           "paicha check --fix makes it UTF-8; or save it as UTF-8 in an editor";
    /// Its bytes are nothing known.
    Damaged
        zh "文件从这里起不是 UTF-8 文字" "改正这里损坏的文字，或用备份恢复；再另存为“UTF-8”编码";
        en "not UTF-8 from here on" "save it as UTF-8";
}
