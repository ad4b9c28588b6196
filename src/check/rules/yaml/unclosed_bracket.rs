//! Brackets come in pairs.

use crate::check::prelude::*;

rule! {
    /// A bracket has no end.
    UnclosedBracket = E0033 "括号没有闭合" Error;
    zh "这个括号没有配对的另一半" "补上“]”或“}}”";
    en "this bracket is never closed" "add the missing ] or }}";
}
