//! Slips within brackets: the marks of a Chinese keyboard in the place of YAML's own, and
//! marks that are missing.

use super::quotes;
use super::slip::{Slip, bracket, content, is_separator, is_wide_colon, quoted};
use crate::load::tree_fault::YamlCause;
use crate::model::numbered::is_key;

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
struct Flow<'a> {
    text: &'a str,
    start: usize,
    at: usize,
    /// The brackets that are open: where they stand, and what closes them.
    open: Vec<(usize, char)>,
    /// Whether the entry that is read has its colon.
    has_colon: bool,
    /// Where the entry's last part ends, if it is not followed by a mark.
    value: Option<usize>,
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

    fn is_in_map(&self) -> bool {
        self.open.last().is_some_and(|(_, closer)| *closer == '}')
    }

    fn skip_blank(&mut self) {
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

    fn colon(&mut self, at: usize) -> Option<Slip> {
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
    fn no_comma(&self, at: usize) -> Slip {
        let before = self.value.unwrap_or(at);
        let is_sure = self.text[at..].starts_with(['{', '[']);
        let edit = (before..at, ", ".to_owned());
        let character = self.text[at..].chars().next().map_or(0, char::len_utf8);
        Slip {
            is_sure,
            ..Slip::at(at..at + character, YamlCause::NoComma, edit)
        }
    }

    fn wide_colon(&self, at: usize) -> Slip {
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

    fn quoted(&mut self) -> Option<Slip> {
        if self.value.is_some() {
            return Some(self.no_comma(self.at));
        }
        if let Some(slip) = quotes::inner(self.text, self.at) {
            return Some(slip);
        }
        let start = self.at;
        let end = quotes::read(self.text, start).end?;
        self.at = end;
        self.value = Some(end);
        self.skip_blank();
        let next = self.text[self.at..].chars().next()?;
        let goes_on = matches!(next, ',' | ':' | '}' | ']' | '"' | '\'' | '{' | '[')
            || is_separator(next)
            || bracket(next).is_some_and(|(_, opens)| !opens)
            || is_wide_colon(next);
        if goes_on || self.text[end..self.at].contains('\n') {
            return None;
        }
        let to = self.token_end(self.at);
        match self.key_before_colon(self.at) {
            Some(_) => Some(self.no_comma(self.at)),
            None => {
                let quote = self.text[start..].chars().next().unwrap_or('"');
                let new = self.text[start..to].trim_end().replace(quote, "");
                let cause = YamlCause::TextAfter(quote);
                Some(Slip::at(self.at..to, cause, (start..to, quoted(&new))))
            }
        }
    }

    /// The known key at a place that a colon follows.
    fn key_before_colon(&self, at: usize) -> Option<&str> {
        let rest = self.text[at..].trim_start_matches([' ', '\u{3000}']);
        let end = rest.find(|c: char| c == ':' || is_wide_colon(c))?;
        let key = rest[..end].trim_end();
        is_key(key).then_some(key)
    }

    /// Where a token ends that has no quotes.
    fn token_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let end = rest.find([',', '}', ']', '\n']).unwrap_or(rest.len());
        at + rest[..end].trim_end().len()
    }

    /// A text without quotes, up to what ends it.
    fn plain(&mut self) -> Option<Slip> {
        if self.value.is_some()
            && self.text[..self.at].ends_with([' ', '"', '\'', '}', ']'])
            && !self.is_line_new()
        {
            return Some(self.no_comma(self.at));
        }
        let start = self.at;
        let mut inner = 0_usize;
        let text = self.text;
        for (offset, character) in text[start..].char_indices() {
            let at = start + offset;
            let behind = at + character.len_utf8();
            let next = text[behind..].chars().next();
            let is_apart = next.is_none_or(|next| next.is_whitespace() || ",}]".contains(next));
            match character {
                ',' | '}' | ']' => return self.ended(at),
                '#' if text[..at].ends_with([' ', '\n']) => return self.ended(at),
                '{' | '[' => {
                    let end = self.token_end(start).max(self.closing(at));
                    let new = quoted(text[start..end].trim());
                    let cause = YamlCause::NeedsQuotes(character);
                    return Some(Slip::at(at..behind, cause, (start..end, new)));
                }
                ':' if is_apart && !self.has_colon => return self.colon(behind),
                ':' if is_apart => return Some(self.second_colon(start, at)),
                _ if is_wide_colon(character) || character == ':' => {
                    let is_meant = is_key(text[start..at].trim()) || !self.has_later_colon(behind);
                    if self.is_in_map() && !self.has_colon && is_meant {
                        return Some(self.wide_colon(at));
                    }
                }
                _ if is_separator(character) && self.is_in_map() => {
                    if self.key_before_colon(behind).is_some() {
                        return Some(separator(self.text, at));
                    }
                }
                _ => match bracket(character) {
                    Some((_, true)) => inner += 1,
                    Some((_, false)) if inner > 0 => inner -= 1,
                    Some((_, false)) if self.ends_here(behind) => {
                        let closer = self.open.last().map(|(_, closer)| *closer)?;
                        return Some(wrong(at..behind, character, closer));
                    }
                    _ => {}
                },
            }
        }
        self.ended(text.len())
    }

    fn ended(&mut self, at: usize) -> Option<Slip> {
        self.value = Some(self.at + self.text[self.at..at].trim_end().len());
        self.at = at;
        None
    }

    /// Whether only a line's break lies before this place.
    fn is_line_new(&self) -> bool {
        let value = self.value.unwrap_or(self.at);
        self.text[value..self.at].contains('\n')
    }

    /// Whether the entry has a colon of YAML behind a place.
    fn has_later_colon(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        let end = rest.find([',', '}', ']', '\n']).unwrap_or(rest.len());
        rest[..end].contains(": ")
    }

    /// Where the bracket that opens at a place within a text is closed.
    fn closing(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let end = rest.find(['}', ']', '\n']).unwrap_or(rest.len());
        let is_bracket = rest[end..].starts_with(['}', ']']);
        self.token_end((at + end + usize::from(is_bracket)).min(self.text.len()))
    }

    /// Whether a closing bracket before this place ends what is in brackets.
    fn ends_here(&self, at: usize) -> bool {
        let rest = self.text[at..].trim_start_matches([' ', '\u{3000}']);
        let next = rest.chars().next();
        next.is_none_or(|next| {
            matches!(next, ',' | '}' | ']' | '\n' | '#')
                || is_separator(next)
                || bracket(next).is_some_and(|(_, opens)| !opens)
        })
    }

    /// A second colon in one entry: what begins before it is the next entry, or the text
    /// has a colon in it.
    fn second_colon(&self, start: usize, colon: usize) -> Slip {
        let value = &self.text[start..colon];
        let before = value.trim_end();
        let split = before.rfind(|c: char| c.is_whitespace() || is_separator(c));
        if let Some(split) = split {
            let mark = before[split..].chars().next().unwrap_or(' ');
            let is_known = is_key(before[split + mark.len_utf8()..].trim());
            let entry = before[..split].trim_end();
            let last = entry.char_indices().next_back();
            match last.filter(|(_, c)| is_separator(*c)) {
                _ if !is_known => {}
                _ if is_separator(mark) => return separator(self.text, start + split),
                Some((at, _)) => return separator(self.text, start + at),
                None => {
                    let (from, to) = (start + entry.len(), start + split + mark.len_utf8());
                    let edit = (from..to, ", ".to_owned());
                    return Slip {
                        is_sure: true,
                        ..Slip::at(to..colon, YamlCause::NoComma, edit)
                    };
                }
            }
        }
        let mut suffixes = before.char_indices().skip(1).map(|(at, _)| at);
        if let Some(at) = suffixes.find(|at| is_key(&before[*at..])) {
            let at = start + at;
            return Slip::at(at..colon, YamlCause::NoComma, (at..at, ", ".to_owned()));
        }
        let end = self.token_end(start);
        let new = quoted(&self.text[start..end]);
        Slip::at(colon..colon + 1, YamlCause::StrayColon, (start..end, new))
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
fn wrong(range: std::ops::Range<usize>, character: char, usual: char) -> Slip {
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
