//! A cell that is set letter by letter is (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A cell with 格式: 逐字 does not print each character by itself.
    NotApart {
        /// Where.
        place: PagePlace,
        /// What is printed in one piece.
        text: String,
    } = E1128 "没有逐字印" Error;
    zh "{place}要逐字印，“{text}”却印在一起" "版面里用 layouts/lib/shown.typ 的 boxes 印这一格";
    en "{place:#} is to be set letter by letter, “{text}” stands together"
       "print the cell with boxes of layouts/lib/shown.typ";
}
