//! The records of a text with separators (RFC 4180), cell by cell: a program that makes a
//! list of all cells first could be made to hold millions of empty ones.

use std::borrow::Cow;

use super::bounds::{COLUMNS, Refusal};

/// Goes through a text.
#[derive(Clone, Copy, Debug)]
pub struct Records<'a> {
    rest: &'a str,
    separator: u8,
    /// The line, from 1.
    line: usize,
}

/// A record.
#[derive(Debug, Default)]
pub struct Record<'a> {
    /// Its cells in which something stands, by column.
    pub cells: Vec<(u32, Cow<'a, str>)>,
    /// How many cells there are.
    pub width: u32,
}

impl<'a> Records<'a> {
    /// The records of a text, from its beginning.
    pub fn of(text: &'a str, separator: u8) -> Self {
        Self {
            rest: text,
            separator,
            line: 1,
        }
    }

    /// The next record; an empty line is one. None where the text is at its end.
    pub fn next(&mut self, name: &str) -> Result<Option<Record<'a>>, Refusal> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let mut record = Record::default();
        loop {
            let cell = self.cell()?;
            if !cell.is_empty() {
                record.cells.push((record.width, cell));
            }
            record.width += 1;
            if record.width > COLUMNS {
                return Err(Refusal::Wide(name.to_owned(), COLUMNS as usize));
            }
            match self.rest.bytes().next() {
                Some(byte) if byte == self.separator => self.rest = &self.rest[1..],
                Some(_) => {
                    let ends = if self.rest.starts_with("\r\n") { 2 } else { 1 };
                    self.rest = &self.rest[ends..];
                    self.line += 1;
                    return Ok(Some(record));
                }
                None => return Ok(Some(record)),
            }
        }
    }

    /// What stands before the next separator or the end of the line.
    fn cell(&mut self) -> Result<Cow<'a, str>, Refusal> {
        match self.rest.strip_prefix('"') {
            Some(quoted) => self.quoted(quoted).map(Cow::Owned),
            None => Ok(Cow::Borrowed(self.plain())),
        }
    }

    fn plain(&mut self) -> &'a str {
        let is_end = |byte: u8| byte == self.separator || byte == b'\r' || byte == b'\n';
        let end = self.rest.bytes().position(is_end);
        let (cell, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        cell
    }

    fn quoted(&mut self, mut rest: &'a str) -> Result<String, Refusal> {
        let (first, mut text) = (self.line, String::new());
        loop {
            let (before, after) = rest.split_once('"').ok_or(Refusal::OpenQuote(first))?;
            text.push_str(before);
            self.line += before.matches('\n').count();
            match after.strip_prefix('"') {
                Some(after) => {
                    text.push('"');
                    rest = after;
                }
                None => {
                    self.rest = after;
                    break;
                }
            }
        }
        // What stands behind a quote belongs to the cell, unless the quote that ends it may
        // be the beginning of another, and lines between are rows that would be lost.
        let behind = self.plain();
        match !behind.trim().is_empty() && self.line > first {
            true => Err(Refusal::OpenQuote(first)),
            false => Ok(text + behind),
        }
    }
}
