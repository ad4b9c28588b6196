//! What the words of several rules share.

use chrono::{Datelike as _, NaiveDate};

/// A day in Chinese.
pub fn day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}
