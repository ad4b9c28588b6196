//! Dates are written 1965-03-12, 1965-03 or 1965.

use crate::check::prelude::*;

rule! {
    /// Not a date in one of the accepted spellings.
    NotDate {
        /// The text as written.
        text: String,
    } = E0301 "日期写法不对" Error;
    zh "“{text}”不是认得的日期写法" "可写 1965-03-12、1965-03、1965、1965.3.12、1965年3月12日";
    en "“{text}” is no date" "accepted: 1965-03-12, 1965-03, 1965, 1965.3.12, 1965年3月12日";
}
