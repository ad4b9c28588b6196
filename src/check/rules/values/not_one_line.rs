//! What stands in one line of a form is written on one line.

use crate::check::prelude::*;

rule! {
    /// A break of lines, or a tab, within a value that has one line.
    NotOneLine {
        /// The text.
        text: String,
    } = E0410 "应写在一行里" Error;
    zh { match text.contains('\n') {
        true => format!("“{}”中间换了行（↵）", text.replace('\n', "↵").replace('\t', "→")),
        false => format!("“{}”中间有制表符（→）", text.replace('\t', "→")),
    } } "写在一行里，中间不换行，也不用 Tab 键";
    en { match text.contains('\n') {
        true => format!("“{}” goes on in a new line (↵)", text.replace('\n', "↵").replace('\t', "→")),
        false => format!("“{}” has a tab in it (→)", text.replace('\t', "→")),
    } } "write it on one line, without tabs";
}
