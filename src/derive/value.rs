//! Values of facts and of expressions, and their types.

use std::fmt;

use super::reading::Certainty;
use crate::model::date::PartialDate;
use crate::model::decimal::Decimal;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number: lowest and highest, where a date leaves it open.
    Number(Decimal, Decimal),
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
    /// A number that nothing leaves open.
    pub fn number(number: impl Into<Decimal>) -> Self {
        let number = number.into();
        Self::Number(number, number)
    }
}

/// The type of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// A number.
    Number,
    /// A date.
    Date,
    /// Yes or no.
    Flag,
    /// A text; of a list of words, if there are any.
    Text(&'static [&'static str]),
    /// Several texts; of a list of words, if there are any.
    Texts(&'static [&'static str]),
    /// A list of blocks.
    Blocks,
}

/// Its name in Chinese; in English with `{:#}`.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [zh, en] = match self {
            Self::Number => ["数", "a number"],
            Self::Date => ["日期", "a date"],
            Self::Flag => ["是否", "a yes or no"],
            Self::Text(_) => ["文字", "a text"],
            Self::Texts(_) => ["几项文字", "several texts"],
            Self::Blocks => ["一组记录", "a list of records"],
        };
        f.write_str(if f.alternate() { en } else { zh })
    }
}
