//! Slips of texts in quotes.

use super::slip::{Slip, content, is_separator, quoted};
use crate::load::tree_fault::YamlCause;

/// A text in quotes as it stands in the file.
pub struct Quoted {
    /// One past its closing quote, where it has one.
    pub end: Option<usize>,
    /// The first backslash that YAML cannot read.
    pub escape: Option<(usize, char)>,
}

/// Reads the quoted text that begins at a place.
pub fn read(text: &str, start: usize) -> Quoted {
    let quote = text[start..].chars().next().unwrap_or('"');
    let mut escape = None;
    let mut at = start + 1;
    while let Some(character) = text[at..].chars().next() {
        let behind = at + character.len_utf8();
        let next = text[behind..].chars().next();
        match character {
            '\\' if quote == '"' => {
                let next = next.unwrap_or(' ');
                let is_known = "0abt\tnvfre \"/\\N_LPxuU\n".contains(next);
                if !is_known || !has_digits(&text[behind..], next) {
                    escape = escape.or(Some((at, next)));
                }
                at = behind + next.len_utf8();
            }
            '\'' if quote == '\'' && next == Some('\'') => at = behind + 1,
            same if same == quote => {
                let end = Some(behind);
                return Quoted { end, escape };
            }
            _ => at = behind,
        }
        if at > text.len() {
            break;
        }
    }
    Quoted { end: None, escape }
}

/// Whether the digits follow that such an escape has.
fn has_digits(rest: &str, kind: char) -> bool {
    let count = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return true,
    };
    let digits = rest[1..].bytes().take(count);
    digits.filter(u8::is_ascii_hexdigit).count() == count
}

/// The slip of a quoted text within itself.
pub fn inner(text: &str, start: usize) -> Option<Slip> {
    let read = read(text, start);
    let line = start + content(&text[start..]);
    // A backslash before the second quote hides it.
    let escaped = match read.end.filter(|end| *end <= line) {
        None => escaped_end(text, start, line),
        Some(_) => None,
    };
    let first = read.escape.or_else(|| escaped.map(|end| (end - 2, '"')));
    if let (Some((at, character)), Some(end)) = (first, escaped.or(read.end)) {
        let range = at..(at + 1 + character.len_utf8()).min(end);
        let new = literal(&text[start + 1..end - 1]);
        let cause = YamlCause::Escape(character);
        return Some(Slip {
            is_sure: true,
            ..Slip::at(range, cause, (start..end, new))
        });
    }
    let quote = text[start..].chars().next()?;
    // Where more lines follow, it may be meant to end in any of them.
    let is_last = text[line..]
        .split_once('\n')
        .is_none_or(|(_, more)| more.trim().is_empty());
    let unclosed = || Slip {
        range: start..start + 1,
        cause: YamlCause::UnclosedQuote,
        edit: is_last.then(|| (line..line, quote.to_string())),
        is_sure: false,
    };
    read.end.is_none().then(unclosed)
}

/// One past the quote behind a backslash that is meant to end a text: no more of it follows
/// on its line.
fn escaped_end(text: &str, start: usize, line: usize) -> Option<usize> {
    let quotes = text[start + 1..line].match_indices("\\\"");
    let mut ends = quotes.map(|(at, _)| start + 1 + at + 2);
    ends.find(|end| {
        let rest = text[*end..line].trim_start();
        rest.is_empty() || rest.starts_with([',', '}', ']'])
    })
}

/// The same text so that backslashes are what is meant.
fn literal(inner: &str) -> String {
    if !inner.contains(['\'', '"']) && !inner.contains("\\\\") {
        return format!("'{inner}'");
    }
    let mut text = String::from("\"");
    let mut rest = inner.chars().peekable();
    while let Some(character) = rest.next() {
        text.push(character);
        if character == '\\' {
            match rest.next_if(|next| matches!(next, '\\' | '"')) {
                Some(next) => text.push(next),
                None => text.push('\\'),
            }
        }
    }
    text + "\""
}

/// The slip of what follows a quoted text that is a whole value.
pub fn behind(text: &str, start: usize) -> Option<Slip> {
    let end = read(text, start).end?;
    let line = start + content(&text[start..]);
    let rest = text.get(end..line)?;
    let from = line - rest.trim_start().len();
    if rest.trim().is_empty() {
        return None;
    }
    let quote = text[start..].chars().next()?;
    let after = YamlCause::TextAfter(quote);
    if rest.trim().chars().all(|c| is_separator(c) || c == ',') {
        return Some(Slip {
            is_sure: true,
            ..Slip::at(from..line, after, (end..line, String::new()))
        });
    }
    let whole = &text[start..line];
    let parts: Vec<&str> = whole.split(quote).collect();
    let is_even = parts.len() % 2 == 1;
    let is_within = whole.ends_with(quote) && whole.len() > 1 && !are_several(&parts);
    let (range, cause, new) = match is_within {
        true => {
            let inner = chinese(&whole[1..whole.len() - 1], quote);
            (end - 1..end, YamlCause::InnerQuotes, format!("\"{inner}\""))
        }
        false => (from..line, after, chinese(whole, quote)),
    };
    let is_plain = !new.contains(": ") && !new.contains(" #") && !new.ends_with(':');
    let new = if is_plain || is_within {
        new
    } else {
        quoted(&new)
    };
    let slip = Slip::at(range, cause, (start..line, new));
    Some(match is_even {
        true => slip,
        false => Slip { edit: None, ..slip },
    })
}

/// Whether the parts between quotes are several quoted texts with words between them:
/// `"甲"和"乙"`, rather than one text that quotes: `"荣获"甲"称号"`.
fn are_several(parts: &[&str]) -> bool {
    let mut between = parts.iter().skip(2).step_by(2);
    let count = parts.len() / 2;
    count > 1
        && between.by_ref().take(count - 1).all(|part| {
            let part = part.trim();
            part.is_empty()
                || matches!(part, "和" | "与" | "及" | "或" | "以及")
                || part.chars().all(|c| is_separator(c) || ",/".contains(c))
        })
}

/// A text with Chinese quotes.
fn chinese(text: &str, quote: char) -> String {
    let mut opens = false;
    let mark = |c: char| match c == quote {
        false => c,
        true => {
            opens = !opens;
            if opens { '“' } else { '”' }
        }
    };
    text.chars().map(mark).collect()
}
