//! The days of the round are known to the day.

use crate::check::prelude::*;

rule! {
    /// A date that must be known to the day.
    DayNeeded {
        /// The text as written.
        text: String,
    } = E0303 "日期要写到日" Error;
    zh "“{text}”要写到日" "例如 2016-04-20";
    en "“{text}” must be given to the day" "as 2016-04-20";
}
