//! Every file in `data` can be read.

use crate::check::prelude::*;

rule! {
    /// A file or folder that could not be read.
    Unreadable {
        /// The system's words.
        words: String,
    } = E0013 "读不了" Error;
    zh { format!("读不了：{}", usual(words)) } "删去失效的链接，或请管理员给读取的权限";
    en "cannot be read: {words}";
}

/// The system's words for what is usual, in Chinese.
fn usual(words: &str) -> &str {
    match words {
        missing if missing.contains("os error 2)") => "文件不存在，可能是失效的链接",
        denied if denied.contains("os error 13)") => "没有读取的权限",
        other => other,
    }
}
