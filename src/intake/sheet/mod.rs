//! Sheets from outside as plain cells: workbooks of Excel and WPS, old and new, and text
//! with commas, tabs or semicolons. Nothing of them is trusted: what a reader would
//! inflate, count or hold is bounded before it is read.

mod biff;
mod bounds;
mod cells;
mod content;
mod formats;
mod kinds;
mod package;
mod places;
mod records;
mod room;
mod strings;
mod text;
mod xls;
mod xlsx;

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};

pub use bounds::{Counted, Flaw, Refusal};
pub use kinds::Kind;
pub use places::letters;
pub use xls::answer;

use room::Room;

use crate::load::{Unread, read_plain};

/// A file of sheets.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Book {
    /// Its sheets, in their order.
    pub sheets: Vec<Sheet>,
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
    /// Adds a cell; where one stands there already, that stays.
    fn add(&mut self, (row, column): (u32, u32), content: Content) {
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
        if let Err(at) = cells.binary_search_by_key(&column, |(at, _)| *at) {
            cells.insert(at, (column, content));
        }
    }
}

impl Sheet {
    /// Gives each cell that is merged with others what stands in the first of them, in
    /// rows and columns in which something stands.
    fn spread(&mut self, room: &mut Room) -> Result<(), Refusal> {
        let used = self.used()?;
        self.hidden_columns.retain(|column| used.contains(column));
        // Ranges may lie over each other.
        let mut looked_at = 0;
        for range in std::mem::take(&mut self.merged) {
            if range.columns.0 > range.columns.1 || range.rows.0 > range.rows.1 {
                continue;
            }
            let from = self.rows.partition_point(|row| row.number < range.rows.0);
            let to = self.rows.partition_point(|row| row.number <= range.rows.1);
            let first = self.rows.get(from).filter(|row| row.number == range.rows.0);
            let first = first.and_then(|row| row.get(range.columns.0)).cloned();
            let Some(first) = first else {
                continue;
            };
            for row in from..to {
                let number = self.rows[row].number;
                let columns = used.range(range.columns.0..=range.columns.1);
                looked_at += 1 + columns.clone().count();
                Refusal::beyond(Counted::Cells, looked_at, bounds::CELLS)?;
                for column in columns {
                    if self.rows[row].get(*column).is_none() {
                        room.cell(&self.name, (number, *column), &first)?;
                        self.add((number, *column), first.clone());
                        self.rows[row].spread.push(*column);
                    }
                }
            }
        }
        for row in &mut self.rows {
            row.spread.sort_unstable();
        }
        Ok(())
    }

    /// The columns in which something stands, which may not be more than a roster has.
    fn used(&self) -> Result<BTreeSet<u32>, Refusal> {
        let mut used = BTreeSet::new();
        for row in &self.rows {
            used.extend(row.cells.iter().map(|(column, _)| *column));
            if used.len() > bounds::USED {
                return Err(Refusal::Wide(self.name.clone(), bounds::USED));
            }
        }
        Ok(used)
    }
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
    } else if let Some(kind) = kinds::of_bytes(&bytes) {
        return Err(Refusal::Kind(kind));
    } else {
        text::read(&bytes, &name)?
    };
    let mut room = Room::default();
    for sheet in &mut book.sheets {
        sheet.spread(&mut room)?;
    }
    Ok(book)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        sheet.merged = vec![range((1, 2), (1, 300)), range((1, 9), (0, 0))];
        sheet.spread(&mut Room::default()).expect("room");
        let spread: Vec<&[u32]> = sheet.rows.iter().map(|row| &*row.spread).collect();
        assert_eq!(spread, [&[2][..], &[0, 1], &[0]]);
        assert_eq!(sheet.rows[2].get(0), Some(&text("甲")));
        assert_eq!(sheet.rows[1].get(2), Some(&text("own")));
        assert!(sheet.merged.is_empty());
    }
}
