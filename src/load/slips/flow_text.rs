//! Slips of texts within brackets.

use super::flow::{Flow, separator, wrong};
use super::quotes;
use super::slip::{Slip, bracket, is_separator, is_wide_colon, quoted};
use crate::load::tree_fault::YamlCause;
use crate::model::numbered::is_key;

/// No key has more characters.
const LONGEST_KEY: usize = 16;

impl Flow<'_> {
    /// A text in quotes, and what may follow it.
    pub(super) fn quoted(&mut self) -> Option<Slip> {
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
        let ends = |c: char| c == ':' || is_wide_colon(c);
        let end = rest.find(|c: char| ends(c) || is_separator(c) || ",{}[]\n".contains(c))?;
        let key = rest[..end].trim_end();
        (rest[end..].starts_with(ends) && is_key(key)).then_some(key)
    }

    /// A text without quotes, up to what ends it.
    pub(super) fn plain(&mut self) -> Option<Slip> {
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
        // The longest key that the text ends with.
        let suffixes = before.char_indices().rev().take(LONGEST_KEY);
        let suffixes = suffixes.map(|(at, _)| at).filter(|at| *at > 0);
        if let Some(at) = suffixes.filter(|at| is_key(&before[*at..])).last() {
            let at = start + at;
            return Slip::at(at..colon, YamlCause::NoComma, (at..at, ", ".to_owned()));
        }
        let end = self.token_end(start);
        let new = quoted(&self.text[start..end]);
        Slip::at(colon..colon + 1, YamlCause::StrayColon, (start..end, new))
    }
}
