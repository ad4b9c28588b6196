//! A date is a day of the calendar.

use crate::check::prelude::*;

rule! {
    /// A date that is none of the calendar, as 1990-02-30.
    NoSuchDay {
        /// The text as written.
        text: String,
    } = E0302 "没有这一天" Error;
    zh "没有“{text}”这个日期" "核对月和日";
    en "there is no day “{text}”" "check month and day";
}
