//! Sheets as text: UTF-8, GBK or GB 18030; commas, tabs or semicolons between cells.

use csv::ByteRecord;
use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::bounds::{self, Counted, Refusal};
use super::xlsx::text_of;
use super::{Book, Sheet};

/// Reads a text as the one sheet of a book; its rows have the numbers of its lines.
pub fn read(bytes: &[u8], name: &str) -> Result<Book, Refusal> {
    let text = decoded(bytes)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let separator = separator(&text);
    let mut sheet = Sheet {
        name: name.to_owned(),
        ..Sheet::default()
    };
    let (mut cells, mut last) = (0, 1);
    each(&text, separator, usize::MAX, &mut |line, record| {
        last = line;
        for (column, cell) in record.iter().enumerate() {
            // The text was UTF-8, and separators are ASCII.
            if let Some(content) = text_of(&String::from_utf8_lossy(cell)) {
                cells += 1;
                Refusal::beyond(Counted::Cells, cells, bounds::CELLS)?;
                let place = (number(line), number(column));
                sheet.add(place, content);
            }
        }
        Ok(())
    })?;
    // A quote that is not closed would make one cell of all that follows.
    match text.matches('"').count() % 2 {
        0 => Ok(Book {
            sheets: vec![sheet],
            says_hidden: true,
            is_text: true,
            ..Book::default()
        }),
        _ => Err(Refusal::OpenQuote(last + 1)),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Goes through the records of a text, with the line that each begins in, from 0.
fn each(
    text: &str,
    separator: u8,
    most: usize,
    look: &mut dyn FnMut(usize, &ByteRecord) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader
        .has_headers(false)
        .flexible(true)
        .delimiter(separator);
    let mut reader = reader.from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let (mut counted, mut lines, mut next) = (0, 0, 0);
    for _ in 0..most {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(Refusal::Damaged(error.to_string())),
        }
        // The reader's own count of lines goes wrong where they end with CR LF.
        let at = record.position().map_or(0, csv::Position::byte);
        let rest = text.get(usize::try_from(at).unwrap_or(counted)..);
        let rest = rest.unwrap_or_default().trim_start_matches(['\r', '\n']);
        let start = (text.len() - rest.len()).max(counted);
        lines += text
            .get(counted..start)
            .unwrap_or_default()
            .matches('\n')
            .count();
        counted = start;
        // Whatever ends lines, no two records are one row.
        let line = lines.max(next);
        next = line + 1;
        look(line, &record)?;
    }
    Ok(())
}

/// What sets most cells apart in the first rows.
fn separator(text: &str) -> u8 {
    let cells = |separator: u8| {
        let mut cells = 0;
        let counted = each(text, separator, ROWS, &mut |_, record| {
            cells += record.len();
            Ok(())
        });
        counted.map_or(0, |()| cells)
    };
    let separators = [b';', b'\t', b','].into_iter();
    separators
        .max_by_key(|separator| cells(*separator))
        .unwrap_or(b',')
}

/// So many rows are looked at for that.
const ROWS: usize = 50;

fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
            return text.map(Into::into).ok_or(Refusal::NotText(1));
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return match text.contains('\0') {
            true => Err(Refusal::NotText(1)),
            false => Ok(text.to_owned()),
        };
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    if let Some(text) = text.filter(|text| !text.contains('\0')) {
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
    fn what_is_no_text_is_refused_with_its_line() {
        let refused = |bytes: &[u8]| read(bytes, "名册").expect_err("refused");
        assert_eq!(refused(b"a,b\n\xff\xff\xff\n"), Refusal::NotText(2));
        assert_eq!(refused(b"a,b\nc,\"d\ne,f\n"), Refusal::OpenQuote(2));
        assert_eq!(refused(b" \n"), Refusal::Empty);
    }
}
