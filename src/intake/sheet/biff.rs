//! What an old workbook says beside what its reader tells: which rows and columns are
//! hidden, what the formats of cells show, and where cells are, so that none is lost: the
//! reader stops at what it does not know. Its stream is gone through record by record
//! ([MS-XLS], sections 2.3 and 2.4).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Cursor, Read as _, Seek as _, SeekFrom, Write as _};

use cfb::CompoundFile;

use super::bounds::{self, Counted, Flaw, Refusal};
use super::formats::{LENGTH, Shown};
use super::{kinds, places};

/// What is known of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// Hidden rows, the first being 0.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, the first being 0.
    pub hidden_columns: Vec<u32>,
    /// The cells in which something stands, with what is shown of numbers.
    pub cells: BTreeMap<(u32, u32), Shown>,
    /// Those with a formula whose value is not stored: it is to be worked out by who opens
    /// the file.
    pub formulas: BTreeSet<(u32, u32)>,
    /// Where it says how many cells it has, and in how many bytes.
    announced: Vec<(usize, usize)>,
}

/// The kinds of records that are looked at.
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000a;
    pub const FILE_PASS: u16 = 0x002f;
    pub const COL_INFO: u16 = 0x007d;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00bd;
    pub const RICH_TEXT: u16 = 0x00d6;
    pub const XF: u16 = 0x00e0;
    pub const MERGED: u16 = 0x00e5;
    pub const SHARED_TEXT: u16 = 0x00fd;
    pub const DIMENSIONS: u16 = 0x0200;
    pub const NUMBER: u16 = 0x0203;
    pub const TEXT: u16 = 0x0204;
    pub const BOOLEAN: u16 = 0x0205;
    pub const ROW: u16 = 0x0208;
    pub const RK: u16 = 0x027e;
    pub const FORMAT: u16 = 0x041e;
    pub const BOF: u16 = 0x0809;
}

/// Looks through the sheets of a workbook, in their order, and takes out how many cells
/// each says it has: the reader would make room for all of them.
///
/// # Errors
/// Where it is none, or protected, or would take more than a reader may.
pub fn look(bytes: Vec<u8>) -> Result<(Vec<Looked>, Vec<u8>), Refusal> {
    let damaged_file = |error: io::Error| Refusal::Damaged(error.to_string());
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(damaged_file)?;
    let (name, stream) = stream(&mut file)?;
    let looked = sheets(&stream)?;
    let mut part = file.open_stream(name).map_err(damaged_file)?;
    for (at, length) in looked.iter().flat_map(|sheet| &sheet.announced) {
        part.seek(SeekFrom::Start(*at as u64))
            .map_err(damaged_file)?;
        part.write_all(&vec![0; *length]).map_err(damaged_file)?;
    }
    drop(part);
    Ok((looked, file.into_inner().into_inner()))
}

fn sheets(stream: &[u8]) -> Result<Vec<Looked>, Refusal> {
    let damaged = || Refusal::damaged("workbook", "records");
    let (mut sheets, mut codes, mut formats) = (Vec::new(), HashMap::new(), Vec::new());
    let mut is_wide = true;
    let mut records = Records::of(stream, 0);
    while let Some((kind, data)) = records.next() {
        match kind {
            // Of version 8, which Excel writes since 1997, texts tell how wide they are.
            kind::BOF => is_wide = number(data, 0) == Some(0x0600),
            kind::FILE_PASS => return Err(Refusal::Encrypted),
            kind::BOUND_SHEET => {
                let name = data.get(if is_wide { 5 } else { 6 }..).unwrap_or_default();
                let at = long(data, 0).ok_or_else(damaged)?;
                sheets.push((at, text(name, is_wide)));
                Refusal::beyond(Counted::Sheets, sheets.len(), bounds::SHEETS)?;
            }
            kind::FORMAT => {
                let code = text(data.get(2..).unwrap_or_default(), is_wide);
                if code.chars().count() > LENGTH {
                    return Err(damaged());
                }
                codes.insert(number(data, 0).unwrap_or_default(), Shown::of(&code));
            }
            kind::XF => formats.push(number(data, 2).unwrap_or_default()),
            _ => {}
        }
    }
    if !records.is_whole || sheets.is_empty() {
        return Err(damaged());
    }
    let shown = |id: &u16| {
        codes
            .get(id)
            .copied()
            .unwrap_or_else(|| Shown::built_in(*id))
    };
    let formats: Vec<Shown> = formats.iter().map(shown).collect();
    let (mut looked, mut area) = (Vec::new(), 0);
    for (at, name) in sheets {
        let sheet = of_sheet(stream, at as usize, &name, &formats)?;
        area += sheet.area();
        if area > bounds::AREA {
            return Err(Refusal::Sparse(bounds::AREA));
        }
        looked.push(sheet);
    }
    Ok(looked)
}

/// Looks through the records of a sheet, which begin at `at`.
fn of_sheet(stream: &[u8], at: usize, name: &str, formats: &[Shown]) -> Result<Looked, Refusal> {
    let damaged = || Refusal::damaged(name, "records");
    let mut looked = Looked::default();
    let mut records = Records::of(stream, at);
    while let Some((kind, data)) = records.next() {
        if !is_as_long(kind, data.len()) {
            return Err(damaged());
        }
        match kind {
            kind::ROW => {
                const HIDDEN: u16 = 0x20;
                let flags = number(data, 12).unwrap_or_default();
                let row = number(data, 0).filter(|_| flags & HIDDEN != 0);
                looked.hidden_rows.extend(row.map(u32::from));
            }
            kind::COL_INFO => {
                let is_hidden = number(data, 8).unwrap_or_default() & 1 != 0;
                let ends = number(data, 0).zip(number(data, 2));
                if let Some((from, to)) = ends.filter(|_| is_hidden) {
                    // Some programs write 256 for all that follow.
                    let columns = from..=to.min(COLUMNS - 1);
                    looked.hidden_columns.extend(columns.map(u32::from));
                }
            }
            kind::DIMENSIONS => {
                looked.announced.push((records.at - data.len(), data.len()));
            }
            kind::MERGED => {
                let count = usize::from(number(data, 0).unwrap_or_default());
                if data.len() < 2 + count * 8 {
                    return Err(damaged());
                }
            }
            kind::NUMBER
            | kind::RK
            | kind::FORMULA
            | kind::TEXT
            | kind::RICH_TEXT
            | kind::SHARED_TEXT
            | kind::BOOLEAN => {
                let (row, column) = number(data, 0).zip(number(data, 2)).ok_or_else(damaged)?;
                looked.see((row, column), number(data, 4), name, formats)?;
                if kind == kind::FORMULA && is_open(data) {
                    looked.formulas.insert((row.into(), column.into()));
                }
            }
            kind::MUL_RK => {
                const FIRST: usize = 4;
                const EACH: usize = 6;
                let (row, first) = number(data, 0).zip(number(data, 2)).ok_or_else(damaged)?;
                let count = data.len().saturating_sub(FIRST + 2) / EACH;
                for (column, nth) in (first..=u16::MAX).zip(0..count) {
                    let format = number(data, FIRST + nth * EACH);
                    looked.see((row, column), format, name, formats)?;
                }
            }
            _ => {}
        }
    }
    match records.is_whole {
        true => Ok(looked),
        false => Err(damaged()),
    }
}

/// So many columns an old sheet has.
const COLUMNS: u16 = 256;

/// Whether a record has the length that its kind has: behind one of another length all that
/// follows may be read from a wrong place.
fn is_as_long(kind: u16, length: usize) -> bool {
    match kind {
        // There is no such kind, but many zeros are between others.
        0 => false,
        kind::SHARED_TEXT | kind::RK => length == 10,
        kind::NUMBER => length == 14,
        kind::BOOLEAN => length == 8,
        kind::ROW => length == 16,
        kind::MUL_RK => length >= 12 && length.is_multiple_of(6),
        kind::FORMULA => length >= 20,
        _ => true,
    }
}

/// Whether the value of a formula is to be worked out on opening: other programs than Excel
/// leave 0 or the empty text there.
fn is_open(formula: &[u8]) -> bool {
    const ON_OPENING: u16 = 2;
    let value = formula.get(6..14).unwrap_or_default();
    let is_nothing = matches!(
        value,
        [0, 0, 0, 0, 0, 0, 0, 0] | [3, _, _, _, _, _, 0xff, 0xff]
    );
    is_nothing && number(formula, 14).is_some_and(|flags| flags & ON_OPENING != 0)
}

impl Looked {
    /// Notes a cell.
    fn see(
        &mut self,
        (row, column): (u16, u16),
        format: Option<u16>,
        name: &str,
        formats: &[Shown],
    ) -> Result<(), Refusal> {
        let shown = format.and_then(|format| formats.get(usize::from(format)));
        let place = (u32::from(row), u32::from(column));
        if column >= COLUMNS {
            let cell = places::name(place);
            return Err(Refusal::Cell(name.to_owned(), cell, Flaw::Place));
        }
        match self.cells.insert(place, shown.copied().unwrap_or_default()) {
            None => Ok(()),
            Some(_) => {
                let cell = places::name(place);
                Err(Refusal::Cell(name.to_owned(), cell, Flaw::Twice))
            }
        }
    }

    /// How many cells there are from the first to the last, all of which the reader holds.
    fn area(&self) -> usize {
        let rows = self.cells.keys().map(|place| place.0);
        let columns = self.cells.keys().map(|place| place.1);
        let ends = |least: Option<u32>, most: Option<u32>| {
            least.zip(most).map_or(0, |(least, most)| most - least + 1) as usize
        };
        ends(rows.clone().min(), rows.max()) * ends(columns.clone().min(), columns.max())
    }
}

/// The stream with the sheets, and its name.
fn stream(file: &mut CompoundFile<Cursor<Vec<u8>>>) -> Result<(&'static str, Vec<u8>), Refusal> {
    let damaged = |error: io::Error| Refusal::Damaged(error.to_string());
    let mut names = ["/Workbook", "/Book"].into_iter();
    let Some(name) = names.find(|name| file.is_stream(name)) else {
        let kind = kinds::of_streams(|name| file.is_stream(name));
        return Err(kind.map_or_else(|| Refusal::damaged("Workbook", "missing"), Refusal::Kind));
    };
    let mut stream = Vec::new();
    let part = file.open_stream(name).map_err(damaged)?;
    part.take(bounds::FILE)
        .read_to_end(&mut stream)
        .map_err(damaged)?;
    Ok((name, stream))
}

/// The records of what begins at a place, without those of charts within.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
    /// How many beginnings have no end yet.
    depth: usize,
    /// Whether what begins there has ended, and nothing but another beginning follows.
    is_whole: bool,
}

impl<'a> Records<'a> {
    fn of(stream: &'a [u8], at: usize) -> Self {
        Self {
            stream,
            at,
            depth: 0,
            is_whole: false,
        }
    }

    fn next(&mut self) -> Option<(u16, &'a [u8])> {
        loop {
            let head = self.stream.get(self.at..).filter(|_| !self.is_whole)?;
            let (kind, length) = (number(head, 0)?, usize::from(number(head, 2)?));
            let data = head.get(4..4 + length)?;
            // A sheet begins as one.
            if self.depth == 0 && kind != kind::BOF {
                return None;
            }
            self.at += 4 + length;
            match kind {
                kind::BOF => self.depth += 1,
                kind::EOF => self.depth -= 1,
                _ => {}
            }
            if self.depth == 0 {
                let rest = self.stream.get(self.at..).unwrap_or_default();
                let is_end = rest.iter().all(|byte| *byte == 0);
                self.is_whole = is_end || number(rest, 0) == Some(kind::BOF);
                return None;
            }
            if self.depth == 1 && kind != kind::EOF {
                return Some((kind, data));
            }
        }
    }
}

fn number(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at + 2)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn long(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// A text behind two bytes that tell how long it is; of an older version what is ASCII in
/// it.
fn text(data: &[u8], is_wide: bool) -> String {
    if !is_wide {
        let bytes = data.get(1..).unwrap_or_default().iter();
        return bytes.map(|byte| char::from(*byte)).collect();
    }
    let is_double = data.get(2).is_some_and(|flags| flags & 1 != 0);
    let body = data.get(3..).unwrap_or_default();
    match is_double {
        false => body.iter().map(|byte| char::from(*byte)).collect(),
        true => {
            let units = body
                .chunks_exact(2)
                .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            char::decode_utf16(units)
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [&b"PK"[..], b"\xd0\xcf\x11\xe0"] {
            assert!(matches!(look(bytes.to_vec()), Err(Refusal::Damaged(_))));
        }
    }

    /// Records of these kinds, each with a byte.
    fn stream(kinds: &[u16]) -> Vec<u8> {
        let record = |kind: &u16| [kind.to_le_bytes(), [1, 0]].concat().into_iter().chain([7]);
        kinds.iter().flat_map(record).collect()
    }

    #[test]
    fn records_end_where_what_they_begin_does() {
        use kind::{BOF, EOF, ROW, XF};
        for (kinds, seen, is_whole) in [
            (&[BOF, ROW, EOF][..], 2, true),
            (&[BOF, ROW, EOF, BOF, EOF], 2, true),
            (&[BOF, ROW, BOF, XF, EOF, ROW, EOF], 3, true),
            (&[BOF, ROW, EOF, ROW, EOF], 2, false),
            (&[BOF, ROW, BOF, ROW, EOF], 2, false),
            (&[BOF, ROW], 2, false),
            (&[ROW, EOF], 0, false),
        ] {
            let stream = stream(kinds);
            let mut records = Records::of(&stream, 0);
            let mut count = 0;
            while records.next().is_some() {
                count += 1;
            }
            assert_eq!((count, records.is_whole), (seen, is_whole), "{kinds:?}");
        }
    }
}
