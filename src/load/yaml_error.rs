//! The words of the YAML library, sorted into the faults that clerks make.
//!
//! The library stops where it can no longer go on, often lines below the fault.
//! So the lines up to there are first looked through for the usual slips.

use super::shape::TOO_MANY_NODES;
use super::tree_fault::{TreeFault, YamlCause};
use crate::model::node::Span;

/// More brackets than this within one another are no data of ours.
const DEEPEST: usize = 100;
/// More of them are not even looked at: the library's time grows with their square.
/// Fewer may stand in a text that is none.
const DEEPEST_OF_ALL: usize = 1000;

/// The cause and the place of an error of the YAML library.
pub fn explain(error: &serde_yaml::Error, text: &str) -> TreeFault {
    let words = error.to_string();
    let place = error.location();
    let index = place.map_or(0, |at| byte_at(text, at.line(), at.column()));
    let known = by_words(&words, text).or_else(|| slip(text, index));
    let (cause, at) = known.unwrap_or_else(|| match by_library(&words) {
        cause @ (YamlCause::UnclosedBracket | YamlCause::UnclosedQuote) => {
            (cause, opening(&words, text).unwrap_or(index))
        }
        cause => (cause, index),
    });
    let span = character_at(text, at);
    TreeFault::new(span, cause)
}

/// Where a text shows a fault that only its shape tells.
pub fn find(text: &str, cause: &YamlCause) -> Span {
    let at = match cause {
        YamlCause::KeyNotText => text.find('?').or_else(|| text.find('[')),
        YamlCause::Tag => text.find('!'),
        _ => None,
    };
    character_at(text, at.unwrap_or(0))
}

/// Faults that the library names plainly, but without a useful place.
fn by_words(words: &str, text: &str) -> Option<(YamlCause, usize)> {
    let alias = alias(text);
    let known = [
        ("repetition limit", YamlCause::TooManyAliases, alias),
        (TOO_MANY_NODES, YamlCause::TooManyAliases, alias),
        ("recursion limit", YamlCause::TooDeep, deep(text, DEEPEST)),
        (
            "more than one document",
            YamlCause::ManyDocuments,
            second_document(text),
        ),
        ("unknown anchor", YamlCause::SpecialStart('*'), alias),
    ];
    let mut known = known.into_iter();
    let (_, cause, at) = known.find(|(part, ..)| words.contains(part))?;
    Some((cause, at.unwrap_or(0)))
}

/// The first of the usual slips in the lines down to the library's place.
fn slip(text: &str, index: usize) -> Option<(YamlCause, usize)> {
    let last = text[..index].matches('\n').count();
    let lines: Vec<Line<'_>> = lines(text).take(last + 1).collect();
    let tab = lines.iter().find_map(Line::tab);
    let of_values = || lines.iter().find_map(Line::value_slip);
    let near = || lines.iter().rev().take(2).find_map(Line::colon_slip);
    let further_in = || {
        let [.., above, line] = lines.as_slice() else {
            return None;
        };
        let is_deeper = line.indent() > above.indent() && above.has_value() && line.is_entry();
        is_deeper.then(|| (YamlCause::TooFarIn, line.start + line.indent()))
    };
    tab.or_else(of_values).or_else(near).or_else(further_in)
}

/// What the library's words mean otherwise.
fn by_library(words: &str) -> YamlCause {
    let known = [
        ("quoted scalar", YamlCause::UnclosedQuote),
        ("flow sequence", YamlCause::UnclosedBracket),
        ("flow mapping", YamlCause::UnclosedBracket),
        ("mapping values are not allowed", YamlCause::StrayColon),
        ("block mapping", YamlCause::Indentation),
        ("block collection", YamlCause::Indentation),
        ("block sequence", YamlCause::Indentation),
        ("block entry", YamlCause::Indentation),
        ("expected ':'", YamlCause::Indentation),
    ];
    let mut known = known.into_iter();
    let meant = known.find(|(part, _)| words.contains(part));
    meant.map_or_else(|| YamlCause::Other(words.to_owned()), |(_, cause)| cause)
}

/// A line with the byte index at which it begins.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
}

impl Line<'_> {
    fn indent(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    fn is_comment(self) -> bool {
        self.text.trim_start().starts_with('#')
    }

    /// Whether the line is `key: value` or `key:`.
    fn is_entry(self) -> bool {
        !self.is_comment() && (self.text.contains(": ") || self.text.trim_end().ends_with(':'))
    }

    fn has_value(self) -> bool {
        let value = self.split();
        value.is_some_and(|(_, value)| !value.trim().is_empty())
    }

    /// Where the value of `key: value` begins in the line, and the value.
    fn split(&self) -> Option<(usize, &str)> {
        let at = self.text.find(": ").filter(|_| !self.is_comment())? + 2;
        let value = self.text[at..].trim_start();
        Some((self.text.len() - value.len(), value))
    }

    /// A tab that indents the line.
    fn tab(&self) -> Option<(YamlCause, usize)> {
        let at = self.indent();
        let is_tab = self.text[at..].starts_with('\t');
        is_tab.then_some((YamlCause::Indent('\t'), self.start + at))
    }

    /// A quote that is not closed on its line, or a text that begins with a
    /// character that YAML reads as its own.
    fn value_slip(&self) -> Option<(YamlCause, usize)> {
        let (at, value) = self.split()?;
        let first = value.chars().next()?;
        let cause = match first {
            '"' | '\'' if !is_closed(value, first) => YamlCause::UnclosedQuote,
            '*' | '@' | '`' | '%' | '!' | '&' => YamlCause::SpecialStart(first),
            _ => return None,
        };
        Some((cause, self.start + at))
    }

    /// `键：值` or `键:值`, which are no entries to YAML.
    fn colon_slip(&self) -> Option<(YamlCause, usize)> {
        if self.is_entry() || self.is_comment() || self.text.trim_start().starts_with("- ") {
            return None;
        }
        let colons = [
            ('：', YamlCause::WideColon('：')),
            (':', YamlCause::NoSpace),
        ];
        let mut colons = colons.into_iter();
        colons.find_map(|(colon, cause)| Some((cause, self.start + self.text.find(colon)?)))
    }
}

/// Whether a quoted text ends on its line.
fn is_closed(value: &str, quote: char) -> bool {
    let mut escaped = false;
    for character in value.chars().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            character if character == quote => return true,
            _ => {}
        }
    }
    false
}

fn second_document(text: &str) -> Option<usize> {
    let marks = lines(text).filter(|line| line.text.trim_end() == "---");
    let mut starts = marks.map(|line| line.start);
    starts.find(|start| !text[..*start].trim().is_empty())
}

/// Brackets within one another without end, which no library should see.
pub fn too_deep(text: &str) -> Option<TreeFault> {
    let brackets = || deep(text, DEEPEST_OF_ALL).and_then(|_| deep(text, DEEPEST));
    let at = marks(text).or_else(brackets)?;
    let (span, cause) = (character_at(text, at), YamlCause::TooDeep);
    Some(TreeFault::new(span, cause))
}

/// A line that begins with more marks of lists than can stand within one another.
fn marks(text: &str) -> Option<usize> {
    let is_mark = |pair: &&[u8]| matches!(pair, [b'-' | b'?', b' ']);
    let marks = |line: Line<'_>| {
        let line = line.text.trim_start().as_bytes();
        line.chunks(2).take_while(is_mark).count()
    };
    let line = lines(text).find(|line| marks(*line) > DEEPEST)?;
    Some(line.start + line.indent())
}

/// The first alias: a star that begins a value.
fn alias(text: &str) -> Option<usize> {
    let begins = |at: &usize| text[..*at].ends_with([' ', '\n', '[', '{', ',']);
    let stars = text.match_indices('*').map(|(at, _)| at);
    stars.clone().find(begins).or(stars.clone().next())
}

fn deep(text: &str, most: usize) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, character)| {
        match character {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth > most).then_some(at)
    })
}

/// The quote or bracket that has no end: the library names its line last.
fn opening(words: &str, text: &str) -> Option<usize> {
    let (_, place) = words.rsplit_once("at line ").unwrap_or(("", words));
    let parts = place.split(|c: char| !c.is_ascii_digit());
    let mut numbers = parts.filter(|part| !part.is_empty()).map(str::parse);
    let (line, column) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    Some(byte_at(text, line, column))
}

/// The byte index of a line and a column that count characters from 1.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let Some(line) = lines(text).nth(line.saturating_sub(1)) else {
        return text.len();
    };
    let offset = line.text.char_indices().nth(column.saturating_sub(1));
    line.start + offset.map_or(line.text.len(), |(at, _)| at)
}

/// The character at a byte index.
fn character_at(text: &str, at: usize) -> Span {
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    Span::new(at, at + length)
}

/// The lines of a text with their byte indices.
fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    text.split_inclusive('\n').scan(0, |start, line| {
        let at = *start;
        *start += line.len();
        Some(Line {
            start: at,
            text: line.trim_end_matches('\n'),
        })
    })
}
