//! Sheets as text: UTF-8, GBK or GB 18030; commas, tabs or semicolons between cells.

use std::collections::BTreeMap;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::bounds::Refusal;
use super::content::of_text;
use super::records::Records;
use super::room::Room;
use super::{Book, Sheet};

/// Reads a text as the one sheet of a book; its rows have the numbers that programs for
/// sheets show, which count what stands in quotes as one line.
pub fn read(bytes: &[u8], name: &str) -> Result<Book, Refusal> {
    let text = decoded(bytes)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let mut sheet = Sheet {
        name: name.to_owned(),
        ..Sheet::default()
    };
    let (mut records, mut room) = (Records::of(&text, separator(&text)), Room::default());
    let mut row = 0_u32;
    while let Some(record) = records.next(name)? {
        if !record.cells.is_empty() {
            room.row()?;
        }
        for (column, cell) in record.cells {
            if let Some(content) = of_text(&cell) {
                room.cell(name, (row, column), &content)?;
                sheet.add((row, column), content);
            }
        }
        row = row.saturating_add(1);
    }
    Ok(Book {
        sheets: vec![sheet],
        is_text: true,
        ..Book::default()
    })
}

/// What sets the cells of a text apart: where there is a row of heads with the name among
/// them, what sets these apart, else what makes most rows of equal width. How often it
/// occurs says nothing: a remark may be full of it.
fn separator(text: &str) -> u8 {
    let separators = [b';', b'\t', b','].into_iter();
    separators
        .max_by_key(|separator| judged(text, *separator))
        .unwrap_or(b',')
}

/// Whether a separator makes heads, how many rows of equal width it makes, and the width.
fn judged(text: &str, separator: u8) -> (bool, usize, u32) {
    const ROWS: usize = 50;
    let mut records = Records::of(text, separator);
    let (mut widths, mut is_head) = (BTreeMap::<u32, usize>::new(), false);
    for _ in 0..ROWS {
        let Ok(Some(record)) = records.next("") else {
            break;
        };
        if record.width > 1 && !record.cells.is_empty() {
            *widths.entry(record.width).or_default() += 1;
            is_head |= record.cells.iter().any(|(_, cell)| is_name(cell));
        }
    }
    let most = widths.iter().max_by_key(|(width, rows)| (**rows, **width));
    let (width, rows) = most.map_or((0, 0), |(width, rows)| (*width, *rows));
    (is_head, rows, width)
}

/// Whether a cell may be the head of names.
fn is_name(cell: &str) -> bool {
    const LENGTH: usize = 8;
    let cell: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let is_one = !cell.contains([',', ';']) && cell.chars().count() <= LENGTH;
    is_one && cell.contains("姓名")
}

fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
            return without_nul(text.ok_or(Refusal::NotText(1))?.into_owned());
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return without_nul(text.to_owned());
    }
    // Bytes of no text at all may be no GB 18030 long after.
    let is_nul = |byte: &u8| *byte == 0;
    if let Some(at) = bytes.iter().position(is_nul) {
        return Err(Refusal::Nul(line(&bytes[..at])));
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    if let Some(text) = text {
        return Ok(text.into_owned());
    }
    let lines = bytes.split(|byte| *byte == b'\n');
    let is_read = |line: &&[u8]| {
        GB18030
            .decode_without_bom_handling_and_without_replacement(line)
            .is_some()
    };
    Err(Refusal::NotText(lines.take_while(is_read).count() + 1))
}

fn without_nul(text: String) -> Result<String, Refusal> {
    match text.find('\0') {
        Some(at) => Err(Refusal::Nul(line(&text.as_bytes()[..at]))),
        None => Ok(text),
    }
}

/// The line behind some bytes.
fn line(before: &[u8]) -> usize {
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::sheet::Content;

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<(u32, String)>)> {
        let book = read(bytes, "名册").expect("a sheet");
        let text = |content: &Content| match content {
            Content::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        };
        let rows = book.sheets[0].rows.iter().map(|row| {
            let cells = row
                .cells
                .iter()
                .map(|(column, content)| (*column, text(content)));
            (row.number, cells.collect())
        });
        rows.collect()
    }

    #[test]
    fn encodings_and_separators_are_found() {
        let text = "姓名,身份证号\r\n张建国,\"\t622423196503121234\"\r\n\r\n李明,\r\n";
        let expected = rows(text.as_bytes());
        assert_eq!(
            expected[1],
            (
                1,
                vec![(0, "张建国".into()), (1, "622423196503121234".into())]
            )
        );
        assert_eq!(expected[2].0, 3, "the line, not the count of rows");
        for separator in [",", "\t", ";"] {
            let text = text.replace("\t6", "6").replace(',', separator);
            assert_eq!(rows(text.as_bytes()), expected, "{separator}");
            assert_eq!(rows(&GB18030.encode(&text).0), expected);
            assert_eq!(rows(format!("\u{feff}{text}").as_bytes()), expected);
            let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(rows(&[b"\xff\xfe".to_vec(), units].concat()), expected);
        }
        // 𬱖 has four bytes in GB 18030.
        assert_eq!(rows(&GB18030.encode("李𬱖,1").0)[0].1[0].1, "李𬱖");
    }

    #[test]
    fn separators_are_judged_by_what_they_make() {
        let width = |text: &str| rows(text.as_bytes()).iter().map(|row| row.1.len()).max();
        for (text, expected) in [
            ("姓名,备注\n甲,a;b;c;d;e\n乙,a;b;c;d;e\n", 2),
            ("姓名,身份证号,备注;说明;其他;另\n甲,1,a;b;c;d\n", 3),
            ("单位;某局;日期;2016\n姓名,身份证号,备注\n甲,1,a\n", 3),
            (
                "单位\t某局\t\t\t日期\t2016\n姓 名,身份证号,备注\n甲,1,a\n",
                3,
            ),
            ("党员,名册,某局,2016\n姓名;身份证号\n甲;1,2,3\n", 2),
            ("姓名\t备注\n甲\tx,y,z,u,v\n", 2),
            ("a,b\nc,d;e;f\ng,h\n", 2),
        ] {
            assert_eq!(width(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn rows_are_those_that_are_seen() {
        let read = rows(
            "姓名,备注\n甲,\"一\r\n二\"\n\n乙,\"说\"\"好\"\"\"\n丙,5\"管\n丁,\"引\"号\n".as_bytes(),
        );
        let seen: Vec<_> = read
            .iter()
            .map(|row| (row.0, row.1[1].1.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                (0, "备注"),
                (1, "一\n二"),
                (3, "说\"好\""),
                (4, "5\"管"),
                (5, "引号")
            ]
        );
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_line() {
        let refused = |bytes: &[u8]| read(bytes, "名册").expect_err("refused");
        assert_eq!(refused(b"a,b\n\xff\xff\xff\n"), Refusal::NotText(2));
        assert_eq!(refused(b"a,b\nc,\"d\ne,f\n"), Refusal::OpenQuote(2));
        // The quote of another cell does not end it.
        let lost = b"a,b\n\"x\ny\",\"d\ne,\"f\"\n";
        assert_eq!(refused(lost), Refusal::OpenQuote(3));
        assert_eq!(refused(b"a,b\nc\0,d\n"), Refusal::Nul(2));
        assert_eq!(refused(b"\xb0\xa1,b\nc\0,d\n"), Refusal::Nul(2));
        assert_eq!(refused(b"a\0,\0b\0"), Refusal::Nul(1));
        assert_eq!(refused(b" \n"), Refusal::Empty);
    }
}
