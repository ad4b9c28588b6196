//! What follows a space and a number sign is a comment.

use crate::check::prelude::*;

rule! {
    /// A text that a `#` after a space cuts short.
    CutByComment {
        /// What is left of the text.
        text: String,
    } = W0056 "井号后面不打印" Warning, waivable;
    zh { match text.as_str() {
            "" => "这一项没有读到内容：“#”后面的文字算注释，不会打印".to_owned(),
            _ => format!("只读到“{text}”，空格加“#”后面的文字算注释，不会打印"),
       } }
       "要打印的，整段加上引号；确是注释的，在“#”后加一个空格";
    en { match text.as_str() {
            "" => "nothing is read here: what follows a # is a comment".to_owned(),
            _ => format!("only “{text}” is read: what follows a space and a # is a comment"),
       } }
       "quote the text, or put a space behind the #";
}
