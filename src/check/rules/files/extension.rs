//! File names end in `.yaml`, and no two differ in their ends only.

use crate::check::prelude::*;

rule! {
    /// A name by which it is unclear what is read.
    enum Extension = E0008 "文件扩展名不对" Error;

    /// Ends in `.yaml.txt` or the like: it would not be read.
    NotRead
        zh "文件名要以 .yaml 结尾，否则读不到"
           "把扩展名改为小写的 .yaml，或用 paicha check --fix 改";
        en "the name must end in .yaml, or it is not read"
           "change the extension to .yaml, or run paicha check --fix";
    /// Another file is the same but for its extension.
    Twin(other: String)
        zh "同一文件夹里还有 {other}，只有扩展名不同，不知以哪一份为准"
           "核对两份内容，留下对的一份，扩展名用 .yaml；另一份删去或移到别处";
        en "{other} beside it differs in its extension only: which of them counts?"
           "compare them, keep the one that is right as .yaml, and remove the other";
}
