//! Every text is printed whole (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A part of a text is cut off.
    Cut {
        /// Where.
        place: PagePlace,
        /// The text.
        text: String,
    } = E1107 "文字被裁掉" Error;
    zh "{place}的文字被裁掉一部分：“{text}”" "改版面文件，去掉 clip，或给文字留够地方";
    en "{place:#}: a part of “{text}” is cut off"
       "mend the layout: take out clip, or give the text the room it needs";
}
