//! What the values of a file mean, whatever their types: how expressions and
//! columns read any key by its route.

use super::date::PartialDate;
use super::decimal::Decimal;
use super::node::Span;

/// The meaning of a scalar.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// Text.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A date, as exact as it is known.
    Date(PartialDate),
    /// Yes or no.
    Flag(bool),
    /// A word of a list, with its place in it, from 0.
    Word(&'static str, usize),
}

/// The kinds of meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A date.
    Date,
    /// Yes or no.
    Flag,
    /// The name of a people, which may be written without 族.
    People,
    /// One of these words; with none, words that are not listed here.
    Word(&'static [&'static str]),
}

/// What can stand behind a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A scalar.
    Scalar(Kind),
    /// Several scalars.
    Scalars(Kind),
    /// Blocks, one or several.
    Blocks,
    /// What only the program itself reads.
    Other,
}

/// What stands behind a key.
pub enum Item<'a> {
    /// Nothing.
    Absent,
    /// A scalar.
    Scalar(Read<'a>),
    /// Several scalars.
    Scalars(Vec<Read<'a>>),
    /// So many blocks.
    Blocks(usize),
}

/// A scalar as it was read.
#[derive(Clone, Debug)]
pub struct Read<'a> {
    /// Its text.
    pub text: &'a str,
    /// Where it stands.
    pub span: Span,
    /// Its meaning; none where it could not be read.
    pub meaning: Option<Meaning>,
}
