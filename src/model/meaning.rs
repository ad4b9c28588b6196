//! What the values of a file mean, whatever their types: how expressions and
//! columns read any key by its route.

use super::date::PartialDate;
use super::node::Span;
use super::provenance::KeyId;

/// The meaning of a scalar.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
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
    /// One of these words; with none, words that are not listed here.
    Word(&'static [&'static str]),
}

/// What can stand behind a key.
#[derive(Clone, Copy)]
pub enum Shape {
    /// A scalar.
    Scalar(Kind),
    /// Several scalars.
    Scalars(Kind),
    /// A block: what stands behind its keys.
    Block(fn(&str) -> Option<Shape>),
    /// A list of blocks.
    Blocks(fn(&str) -> Option<Shape>),
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
    /// A block.
    Block(&'a dyn Keyed),
    /// A list of blocks.
    Blocks(Vec<&'a dyn Keyed>),
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

/// A block whose keys can be asked for by name.
pub trait Keyed {
    /// What stands behind a key, and its place among the keys of the block and those
    /// below it; none where there is no such key.
    fn item(&self, key: &str) -> Option<(u16, Item<'_>)>;
}

/// The shape of what a route without numbers leads to: `流动.流出日期`. What stands
/// in a list of blocks is no single value.
pub fn shape_of(keys: fn(&str) -> Option<Shape>, route: &str) -> Option<Shape> {
    match route.split_once('.') {
        None => keys(route),
        Some((key, rest)) => match keys(key)? {
            Shape::Block(keys) => shape_of(keys, rest),
            _ => None,
        },
    }
}

/// What a route leads to, and the key that says so: of a block that is not there, the
/// block's own, as it has nothing behind its keys. `first` is the record's first key.
pub fn item_of<'a>(record: &'a dyn Keyed, first: KeyId, route: &str) -> Option<(KeyId, Item<'a>)> {
    let (key, rest) = match route.split_once('.') {
        None => (route, None),
        Some((key, rest)) => (key, Some(rest)),
    };
    let (offset, item) = record.item(key)?;
    let id = first.plus(offset);
    match (rest, item) {
        (None, item) => Some((id, item)),
        (Some(rest), Item::Block(block)) => item_of(block, id.plus(1), rest),
        (Some(_), Item::Absent) => Some((id, Item::Absent)),
        (Some(_), _) => None,
    }
}
