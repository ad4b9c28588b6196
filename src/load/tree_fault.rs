//! Why a YAML text is not read.

use super::draft::Draft;
use super::replacement::{Replacement, applied};
use crate::model::node::Span;

/// Why a text is no tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeFault {
    /// Where.
    pub span: Span,
    /// What.
    pub cause: YamlCause,
    /// How it is to be written, where that can be shown.
    pub mend: Option<Mend>,
}

impl TreeFault {
    /// A fault of which no way out can be shown.
    pub fn new(span: Span, cause: YamlCause) -> Self {
        let mend = None;
        Self { span, cause, mend }
    }
}

impl TreeFault {
    /// The same in the file that a draft was made from.
    pub fn moved(mut self, draft: &Draft, file: &str) -> Self {
        self.span = draft.span(self.span.range());
        if let Some(mend) = &mut self.mend {
            for edit in &mut mend.edits {
                edit.place = draft.span(edit.place.range());
            }
            let stands = |edit: &Replacement| file.get(edit.place.range()) == Some(&*edit.written);
            mend.edits.retain(stands);
        }
        self
    }
}

/// How a slip is to be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The line as it should read; empty until [`show_lines`].
    pub line: String,
    /// What makes it so.
    pub edits: Vec<Replacement>,
    /// Whether it can be meant in no other way: then it may be written.
    pub is_sure: bool,
}

impl Mend {
    /// One edit.
    pub fn of(edit: Replacement, is_sure: bool) -> Self {
        Self {
            line: String::new(),
            edits: vec![edit],
            is_sure,
        }
    }
}

/// A line that is shown has so many characters at most.
const LONGEST: usize = 60;

/// Shows in each line how it should read with all that is to be changed in it.
pub fn show_lines(text: &str, faults: &mut [TreeFault]) {
    let edits = faults.iter().filter_map(|fault| fault.mend.as_ref());
    let mut edits: Vec<Replacement> = edits.flat_map(|mend| mend.edits.clone()).collect();
    edits.sort_by_key(|edit| edit.place);
    let mends = faults.iter_mut().filter_map(|fault| fault.mend.as_mut());
    for mend in mends {
        let Some(place) = mend.edits.first().map(|edit| edit.place.range()) else {
            continue;
        };
        let from = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
        let to = text[place.end..]
            .find('\n')
            .map_or(text.len(), |at| place.end + at);
        let within =
            |edit: &&Replacement| from <= edit.place.range().start && edit.place.range().end <= to;
        let moved = |edit: &Replacement| Replacement {
            place: Span::new(
                edit.place.range().start - from,
                edit.place.range().end - from,
            ),
            ..edit.clone()
        };
        let line: Vec<Replacement> = edits.iter().filter(within).map(moved).collect();
        let line = applied(&text[from..to], &line).unwrap_or_default();
        let at = text[from..place.start].chars().count();
        mend.line = around(line.lines().next().unwrap_or_default(), at);
    }
}

/// A line, or what of a long one stands around a character of it.
fn around(line: &str, at: usize) -> String {
    let line = line.trim_end();
    let count = line.chars().count();
    if count <= LONGEST {
        return line.to_owned();
    }
    let from = at.saturating_sub(LONGEST / 2).min(count - LONGEST);
    let part: String = line.chars().skip(from).take(LONGEST).collect();
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    format!("{}{part}{}", cut(from > 0), cut(from + LONGEST < count))
}

impl YamlCause {
    /// Whether there is more of something than a person writes.
    pub fn is_excess(&self) -> bool {
        matches!(self, Self::TooDeep | Self::TooManyAliases)
    }
}

/// What is wrong with a YAML text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YamlCause {
    /// A character that stands in no text.
    Odd(char),
    /// A tab, or a space that is none to YAML, indents a line.
    Indent(char),
    /// Indentation does not fit.
    Indentation,
    /// A key stands further in than the one above it.
    TooFarIn,
    /// The colon behind a key is a full-width one, or looks like one.
    WideColon(char),
    /// No space follows the colon behind a key.
    NoSpace,
    /// No colon follows a key.
    NoColon,
    /// No space follows the mark of an item.
    NoSpaceAfterDash,
    /// Another character stands where YAML's own has to, which is the second one.
    WrongMark(char, char),
    /// Nothing stands between two entries within brackets.
    NoComma,
    /// A text begins with a character that means something to YAML.
    SpecialStart(char),
    /// A quoted text has no end.
    UnclosedQuote,
    /// Quotes that YAML does not know stand around a value.
    WideQuotes,
    /// Quotes stand within a quoted text.
    InnerQuotes,
    /// A text within brackets holds a character that needs quotes there.
    NeedsQuotes(char),
    /// Something follows a quoted text, or one in brackets, that ends with this.
    TextAfter(char),
    /// A backslash in double quotes, before this character.
    Escape(char),
    /// A bracket has no end.
    UnclosedBracket,
    /// A bracket closes nothing.
    SurplusBracket,
    /// A colon stands where no key is, often inside a text without quotes.
    StrayColon,
    /// Two versions that git could not merge.
    Conflict {
        /// Further marks: of the common version before, between the two, at the end.
        marks: [Option<Span>; 3],
        /// What git calls the two sides; empty where that does not stand there.
        sides: Box<[String; 2]>,
    },
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
