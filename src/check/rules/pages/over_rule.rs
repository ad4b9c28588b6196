//! No text stands over a line (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A text stands over a line.
    OverRule {
        /// Where.
        place: PagePlace,
        /// The text.
        text: String,
    } = E1123 "文字压线" Error;
    zh "{place}的“{text}”压在线上" "把这一列的“宽”加大，或者把字写短；有 layout.typ 的改版面";
    en "{place:#}: “{text}” stands over a line"
       "make the column wider (宽) or the text shorter; mend layout.typ where there is one";
}
