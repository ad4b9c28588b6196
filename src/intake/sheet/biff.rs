//! What an old workbook says beside what its reader tells: which rows and columns are
//! hidden, which cells show a date to the month alone. Its stream is gone through record by
//! record ([MS-XLS], sections 2.3 and 2.4).

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use super::bounds;
use super::formats::{BUILT_IN, is_month};

/// What is known of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// Hidden rows, the first being 0.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, the first being 0.
    pub hidden_columns: Vec<u32>,
    /// Numbers that show a year and a month, and no day: row and column.
    pub months: std::collections::HashSet<(u32, u32)>,
}

/// Why nothing is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A password protects it.
    Encrypted,
    /// It is not built as such a workbook is.
    Damaged,
}

/// The kinds of records that are looked at.
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000a;
    pub const FILE_PASS: u16 = 0x002f;
    pub const COL_INFO: u16 = 0x007d;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00bd;
    pub const XF: u16 = 0x00e0;
    pub const NUMBER: u16 = 0x0203;
    pub const ROW: u16 = 0x0208;
    pub const RK: u16 = 0x027e;
    pub const FORMAT: u16 = 0x041e;
    pub const BOF: u16 = 0x0809;
}

/// Looks through the sheets of a workbook, in their order.
///
/// # Errors
/// Where it is none, or protected.
pub fn look(bytes: &[u8]) -> Result<Vec<Looked>, Fault> {
    let stream = stream(bytes).ok_or(Fault::Damaged)?;
    let (mut sheets, mut codes, mut months) = (Vec::new(), HashMap::new(), Vec::new());
    let mut is_wide = true;
    for (kind, data) in records(&stream, 0) {
        match kind {
            // Of version 8, which Excel writes since 1997, texts tell how wide they are.
            kind::BOF => is_wide = number(data, 0) == Some(0x0600),
            kind::FILE_PASS => return Err(Fault::Encrypted),
            kind::BOUND_SHEET => sheets.push(long(data, 0).ok_or(Fault::Damaged)?),
            kind::FORMAT => {
                let code = text(data.get(2..).unwrap_or_default(), is_wide);
                codes.insert(number(data, 0).unwrap_or_default(), is_month(&code));
            }
            kind::XF => months.push(number(data, 2).unwrap_or_default()),
            _ => {}
        }
    }
    let built_in = |id: u16| BUILT_IN.contains(&id.to_string().as_str());
    let is_month = |id: &u16| codes.get(id).copied().unwrap_or_else(|| built_in(*id));
    let months: Vec<bool> = months.iter().map(is_month).collect();
    let is_month = |format: u16| months.get(usize::from(format)) == Some(&true);
    let look = |at: u32| of_sheet(&stream, at as usize, &is_month);
    Ok(sheets.into_iter().map(look).collect())
}

/// Looks through the records of a sheet, which begin at `at`.
fn of_sheet(stream: &[u8], at: usize, is_month: &dyn Fn(u16) -> bool) -> Looked {
    let mut looked = Looked::default();
    for (kind, data) in records(stream, at) {
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
                    let columns = from..=to.min(255);
                    looked.hidden_columns.extend(columns.map(u32::from));
                }
            }
            kind::NUMBER | kind::RK | kind::FORMULA => looked.see(data, number(data, 4), is_month),
            kind::MUL_RK => {
                const FIRST: usize = 4;
                const EACH: usize = 6;
                let count = data.len().saturating_sub(FIRST + 2) / EACH;
                for nth in 0..count {
                    let column = number(data, 2).map(u32::from).unwrap_or_default();
                    let place = number(data, 0).map(|row| (u32::from(row), column + nth as u32));
                    let format = number(data, FIRST + nth * EACH);
                    looked
                        .months
                        .extend(place.filter(|_| format.is_some_and(is_month)));
                }
            }
            _ => {}
        }
    }
    looked
}

impl Looked {
    /// Notes the cell of a record that begins with its row and column.
    fn see(&mut self, data: &[u8], format: Option<u16>, is_month: &dyn Fn(u16) -> bool) {
        let place = number(data, 0).zip(number(data, 2));
        let place = place.filter(|_| format.is_some_and(is_month));
        self.months
            .extend(place.map(|(row, column)| (u32::from(row), u32::from(column))));
    }
}

/// The stream with the sheets.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| file.is_stream(name))?;
    let mut stream = Vec::new();
    let part = file.open_stream(name).ok()?;
    part.take(bounds::FILE).read_to_end(&mut stream).ok()?;
    Some(stream)
}

/// The records from a place to the end of what begins there: kind and data.
fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut is_over = false;
    std::iter::from_fn(move || {
        let head = stream.get(at..).filter(|_| !is_over)?;
        let (kind, length) = (number(head, 0)?, usize::from(number(head, 2)?));
        let data = head.get(4..4 + length)?;
        at += 4 + length;
        is_over = kind == kind::EOF;
        Some((kind, data))
    })
}

fn number(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at + 2)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn long(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// The code of a format; of one in an older version what is ASCII in it.
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
        assert_eq!(look(b"PK").err(), Some(Fault::Damaged));
        assert_eq!(look(b"\xd0\xcf\x11\xe0").err(), Some(Fault::Damaged));
    }

    #[test]
    fn records_end_where_they_are_cut_off() {
        let stream = [0x85, 0, 1, 0, 7, 0x0a, 0, 0, 0, 0x85, 0, 0, 0];
        let kinds: Vec<_> = records(&stream, 0).collect();
        assert_eq!(kinds, [(0x85, &[7_u8][..]), (0x0a, &[][..])]);
        assert_eq!(records(&stream[..4], 0).count(), 0);
        assert_eq!(records(&stream, 100).count(), 0);
    }
}
