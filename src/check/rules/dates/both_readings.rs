//! Of a date known to the month or year both readings are printed (data format).

use crate::check::prelude::*;

rule! {
    /// A printed value shows both its readings.
    BothReadings {
        /// What is printed.
        fact: String,
        /// Both readings, as printed.
        shown: String,
    } = W0305 "日期太粗打印两种读数" Warning, waivable;
    zh "日期不够细，{fact}有两种读数，打印为“{shown}”" "查到确切日期后写到日";
    en "a date is too coarse: {fact} is printed with both readings, {shown}"
       "give the date to the day once it is known";
}
