//! No text stands over another (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// Two texts stand on the same place.
    Overlap {
        /// Where.
        place: PagePlace,
        /// One of them.
        text: String,
        /// The other.
        other: String,
    } = E1105 "文字重叠" Error;
    zh "{place}的“{text}”与“{other}”印在一处" "改版面文件，使两处错开";
    en "{place:#}: “{text}” and “{other}” stand on one place" "mend the layout: set both apart";
}
