//! Faults in the shape of a file, found while it is read.

use std::borrow::Cow;

use super::node::Span;
use super::provenance::Keys;
use super::unknown::{Block, Unknown};
use super::value::Reason;

/// A fault with its place in the file.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What.
    pub fault: Fault,
    /// The keys that it makes wrong.
    pub keys: Keys,
}

impl Problem {
    /// A problem that makes keys wrong.
    pub fn new(span: Span, fault: Fault, keys: Keys) -> Self {
        Self { span, fault, keys }
    }
}

/// What can be wrong with a file's keys and values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A key that its block does not have.
    UnknownKey(Unknown),
    /// A key that stands twice in a block; the place of the first.
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it stands first.
        first: Span,
    },
    /// A key that must be given.
    MissingKey {
        /// The key.
        key: Cow<'static, str>,
    },
    /// The figures of several units where those of one belong.
    SeveralUnits,
    /// Nothing stands behind a key that is not one of a list of keys.
    NoValue {
        /// The key.
        key: String,
    },
    /// One value or a list stands where a block of keys belongs; the keys, if it is one of
    /// fixed keys.
    NotMap(Block),
    /// One value or a block stands where a list belongs.
    NotList,
    /// A text that a `#` after a space cuts short: what follows is a comment.
    CutByComment {
        /// What is left of the text.
        text: String,
    },
    /// A private-use character, or U+FFFD, which stands for a lost one.
    PrivateUse(char),
    /// A character that takes no room.
    Invisible(char),
    /// A character that only looks like the usual one, which follows.
    LookAlike(char, char),
    /// A value that means nothing here.
    BadValue {
        /// The text as written.
        text: String,
        /// Why.
        reason: Reason,
    },
}
