//! How much of a file of sheets is read, and why one is refused.

use std::fmt::Display;

use serde::{Deserialize, Serialize};

use super::kinds::Kind;

/// Bytes of the file.
pub const FILE: u64 = 32 << 20;
/// Bytes of a part of a workbook once it is inflated.
pub const PART: u64 = 48 << 20;
/// Bytes of all its parts that are read.
pub const PARTS: u64 = 96 << 20;
/// Entries of its archive.
pub const ENTRIES: usize = 10_000;
/// Elements in one another.
pub const DEPTH: usize = 100;
/// Attributes of an element.
pub const ATTRIBUTES: usize = 200;
/// Bytes of a part without an element that begins or ends: more than a cell may have.
pub const RUN: usize = 1 << 20;
/// Sheets.
pub const SHEETS: usize = 200;
/// Rows of a sheet, as Excel has them.
pub const ROWS: u32 = 1_048_576;
/// Columns of a sheet, as Excel has them.
pub const COLUMNS: u32 = 16_384;
/// Columns of a sheet in which something stands: no roster has as many.
pub const USED: usize = 500;
/// Rows in all in which something stands: a county has half of it.
pub const FILLED: usize = 50_000;
/// Cells in all in which something stands.
pub const CELLS: usize = 1_000_000;
/// Characters of a cell, as Excel has them.
pub const TEXT: usize = 32_767;
/// Bytes of the texts of all cells, those that several share or are merged with counted
/// for each.
pub const TEXTS: usize = 32 << 20;
/// Texts that cells share.
pub const STRINGS: usize = 1_000_000;
/// Cells of an old workbook from the first to the last of each sheet, empty ones among
/// them: its reader holds all.
pub const AREA: usize = 2_000_000;
/// Merged ranges of a sheet.
pub const RANGES: usize = 10_000;
/// Hidden rows and columns of a sheet that are told.
pub const HIDDEN: usize = 100_000;

/// Why a file of sheets is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// A pipe, a device or the like.
    NotPlain,
    /// The system refused.
    Failed(String),
    /// A file of so many bytes.
    LargeFile(u64),
    /// A file of another kind.
    Kind(Kind),
    /// A part of the workbook that inflates to more than it may.
    LargePart(String),
    /// More than may be of something.
    TooMany(Counted, usize),
    /// A sheet in which more columns are used than a roster has.
    Wide(String, usize),
    /// An old workbook with more cells from the first to the last than its reader may hold.
    Sparse(usize),
    /// A text longer than a cell may have; where it stands.
    LongText(String),
    /// The texts of all cells are more than so many bytes.
    LongTexts(usize),
    /// A password protects it.
    Encrypted,
    /// No workbook, or a damaged one; the reader's words.
    Damaged(String),
    /// A sheet whose part is not there.
    NoPart(String),
    /// A cell that cannot be: its sheet, its name and why.
    Cell(String, String, Flaw),
    /// A part declares a document type or entities, which no workbook has.
    Declares(String),
    /// An old workbook that its reader did not get through.
    Exhausted,
    /// Neither UTF-8 nor GB 18030, from this line on.
    NotText(usize),
    /// A NUL in this line, which no text has.
    Nul(usize),
    /// A quote that is opened in this line and never closed.
    OpenQuote(usize),
    /// Nothing stands in it.
    Empty,
}

/// What is wrong with a cell, or a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Flaw {
    /// It names no place of a sheet.
    Place,
    /// Its place is said twice.
    Twice,
    /// What stands in it is not what it says: no number, no shared text.
    Value,
    /// The reader did not give it.
    Lost,
}

/// Of what there is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Counted {
    /// Entries of the archive.
    Entries,
    /// Sheets.
    Sheets,
    /// Rows.
    Rows,
    /// Cells.
    Cells,
    /// Texts that cells share.
    Strings,
    /// Merged ranges.
    Merged,
}

impl Refusal {
    /// Whether a count is more than may be.
    pub fn beyond(of: Counted, count: usize, most: usize) -> Result<(), Self> {
        match count > most {
            true => Err(Self::TooMany(of, most)),
            false => Ok(()),
        }
    }

    /// A part that is not as such are.
    pub fn damaged(part: &str, why: impl Display) -> Self {
        Self::Damaged(format!("{part}: {why}"))
    }
}
