//! The words of the YAML library, sorted into the faults that clerks make.

use super::tree::{TreeFault, YamlCause};
use crate::model::node::Span;

/// The cause and the place of an error of the YAML library.
pub fn explain(error: &serde_yaml::Error, text: &str) -> TreeFault {
    let words = error.to_string();
    let index = error
        .location()
        .map(|location| byte_at(text, location.line(), location.column()));
    let index = index.unwrap_or(0).min(text.len());
    let cause = cause(&words, text, index);
    let span = match &cause {
        YamlCause::UnclosedQuote | YamlCause::UnclosedBracket => opening(&words, text, index),
        YamlCause::Other(_) | YamlCause::Indentation | YamlCause::StrayColon => {
            Span::new(index, next_character(text, index))
        }
        other => find(text, other),
    };
    TreeFault { span, cause }
}

/// Where a text shows a fault that the library gives no place for.
pub fn find(text: &str, cause: &YamlCause) -> Span {
    let at = match cause {
        YamlCause::Tab => lines(text)
            .find(|(_, line)| line.trim_start_matches(' ').starts_with('\t'))
            .map(|(start, line)| start + line.find('\t').unwrap_or(0)),
        YamlCause::ManyDocuments => lines(text)
            .filter(|(_, line)| line.trim_end() == "---")
            .map(|(start, _)| start)
            .find(|start| !text[..*start].trim().is_empty()),
        YamlCause::TooManyAliases | YamlCause::UnknownAnchor => text.find('*'),
        YamlCause::Tag => text.find('!'),
        YamlCause::KeyNotText => text.find('?').or_else(|| text.find('[')),
        _ => None,
    };
    let at = at.unwrap_or(0);
    Span::new(at, next_character(text, at))
}

fn cause(words: &str, text: &str, index: usize) -> YamlCause {
    let says = |part: &str| words.contains(part);
    let tab = find(text, &YamlCause::Tab);
    let tab_before = tab.end > tab.start
        && text[tab.range()].starts_with('\t')
        && line_of(text, tab.start as usize) <= line_of(text, index);
    if tab_before || says("cannot start any token") && text[index..].starts_with('\t') {
        YamlCause::Tab
    } else if says("repetition limit") {
        YamlCause::TooManyAliases
    } else if says("recursion limit") {
        YamlCause::TooDeep
    } else if says("more than one document") {
        YamlCause::ManyDocuments
    } else if says("unknown anchor") {
        YamlCause::UnknownAnchor
    } else if says("quoted scalar") {
        YamlCause::UnclosedQuote
    } else if says("flow sequence") || says("flow mapping") {
        YamlCause::UnclosedBracket
    } else if says("mapping values are not allowed") {
        YamlCause::StrayColon
    } else if says("block mapping")
        || says("block collection")
        || says("block sequence")
        || says("could not find expected ':'")
        || says("block entry")
    {
        YamlCause::Indentation
    } else {
        YamlCause::Other(words.to_owned())
    }
}

/// The quote or bracket that has no end: the library names its line last.
fn opening(words: &str, text: &str, index: usize) -> Span {
    let context = words.rsplit("at line ").next().unwrap_or_default();
    let mut numbers = context
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let mut number = || numbers.next().and_then(|part| part.parse::<usize>().ok());
    let at = match (number(), number()) {
        (Some(line), Some(column)) => byte_at(text, line, column),
        _ => index,
    };
    Span::new(at, next_character(text, at))
}

/// The byte index of a line and a column that count characters from 1.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let Some((start, line)) = lines(text).nth(line.saturating_sub(1)) else {
        return text.len();
    };
    let offset = line
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(line.len(), |(at, _)| at);
    start + offset
}

fn line_of(text: &str, index: usize) -> usize {
    text[..index].matches('\n').count()
}

fn next_character(text: &str, at: usize) -> usize {
    text[at..]
        .chars()
        .next()
        .map_or(at, |character| at + character.len_utf8())
}

/// The lines of a text with their byte indices.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |start, line| {
        let at = *start;
        *start += line.len();
        Some((at, line.trim_end_matches('\n')))
    })
}
