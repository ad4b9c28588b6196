//! What comes of a text that was filled in: marks in it say which value stands where, and
//! where a line of the text begins.

use super::figures::{Piece, Value};

/// A line of a text that was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it begins in the text.
    pub at: usize,
    /// What stands in it.
    pub pieces: Vec<Piece>,
    /// How many bytes at its beginning stand in the text letter by letter.
    pub own: usize,
}

/// What comes of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// Its lines.
    pub lines: Vec<Line>,
    /// What would be printed and is missing.
    pub holes: Vec<Hole>,
}

/// A place where a value would be printed that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hole {
    /// The name of the value, by its place among the names.
    pub name: usize,
    /// Where the name stands in the text.
    pub at: usize,
}

/// Marks that no text can hold: before a value, between its cell and its text, behind it;
/// around the place of a line.
const VALUE: char = '\u{1}';
const TEXT: char = '\u{2}';
const END: char = '\u{3}';
const LINE: char = '\u{4}';
const PLACE: char = '\u{5}';
/// Before a name whose value has no cell for itself.
const WITHIN: char = '\u{6}';

/// Before the place among the names of a value that is missing.
const HOLE: char = '\u{7}';

/// The value of a name, by its place among the names, with its marks.
pub fn marked((name, value): (usize, &Value)) -> String {
    match value.is_missing {
        true => format!("{VALUE}{HOLE}{name}{TEXT}{END}"),
        false => value.pieces.iter().map(of_piece).collect(),
    }
}

/// The mark of a place in the text.
pub fn placed(at: usize) -> String {
    format!("{LINE}{at}{PLACE}")
}

impl Filled {
    /// What comes of a text with its marks.
    pub fn of(text: &str) -> Self {
        let mut filled = Self::default();
        for marked in text.lines() {
            filled.lines.extend(line(marked, &mut filled.holes));
        }
        filled
    }
}

fn of_piece(piece: &Piece) -> String {
    let text: String = piece.text.chars().filter(|c| !c.is_control()).collect();
    let within = piece.of.iter().map(|of| format!("{WITHIN}{of}"));
    let cell: String = piece.cell.iter().cloned().chain(within).collect();
    format!("{VALUE}{cell}{TEXT}{text}{END}")
}

/// A line with its marks; none where nothing stands in it. Notes what is missing in it.
fn line(marked: &str, holes: &mut Vec<Hole>) -> Option<Line> {
    // Tags may put several beginnings into one line, fields say where they stand: the first
    // is where it begins.
    let mut at = None;
    let mut last = 0;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut own = None;
    let mut rest = marked;
    let mut letters = String::new();
    while let Some(next) = rest.find([VALUE, LINE]) {
        letters.push_str(&rest[..next]);
        let (close, is_value) = match rest[next..].starts_with(VALUE) {
            true => (END, true),
            false => (PLACE, false),
        };
        let inner = &rest[next + 1..];
        let (inside, after) = inner.split_once(close)?;
        rest = after;
        if !is_value {
            last = inside.parse().unwrap_or(last);
            at = at.or(Some(last));
            continue;
        }
        own.get_or_insert(letters.trim_start().len());
        if !letters.is_empty() {
            pieces.push(Piece::plain(std::mem::take(&mut letters)));
        }
        let (cell, text) = inside.split_once(TEXT)?;
        if let Some(name) = cell.strip_prefix(HOLE).and_then(|name| name.parse().ok()) {
            holes.push(Hole { name, at: last });
            continue;
        }
        pieces.push(match cell.strip_prefix(WITHIN) {
            Some(of) => Piece::within(of, text),
            None if cell.is_empty() => Piece::plain(text),
            None => Piece::of(cell, text),
        });
    }
    letters.push_str(rest);
    if !letters.is_empty() {
        pieces.push(Piece::plain(letters));
    }
    pieces.retain(|piece| !piece.text.is_empty());
    trimmed(&mut pieces);
    let all = pieces.iter().map(|piece| piece.text.len()).sum();
    (!pieces.is_empty()).then(|| Line {
        at: at.unwrap_or_default(),
        own: own.unwrap_or(all),
        pieces,
    })
}

/// Spaces before the first letter and behind the last are the clerk's, not the line's.
fn trimmed(pieces: &mut Vec<Piece>) {
    if let Some(first) = pieces.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = pieces.last_mut() {
        last.text = last.text.trim_end().to_owned();
    }
    pieces.retain(|piece| !piece.text.is_empty());
}
