//! What is wrong with an expression.

use std::ops::Range;

use crate::derive::value::Type;

/// A fault of an expression.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpressionFault {
    /// The bytes of the expression that are wrong.
    pub range: Range<usize>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// The faults of expressions.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// A character that means nothing here.
    Character(char),
    /// A text without its closing quotation mark.
    OpenText,
    /// The expression ends too early.
    End,
    /// Something else should stand here.
    Unexpected(String),
    /// No such key, fact or column; the one most like it.
    UnknownName(String, Option<String>),
    /// Members have no such list; the one most like it.
    NoList(String, Option<String>),
    /// No such function.
    UnknownFunction(String),
    /// A function that takes another number of values.
    Arguments {
        /// Its name.
        name: &'static str,
        /// How many it takes.
        count: usize,
    },
    /// Of another type than is needed.
    Type {
        /// What is needed.
        expected: Type,
        /// What stands there.
        found: Type,
    },
    /// Two values that cannot be compared.
    Unlike(Type, Type),
    /// A word that the key can never be; the one most like it.
    UnknownWord {
        /// The key.
        name: String,
        /// The word.
        word: String,
        /// The one most like it.
        near: Option<String>,
    },
    /// A date that no calendar has.
    NoDay(String),
    /// Longer, or deeper, than anybody needs.
    TooLong,
}

impl FaultKind {
    /// A fault of this kind at a place.
    pub(super) fn at(self, range: Range<usize>) -> ExpressionFault {
        ExpressionFault { range, kind: self }
    }
}
