//! Why a YAML text is not read.

use crate::model::node::Span;

/// Why a text is no tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeFault {
    /// Where.
    pub span: Span,
    /// What.
    pub cause: YamlCause,
}

/// What is wrong with a YAML text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YamlCause {
    /// A tab indents a line.
    Tab,
    /// Indentation does not fit.
    Indentation,
    /// A key stands further in than the one above it.
    TooFarIn,
    /// The colon behind a key is a full-width one.
    WideColon,
    /// No space follows the colon behind a key.
    NoSpace,
    /// A text begins with a character that means something to YAML.
    SpecialStart(char),
    /// A quoted text has no end.
    UnclosedQuote,
    /// A bracket has no end.
    UnclosedBracket,
    /// A colon stands where no key is, often inside a text without quotes.
    StrayColon,
    /// Anchors multiply the text without bound.
    TooManyAliases,
    /// A text with more characters than this.
    LongText(usize),
    /// A list with so many items, more than may be.
    LongList(usize, usize),
    /// More keys than this.
    ManyKeys(usize),
    /// Nested too deeply.
    TooDeep,
    /// A key that is a list or a map.
    KeyNotText,
    /// A tag (`!name`).
    Tag,
    /// More than one document (`---`).
    ManyDocuments,
    /// Anything else, in the words of the YAML library.
    Other(String),
}
