//! Slips within brackets: the marks of a Chinese keyboard in the place of YAML's own, and
//! marks that are missing.

use super::slip::{Slip, bracket, content, is_separator, is_wide_colon, quoted};
use crate::load::tree_fault::YamlCause;

/// The first slip of what begins with a bracket at a place of a text.
pub fn slip(text: &str, start: usize) -> Option<Slip> {
    let flow = Flow {
        text,
        start,
        at: start,
        open: Vec::new(),
        has_colon: false,
        value: None,
    };
    flow.slip()
}

/// A walk through nested brackets.
pub struct Flow<'a> {
    pub(super) text: &'a str,
    start: usize,
    pub(super) at: usize,
    /// The brackets that are open: where they stand, and what closes them.
    pub(super) open: Vec<(usize, char)>,
    /// Whether the entry that is read has its colon.
    pub(super) has_colon: bool,
    /// Where the entry's last part ends, if it is not followed by a mark.
    pub(super) value: Option<usize>,
}

impl Flow<'_> {
    fn slip(mut self) -> Option<Slip> {
        loop {
            self.skip_blank();
            let Some(character) = self.text[self.at..].chars().next() else {
                return self.unclosed();
            };
            let before = self.at;
            let here = before..before + character.len_utf8();
            let wide = bracket(character).filter(|_| character != '（' || self.at == self.start);
            let found = match (character, wide) {
                (',', _) => self.next_entry(here.end),
                (':', _) => self.colon(here.end),
                ('{' | '[', _) if self.value.is_some() => Some(self.no_comma(here.start)),
                ('{' | '[', _) => self.opened(here.start, if character == '{' { '}' } else { ']' }),
                ('}' | ']', _) => match self.open.pop() {
                    Some((_, closer)) if closer != character => {
                        return Some(wrong(here, character, closer));
                    }
                    _ => self.closed(here.end),
                },
                ('｛' | '［' | '﹛', Some((usual, _))) => {
                    return Some(wrong(here, character, usual));
                }
                (_, Some((_, true))) if self.at == self.start => {
                    let usual = if self.holds_keys() { '{' } else { '[' };
                    return Some(wrong(here, character, usual));
                }
                (_, Some((_, false))) => {
                    let closer = self.open.last().map(|(_, closer)| *closer)?;
                    return Some(wrong(here, character, closer));
                }
                (_, _) if is_separator(character) => return Some(separator(self.text, self.at)),
                (_, _) if is_wide_colon(character) && self.is_in_map() && !self.has_colon => {
                    return Some(self.wide_colon(self.at));
                }
                ('"' | '\'', _) => self.quoted(),
                ('@' | '`' | '%' | '!' | '*' | '&' | '|' | '>', _) => {
                    let end = self.token_end(self.at);
                    let cause = YamlCause::SpecialStart(character);
                    let new = quoted(self.text[self.at..end].trim());
                    Some(Slip::at(here, cause, (self.at..end, new)))
                }
                _ => self.plain(),
            };
            // What nothing here knows is left to others.
            if found.is_some() || self.at == before {
                return found;
            }
            if self.open.is_empty() {
                return self.behind();
            }
        }
    }

    pub(super) fn is_in_map(&self) -> bool {
        self.open.last().is_some_and(|(_, closer)| *closer == '}')
    }

    pub(super) fn skip_blank(&mut self) {
        loop {
            let rest = self.text[self.at..].trim_start();
            self.at = self.text.len() - rest.len();
            let is_comment = rest.starts_with('#') && self.text[..self.at].ends_with([' ', '\n']);
            if !is_comment {
                return;
            }
            self.at += rest.find('\n').unwrap_or(rest.len());
        }
    }

    fn next_entry(&mut self, at: usize) -> Option<Slip> {
        self.at = at;
        self.has_colon = false;
        self.value = None;
        None
    }

    pub(super) fn colon(&mut self, at: usize) -> Option<Slip> {
        self.at = at;
        self.has_colon = true;
        self.value = None;
        None
    }

    fn opened(&mut self, at: usize, closer: char) -> Option<Slip> {
        self.open.push((at, closer));
        self.next_entry(at + 1)
    }

    fn closed(&mut self, at: usize) -> Option<Slip> {
        self.at = at;
        self.has_colon = true;
        self.value = Some(at);
        None
    }

    /// A comma is missing before a place.
    pub(super) fn no_comma(&self, at: usize) -> Slip {
        let before = self.value.unwrap_or(at);
        let is_sure = self.text[at..].starts_with(['{', '[']);
        let edit = (before..at, ", ".to_owned());
        let character = self.text[at..].chars().next().map_or(0, char::len_utf8);
        Slip {
            is_sure,
            ..Slip::at(at..at + character, YamlCause::NoComma, edit)
        }
    }

    pub(super) fn wide_colon(&self, at: usize) -> Slip {
        let rest = &self.text[at..];
        let colon = rest.chars().next().unwrap_or('：');
        let behind = rest[colon.len_utf8()..].trim_start_matches([' ', '\u{3000}']);
        let cause = match colon {
            ':' => YamlCause::NoSpace,
            _ => YamlCause::WideColon(colon),
        };
        Slip {
            range: at..at + colon.len_utf8(),
            ..Slip::of(at..self.text.len() - behind.len(), cause, ": ", true)
        }
    }

    /// Where a token ends that has no quotes.
    pub(super) fn token_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let end = rest.find([',', '}', ']', '\n']).unwrap_or(rest.len());
        at + rest[..end].trim_end().len()
    }

    /// What ends without its closing brackets.
    fn unclosed(&self) -> Option<Slip> {
        let (at, closer) = *self.open.last()?;
        let line = at + content(&self.text[at..]);
        let is_line =
            self.text[line..].trim().is_empty() || self.text[line..].trim_start().starts_with('#');
        let edit = (line..line, closer.to_string());
        Some(Slip {
            is_sure: is_line && self.open.len() == 1 && closer == '}',
            ..Slip::at(at..at + 1, YamlCause::UnclosedBracket, edit)
        })
    }

    /// What follows the last bracket on its line.
    fn behind(&self) -> Option<Slip> {
        let line = self.at + content(&self.text[self.at..]);
        let rest = &self.text[self.at..line];
        let from = line - rest.trim_start().len();
        let first = rest.trim_start().chars().next()?;
        let is_closer = "}]".contains(first) || bracket(first).is_some_and(|(_, opens)| !opens);
        if is_closer {
            let range = from..from + first.len_utf8();
            return Some(Slip::of(range, YamlCause::SurplusBracket, "", true));
        }
        let cause = YamlCause::TextAfter(self.text[..self.at].chars().next_back()?);
        let is_mark = rest.trim().chars().all(|c| is_separator(c) || c == ',');
        let edit = match is_mark {
            true => (self.at..line, String::new()),
            false => (self.start..line, quoted(&self.text[self.start..line])),
        };
        Some(Slip {
            is_sure: is_mark,
            ..Slip::at(from..line, cause, edit)
        })
    }

    /// Whether what is in the first bracket has keys.
    fn holds_keys(&self) -> bool {
        let line = &self.text[self.start..];
        let line = &line[..content(line)];
        line.contains(": ") || line.contains(is_wide_colon)
    }
}

/// A bracket in the place of another.
pub fn wrong(range: std::ops::Range<usize>, character: char, usual: char) -> Slip {
    let cause = YamlCause::WrongMark(character, usual);
    Slip::of(range, cause, &usual.to_string(), true)
}

/// Another character stands for a comma, there.
pub fn separator(text: &str, at: usize) -> Slip {
    let rest = &text[at..];
    let character = rest.chars().next().unwrap_or(',');
    let behind = rest[character.len_utf8()..].trim_start_matches([' ', '\u{3000}']);
    let new = if behind.starts_with(['}', ']']) {
        ""
    } else {
        ", "
    };
    let cause = YamlCause::WrongMark(character, ',');
    Slip {
        range: at..at + character.len_utf8(),
        ..Slip::of(at..text.len() - behind.len(), cause, new, true)
    }
}
