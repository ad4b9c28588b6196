//! The working of a fact: the days that it is computed of, and what comes of them. It is
//! made beside the fact, by the same functions.

use chrono::NaiveDate;

use super::reading::Reading;
use crate::model::codes::AgeMethod;
use crate::model::date::PartialDate;

/// The first and the last day that a date can be.
type Ends = (NaiveDate, NaiveDate);

/// How a fact comes about from days.
#[derive(Clone, Debug, PartialEq)]
pub enum Working {
    /// Completed years from a birth to a day, or the difference of the years.
    Years {
        /// The birth, as exact as it is known.
        from: PartialDate,
        /// The day.
        to: NaiveDate,
        /// How years are counted.
        method: AgeMethod,
        /// How many.
        years: Reading<i32>,
    },
    /// Completed months from one day to another.
    Months {
        /// From when on.
        from: Ends,
        /// To when.
        to: NaiveDate,
        /// Months that are added.
        correction: i32,
        /// How many there are, those added with them; at least 0.
        months: Reading<i32>,
    },
    /// A time, and the days in which it must lie with a day of its own.
    Period {
        /// From when on.
        from: Ends,
        /// When it ends; none where it goes on.
        until: Option<Ends>,
        /// Whether it holds the day on which it ends.
        is_closed: bool,
        /// The first and the last of the days.
        on: (NaiveDate, NaiveDate),
    },
    /// The time for which a letter of introduction is valid.
    Letter {
        /// When it was issued.
        issued: Ends,
        /// For at least and at most so many days.
        days: (i32, i32),
        /// The last day of its validity.
        until: Ends,
        /// The receipt.
        receipt: Option<Ends>,
        /// The day on which that is asked.
        on: NaiveDate,
    },
}
