//! A column has room for the numbers in it (contract of a page).

use crate::check::prelude::*;

rule! {
    /// A column is narrower than a number in it.
    NarrowColumn {
        /// The form.
        form: String,
        /// The head of the column.
        head: String,
        /// Its width in mm.
        width: f64,
        /// The width in mm that it needs.
        needed: f64,
    } = E1127 "列太窄" Error;
    zh "{form}“{head}”一列宽 {width:.1} 毫米，印不下里面的数字"
       "把这一列的“宽”改成 {needed:.0}，别的列减一些";
    en "{form}: the column “{head}” is {width:.1} mm wide, too narrow for the numbers in it"
       "make 宽 of this column {needed:.0}, and others narrower";
}
