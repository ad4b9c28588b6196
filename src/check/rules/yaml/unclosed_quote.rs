//! Quotes come in pairs.

use crate::check::prelude::*;

rule! {
    /// A quoted text has no end.
    UnclosedQuote = E0032 "引号没有闭合" Error;
    zh "这个引号没有配对的另一半" "在这段文字末尾补上引号";
    en "this quote is never closed" "close it at the end of the text";
}
