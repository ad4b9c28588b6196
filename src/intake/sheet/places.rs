//! The names of cells: `B7` is the second cell of the seventh row.

use super::Merged;
use super::bounds::{COLUMNS, ROWS};

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

/// The name of a cell.
pub fn name((row, column): (u32, u32)) -> String {
    format!("{}{}", letters(column), row.saturating_add(1))
}

/// The row and column of a cell's name, both from 0; none where no sheet has such a cell.
pub fn place(name: &str) -> Option<(u32, u32)> {
    if name.contains('$') {
        return place(&name.replace('$', ""));
    }
    let (letters, row) = name.split_at(name.find(|c: char| !c.is_ascii_alphabetic())?);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.checked_mul(26)?.checked_add(value)
    })?;
    let column = column.checked_sub(1).filter(|column| *column < COLUMNS)?;
    Some((self::row(row)?, column))
}

/// A row by its number, from 0; none where no sheet has as many.
pub fn row(number: &str) -> Option<u32> {
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    let row = number.parse::<u32>().ok().filter(|_| is_number)?;
    row.checked_sub(1).filter(|row| *row < ROWS)
}

/// The cells from one to another.
pub fn range(name: &str) -> Option<Merged> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    let (first, last) = (place(first)?, place(last)?);
    let is_range = first.0 <= last.0 && first.1 <= last.1;
    is_range.then_some(Merged {
        rows: (first.0, last.0),
        columns: (first.1, last.1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells() {
        for (text, expected) in [
            ("A1", Some((0, 0))),
            ("$B$7", Some((6, 1))),
            ("XFD1048576", Some((1_048_575, 16_383))),
            ("XFE1", None),
            ("A1048577", None),
            ("A0", None),
            ("A+1", None),
            ("7", None),
            ("A", None),
            ("", None),
            ("甲1", None),
            ("A4294967298", None),
            ("ZZZZZZZZZ1", None),
        ] {
            assert_eq!(place(text), expected, "{text}");
        }
        assert_eq!(name((6, 1)), "B7");
        assert!(range("A1:XFE1").is_none() && range("B1:A1").is_none() && range("B2").is_some());
    }

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
}
