//! A text stays in its cell (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A text runs out of its cell.
    OutsideCell {
        /// Where.
        place: PagePlace,
        /// The text.
        text: String,
        /// Width of the cell in mm.
        width: f64,
        /// Width in mm that this line needs.
        needed: f64,
        /// Its height in mm.
        height: f64,
        /// Han characters that a line of it holds in this size.
        room: usize,
        /// Han characters for which this line takes room.
        count: usize,
    } = E1103 "文字超出格子" Error;
    zh "{place}的文字超出格子：“{text}”" {
        match count > room {
            true => format!(
                "格子宽 {width:.0} 毫米，一行可容 {room} 字，现 {count} 字，要 {needed:.0} 毫米；\
                 改宽格子、缩小字号，或把文字写短"
            ),
            false => format!(
                "格子高 {height:.0} 毫米，放不下这么多行；改高格子、缩小字号，或把文字写短"
            ),
        }
    };
    en "{place:#}: “{text}” runs out of its cell" {
        match count > room {
            true => format!(
                "the cell is {width:.0} mm wide and holds {room} characters a line, this one \
                 takes {count} and needs {needed:.0} mm; widen it, shrink the text, or write less"
            ),
            false => format!(
                "the cell is {height:.0} mm high and does not hold so many lines; give it more \
                 room, shrink the text, or write less"
            ),
        }
    };
}
