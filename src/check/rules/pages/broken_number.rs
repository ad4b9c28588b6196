//! A number stands on one line (contract of a page).

use super::PagePlace;
use crate::check::prelude::*;

rule! {
    /// A number is broken over lines.
    BrokenNumber {
        /// Where.
        place: PagePlace,
        /// The number.
        number: String,
        /// The width in mm that it needs in type of 9 pt.
        needed: f64,
    } = E1125 "数字断成两行" Error;
    zh "{place}的“{number}”断成两行" "这一格要宽 {needed:.0} 毫米";
    en "{place:#}: “{number}” is broken over lines" "the cell has to be {needed:.0} mm wide";
}
