//! How much of a file of sheets is read, and why one is refused.

/// Bytes of the file.
pub const FILE: u64 = 32 << 20;
/// Bytes of a part of a workbook once it is inflated.
pub const PART: u64 = 48 << 20;
/// Bytes of all its parts that are read.
pub const PARTS: u64 = 96 << 20;
/// Entries of its archive.
pub const ENTRIES: usize = 10_000;
/// Sheets.
pub const SHEETS: usize = 200;
/// Cells in all.
pub const CELLS: usize = 1_000_000;
/// Texts that cells share.
pub const STRINGS: usize = 1_000_000;
/// Merged ranges, and formulas without a value, of a sheet.
pub const RANGES: usize = 10_000;
/// Cells that are merged with one and get what stands in it.
pub const SPREAD: usize = 200_000;
/// Hidden rows and columns of a sheet that are told.
pub const HIDDEN: usize = 100_000;

/// Why a file of sheets is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A pipe, a device or the like.
    NotPlain,
    /// The system refused.
    Failed(String),
    /// A file of so many bytes.
    LargeFile(u64),
    /// A part of the workbook that inflates to more than it may.
    LargePart(String),
    /// More than may be of something.
    TooMany(Counted, usize),
    /// A password protects it.
    Encrypted,
    /// No workbook, or a damaged one; the reader's words.
    Damaged(String),
    /// A part declares a document type or entities, which no workbook has.
    Declares(String),
    /// An old workbook on which reading ran out of memory or time.
    Exhausted,
    /// Neither UTF-8 nor GB 18030, from this line on.
    NotText(usize),
    /// A quote that is opened in this line and never closed.
    OpenQuote(usize),
    /// Nothing stands in it.
    Empty,
}

/// Of what there is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Entries of the archive.
    Entries,
    /// Sheets.
    Sheets,
    /// Cells.
    Cells,
    /// Texts that cells share.
    Strings,
    /// Merged ranges.
    Merged,
    /// Formulas without a value.
    Formulas,
}

impl Refusal {
    /// Whether a count is more than may be.
    pub fn beyond(of: Counted, count: usize, most: usize) -> Result<(), Self> {
        match count > most {
            true => Err(Self::TooMany(of, most)),
            false => Ok(()),
        }
    }
}
