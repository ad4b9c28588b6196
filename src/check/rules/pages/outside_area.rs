//! All but the folio stands within the type area (contract of a page; GB/T 9704).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A text, a line or a picture reaches beyond the type area.
    OutsideArea {
        /// Where.
        place: PagePlace,
        /// The text; empty where it is a line or a picture.
        text: String,
        /// How far, in mm.
        over: f64,
    } = E1124 "超出版心" Error;
    zh {
        match text.as_str() {
            "" => format!("{place}的线或图画到版心外 {over:.1} 毫米"),
            text => format!("{place}的“{text}”印到版心外 {over:.1} 毫米"),
        }
    } "减小列宽，减少列，或者把字写短；有 layout.typ 的改版面";
    en {
        match text.as_str() {
            "" => format!("{place:#}: a line or a picture reaches {over:.1} mm beyond the type area"),
            text => format!("{place:#}: “{text}” reaches {over:.1} mm beyond the type area"),
        }
    } "make columns narrower or fewer, or the text shorter; mend layout.typ where there is one";
}
