//! A text stays on its page (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A text runs off the page.
    OutsidePage {
        /// Where.
        place: PagePlace,
        /// The text.
        text: String,
    } = E1104 "文字超出纸面" Error;
    zh "{place}的文字印到纸外：“{text}”" "改版面文件，使格子都在纸内";
    en "{place:#}: “{text}” runs off the page" "mend the layout: all cells stand on the page";
}
