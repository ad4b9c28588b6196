//! What stands between a key and its value.

use super::lines::Line;
use super::quotes;
use super::slip::{is_separator, is_space, is_wide_colon};
use crate::load::tree_fault::YamlCause;
use crate::model::numbered::is_key;

/// A key at the beginning of what a line says, and what follows it: bytes of that.
#[derive(Debug)]
pub struct Key {
    /// Where it ends.
    pub end: usize,
    /// Where its value begins.
    pub value: usize,
    /// What is wrong between the two, and whether only this can be meant.
    pub slip: Option<(YamlCause, bool)>,
}

impl Key {
    /// Reads the key of a line; none where there is none.
    pub fn of(body: &str) -> Option<Self> {
        if body.starts_with(['{', '[']) {
            return None;
        }
        let quoted = body.starts_with(['"', '\'']);
        let from = if quoted {
            quotes::read(body, 0).end?
        } else {
            1
        };
        let colons = body
            .char_indices()
            .filter(|(_, c)| *c == ':' || is_wide_colon(*c));
        let mut colons = colons.filter(|(at, _)| *at >= from).map(|(at, colon)| {
            let behind = &body[at + colon.len_utf8()..];
            let is_good = colon == ':' && (behind.is_empty() || behind.starts_with([' ', '\t']));
            (at, colon, is_good)
        });
        let good = colons.clone().find(|(.., is_good)| *is_good);
        let meant = colons.find(|(at, _, is_good)| {
            let is_meant = match quoted {
                true => *at == from,
                false => good.is_none() || is_key(body[..*at].trim_end()),
            };
            *is_good || is_meant
        });
        let Some((end, colon, is_good)) = meant else {
            return Self::without_colon(body).filter(|_| !quoted);
        };
        if !is_good && !is_key(body[..end].trim_end()) && !quoted {
            let before = Self::without_colon(body).filter(|key| key.end < end);
            if before
                .as_ref()
                .is_some_and(|key| matches!(key.slip, Some((_, true))))
            {
                return before;
            }
        }
        let slip = match (is_good, colon) {
            (true, _) => None,
            (_, ':') => Some((YamlCause::NoSpace, true)),
            _ => Some((YamlCause::WideColon(colon), true)),
        };
        Some(Self::at(body, end, colon.len_utf8(), slip))
    }

    fn at(body: &str, end: usize, colon: usize, slip: Option<(YamlCause, bool)>) -> Self {
        let behind = &body[end + colon..];
        let value = match slip {
            Some(_) => behind.trim_start_matches(is_space),
            None => behind.trim_start_matches([' ', '\t']),
        };
        Self {
            end,
            value: body.len() - value.len(),
            slip,
        }
    }

    /// A known key with something else in the place of its colon.
    fn without_colon(body: &str) -> Option<Self> {
        let ends = |(at, c): &(usize, char)| {
            (is_space(*c) || is_separator(*c) || matches!(c, ',' | '=' | '＝' | '.' | '|'))
                && is_key(&body[..*at])
        };
        let mut characters = body.char_indices();
        if let Some((end, mark)) = characters.find(ends) {
            let cause = match is_space(mark) {
                true => YamlCause::NoColon,
                false => YamlCause::WrongMark(mark, ':'),
            };
            return Some(Self::at(body, end, mark.len_utf8(), Some((cause, true))));
        }
        if is_key(body) {
            return Some(Self::at(
                body,
                body.len(),
                0,
                Some((YamlCause::NoColon, true)),
            ));
        }
        // The longest key that the line begins with.
        let ends = body.char_indices().map(|(at, _)| at).skip(1);
        let end = ends.filter(|at| is_key(&body[..*at])).last()?;
        Some(Self {
            end,
            value: end,
            slip: Some((YamlCause::NoColon, false)),
        })
    }
}

/// Whether a line is a key with its value or block, an item, or is meant as one.
pub fn is_entry(line: &Line<'_>) -> bool {
    let key = || Key::of(line.body);
    item(line.body).is_some()
        || key().is_some_and(|key| key.slip.is_none() || is_key(line.body[..key.end].trim_end()))
}

/// Where what an item holds begins behind its dash, and whether a space is missing there.
pub fn item(body: &str) -> Option<(usize, bool)> {
    let rest = body.strip_prefix('-')?;
    let held = rest.trim_start_matches(is_space);
    let at = body.len() - held.len();
    let is_key = || Key::of(held).is_some_and(|key| is_key(held[..key.end].trim_end()));
    match rest.chars().next() {
        None | Some(' ') => Some((at, false)),
        Some(next) if is_space(next) || is_key() => Some((at, true)),
        Some(_) => None,
    }
}
