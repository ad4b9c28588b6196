//! Bytes as text, in the encodings that Windows saves files in. What a program puts before
//! the text, and how it ends lines, is no part of what is said: a byte order mark is left
//! out, CR LF is LF. So every place is that of the same file as it is usually written.

use encoding_rs::{Encoding as Table, GB18030, UTF_16BE, UTF_16LE};

/// How a file's bytes stand for characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, in which files are.
    Utf8,
    /// GBK or GB 18030, the ANSI of a Chinese Windows.
    Gbk,
    /// UTF-16, which Notepad called Unicode.
    Utf16,
}

/// The text of a file, and how it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, with LF alone at the ends of lines.
    pub text: String,
    /// The encoding.
    pub encoding: Encoding,
    /// Whether a byte order mark or CR LF was left out.
    pub is_tidied: bool,
}

/// A byte order mark as a character.
const MARK: char = '\u{feff}';

/// The text of bytes.
///
/// # Errors
/// Where they are in none of the encodings: the bytes of UTF-8 before the fault.
pub fn decoded(bytes: &[u8]) -> Result<Decoded, usize> {
    if let Some(text) = utf_16(bytes) {
        return Ok(tidied(text, Encoding::Utf16));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(tidied(text.to_owned(), Encoding::Utf8)),
        Err(error) => match gbk(bytes) {
            Some(text) => Ok(tidied(text, Encoding::Gbk)),
            None => Err(error.valid_up_to()),
        },
    }
}

/// A text without what is no part of it.
fn tidied(text: String, encoding: Encoding) -> Decoded {
    let plain = text.strip_prefix(MARK).unwrap_or(&text);
    let plain = plain.replace("\r\n", "\n");
    let is_tidied = plain.len() != text.len();
    let text = if is_tidied { plain } else { text };
    Decoded {
        text,
        encoding,
        is_tidied,
    }
}

/// UTF-16 by its mark, or without one: then half of the bytes of what is ASCII in it are
/// zeros, which stand in no other text.
fn utf_16(bytes: &[u8]) -> Option<String> {
    let table = match bytes {
        [0xff, 0xfe, ..] => UTF_16LE,
        [0xfe, 0xff, ..] => UTF_16BE,
        _ => {
            let zeros = |from: usize| {
                let bytes = bytes.iter().skip(from).step_by(2);
                bytes.filter(|byte| **byte == 0).count()
            };
            let (high_first, low_first) = (zeros(0), zeros(1));
            let (table, zeros) = match high_first > low_first {
                true => (UTF_16BE, high_first),
                false => (UTF_16LE, low_first),
            };
            // A few may be control characters of another text.
            (zeros > 1 && zeros * 20 >= bytes.len()).then_some(table)?
        }
    };
    whole(table, bytes).filter(|text| !text.contains('\0'))
}

/// GBK and GB 18030. Damaged UTF-8 can be read so, too, but not as the characters that
/// texts are made of, those of GB 2312.
fn gbk(bytes: &[u8]) -> Option<String> {
    let (mut pairs, mut usual) = (0, 0);
    let mut rest = bytes;
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        if let (0x81..=0xfe, Some((&second, tail))) = (first, tail.split_first()) {
            // Rare characters have four bytes, which texts of other encodings hardly have.
            pairs += usize::from(!second.is_ascii_digit());
            usual += usize::from(matches!(first, 0xa1..=0xf7) && second >= 0xa1);
            rest = tail;
        }
    }
    (usual * 5 >= pairs * 4).then(|| whole(GB18030, bytes))?
}

/// The text of bytes that are all of an encoding.
fn whole(table: &'static Table, bytes: &[u8]) -> Option<String> {
    let text = table.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "姓名: 张建国\n性别: 男\n";

    fn utf_16_of(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    /// What is read of bytes: the text, the encoding, whether anything was left out.
    #[track_caller]
    fn expect(bytes: &[u8], text: &str, encoding: Encoding, is_tidied: bool) {
        let read = decoded(bytes).expect("text");
        assert_eq!(
            (&*read.text, read.encoding, read.is_tidied),
            (text, encoding, is_tidied)
        );
    }

    #[test]
    fn marks_and_line_ends_are_left_out() {
        let crlf = TEXT.replace('\n', "\r\n");
        let marked = format!("{MARK}{TEXT}");
        expect(TEXT.as_bytes(), TEXT, Encoding::Utf8, false);
        expect(crlf.as_bytes(), TEXT, Encoding::Utf8, true);
        expect(marked.as_bytes(), TEXT, Encoding::Utf8, true);
        expect(
            format!("{MARK}{crlf}").as_bytes(),
            TEXT,
            Encoding::Utf8,
            true,
        );
        expect(b"a: b\rc: d\n", "a: b\rc: d\n", Encoding::Utf8, false);
        expect(b"", "", Encoding::Utf8, false);
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            expect(&utf_16_of(&marked, bytes), TEXT, Encoding::Utf16, true);
            expect(&utf_16_of(TEXT, bytes), TEXT, Encoding::Utf16, false);
            expect(
                &utf_16_of("a: b\r\n", bytes),
                "a: b\n",
                Encoding::Utf16,
                true,
            );
        }
    }

    #[test]
    fn gbk_and_damaged_utf_8_are_told_apart() {
        // 姓名: 张建国, 性别: 男 in GBK; 㐂 is 4 bytes of GB 18030.
        let name = b"\xd0\xd5\xc3\xfb: \xd5\xc5\xbd\xa8\xb9\xfa\n";
        let sex = b"\xd0\xd4\xb1\xf0: \xc4\xd0\n";
        expect(&[&name[..], sex].concat(), TEXT, Encoding::Gbk, false);
        let rare = b"\xd0\xd5\xc3\xfb: \xd5\xc5\xbd\xa8\x81\x39\xee\x39\n";
        let read = decoded(rare).expect("GB 18030");
        assert_eq!(
            (read.encoding, read.text.chars().count()),
            (Encoding::Gbk, 8)
        );
        // Each character without its last byte, or with one byte too much.
        for (at, character) in TEXT.char_indices().filter(|(_, c)| !c.is_ascii()) {
            let end = at + character.len_utf8();
            let mut cut = TEXT.as_bytes().to_vec();
            cut.remove(end - 1);
            assert_eq!(decoded(&cut), Err(at), "{character}");
            let mut more = TEXT.as_bytes().to_vec();
            more.insert(end, 0xbf);
            assert_eq!(decoded(&more), Err(end), "{character}");
        }
        assert_eq!(decoded(b"a: \xff\xff\n"), Err(3));
        // One control character makes no other encoding.
        expect(b"a: \0b\n", "a: \0b\n", Encoding::Utf8, false);
    }
}
