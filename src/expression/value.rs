//! Values of expressions.

use chrono::NaiveDate;

use crate::derive::Certainty;
use crate::model::date::PartialDate;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number: lowest and highest, where a date leaves it open.
    Number(f64, f64),
    /// A date, as exact as it is known.
    Date(PartialDate),
    /// Yes or no.
    Flag(Certainty),
    /// A text; of a list of words, with its place in the list.
    Text(String, Option<usize>),
    /// Several texts, each surely or perhaps among them.
    Texts(Vec<(String, Certainty)>),
    /// A list of so many records, or a block that is there.
    Count(usize),
    /// Not given: equal to nothing.
    Absent,
    /// What the file does not say and must, or what cannot be read.
    Open,
}

impl Value {
    /// The days a date can be: earliest and latest.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Date(date) => Some((date.earliest(), date.latest())),
            _ => None,
        }
    }
}
