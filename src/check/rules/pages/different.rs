//! A cell prints the value of its key (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A cell prints something else than the value of its key.
    Different {
        /// Where.
        place: PagePlace,
        /// What is printed.
        printed: String,
        /// The value.
        value: String,
    } = E1106 "格内文字与数据不符" Error;
    zh "{place}印的是“{printed}”，数据是“{value}”" "改版面文件，格子里只印它的键的值";
    en "{place:#}: “{printed}” is printed, the value is “{value}”"
       "mend the layout: a cell prints the value of its key and nothing else";
}
