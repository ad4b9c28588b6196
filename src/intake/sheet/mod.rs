//! Sheets from outside as plain cells: workbooks of Excel and WPS, old and new, and text
//! with commas, tabs or semicolons. Nothing of them is trusted: what a reader would
//! inflate, count or hold is bounded before it is read.

mod biff;
mod bounds;
mod formats;
mod package;
mod parts;
mod text;
mod xls;
mod xlsx;

use std::path::Path;

use serde::{Deserialize, Serialize};

pub use bounds::{Counted, Refusal};
pub use xls::answer;

use crate::load::{Unread, read_plain};

/// A file of sheets.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Book {
    /// Its sheets, in their order.
    pub sheets: Vec<Sheet>,
    /// Whether it would say which rows and columns are hidden.
    pub says_hidden: bool,
    /// Whether it is text, which does not tell a number from figures.
    pub is_text: bool,
    /// Whether its days count from 1904.
    pub from_1904: bool,
}

/// A sheet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name; of text, that of the file.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// The rows in which something stands, in their order.
    pub rows: Vec<Row>,
    /// Hidden rows, the first being 0.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, the first being 0.
    pub hidden_columns: Vec<u32>,
    /// Cells that are merged.
    pub merged: Vec<Merged>,
}

/// Cells that are merged, from the first to the last of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// Rows.
    pub rows: (u32, u32),
    /// Columns.
    pub columns: (u32, u32),
}

/// A row.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Row {
    /// Its number, the first being 0.
    pub number: u32,
    /// Its cells that are not empty, by column.
    pub cells: Vec<(u32, Content)>,
    /// The columns whose cells were filled with what stands in the first of the cells that
    /// they are merged with, in their order; the first is not among them.
    pub spread: Vec<u32>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// Text, without spaces at its ends.
    Text(String),
    /// A number that is no date as far as its format says.
    Number(f64),
    /// A date, as exact as the cell shows it: `1990-07-01`, `1990-07`.
    Date(String),
    /// Yes or no.
    Flag(bool),
    /// An error, as `#N/A`.
    Error(String),
    /// A formula whose value is not stored.
    Formula,
}

impl Row {
    /// What stands in a column.
    pub fn get(&self, column: u32) -> Option<&Content> {
        let found = self.cells.binary_search_by_key(&column, |(at, _)| *at);
        found.ok().map(|at| &self.cells[at].1)
    }
}

impl Sheet {
    /// Adds a cell; where one stands there already, that stays. Whether none stood there.
    fn add(&mut self, (row, column): (u32, u32), content: Content) -> bool {
        let at = match self.rows.last() {
            Some(last) if last.number == row => self.rows.len() - 1,
            last if last.is_none_or(|last| last.number < row) => self.rows.len(),
            _ => self.rows.partition_point(|known| known.number < row),
        };
        if self.rows.get(at).is_none_or(|known| known.number != row) {
            let row = Row {
                number: row,
                ..Row::default()
            };
            self.rows.insert(at, row);
        }
        let cells = &mut self.rows[at].cells;
        let place = cells.binary_search_by_key(&column, |(at, _)| *at);
        if let Err(at) = place {
            cells.insert(at, (column, content));
        }
        place.is_err()
    }
}

impl Sheet {
    /// Gives each cell that is merged with others what stands in the first of them, in
    /// rows in which something stands; how many cells that were.
    fn spread(&mut self) -> usize {
        let mut added = 0;
        for range in std::mem::take(&mut self.merged) {
            let from = self.rows.partition_point(|row| row.number < range.rows.0);
            let to = self.rows.partition_point(|row| row.number <= range.rows.1);
            let first = self.rows.get(from).filter(|row| row.number == range.rows.0);
            let first = first.and_then(|row| row.get(range.columns.0)).cloned();
            let width = range.columns.1.saturating_sub(range.columns.0) as usize + 1;
            let Some(first) = first.filter(|_| (to - from).saturating_mul(width) <= bounds::SPREAD)
            else {
                continue;
            };
            for row in from..to {
                for column in range.columns.0..=range.columns.1 {
                    if self.add((self.rows[row].number, column), first.clone()) {
                        self.rows[row].spread.push(column);
                    }
                }
            }
            added += (to - from) * width;
            if added > bounds::CELLS {
                break;
            }
        }
        for row in &mut self.rows {
            row.spread.sort_unstable();
        }
        added
    }
}

/// The name of a column: A, B, … Z, AA.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Reads a file of sheets: what it is, its first bytes say, not its name.
///
/// # Errors
/// Why it is not read.
pub fn read(path: &Path) -> Result<Book, Refusal> {
    let bytes = read_plain(path, bounds::FILE).map_err(|unread| match unread {
        Unread::NotPlain => Refusal::NotPlain,
        Unread::TooLarge(bytes) => Refusal::LargeFile(bytes),
        Unread::Blob(fault) => Refusal::Failed(fault.to_string()),
        Unread::Failed(error) => Refusal::Failed(error.to_string()),
    })?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let mut book = if bytes.starts_with(b"PK\x03\x04") {
        xlsx::read(&bytes)?
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        xls::read(&bytes)?
    } else {
        text::read(&bytes, &name)?
    };
    let cells: usize = book.sheets.iter_mut().map(Sheet::spread).sum();
    Refusal::beyond(Counted::Cells, cells, bounds::CELLS)?;
    Ok(book)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, name) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (16_383, "XFD"),
        ] {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn cells_come_in_any_order() {
        let mut sheet = Sheet::default();
        for (place, text) in [
            ((5, 2), "c"),
            ((1, 0), "a"),
            ((5, 0), "b"),
            ((5, 2), "again"),
        ] {
            sheet.add(place, Content::Text(text.to_owned()));
        }
        let places: Vec<_> = sheet
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().map(|(column, _)| (row.number, *column)))
            .collect();
        assert_eq!(places, [(1, 0), (5, 0), (5, 2)]);
        assert_eq!(sheet.rows[1].get(2), Some(&Content::Text("c".to_owned())));
    }

    #[test]
    fn rows_know_what_was_filled_in() {
        let mut sheet = Sheet::default();
        let text = |text: &str| Content::Text(text.to_owned());
        for (place, said) in [
            ((1, 0), "甲"),
            ((1, 1), "a"),
            ((2, 2), "own"),
            ((3, 1), "b"),
        ] {
            sheet.add(place, text(said));
        }
        // Over what was merged before stands what other programs left there.
        let range = |rows, columns| Merged { rows, columns };
        sheet.merged = vec![range((1, 2), (1, 2)), range((1, 9), (0, 0))];
        sheet.spread();
        let spread: Vec<&[u32]> = sheet.rows.iter().map(|row| &*row.spread).collect();
        assert_eq!(spread, [&[2][..], &[0, 1], &[0]]);
        assert_eq!(sheet.rows[2].get(0), Some(&text("甲")));
        assert_eq!(sheet.rows[1].get(2), Some(&text("own")));
        assert!(sheet.merged.is_empty());
    }
}
