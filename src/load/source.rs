//! Bytes to text: UTF-8 without a byte order mark, with LF line ends.

use std::path::Path;

use super::plain::{Unread, read_plain};
use crate::model::node::{Span, line_column};

/// The largest YAML file that is read: a member's is a few kilobytes, a unit's
/// figures some tens.
pub const MAX_BYTES: u64 = 1 << 20;

/// Why a file's bytes are refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceFault {
    /// A pipe, a device or the like.
    NotPlain,
    /// The file could not be read; the system's words.
    Unreadable(String),
    /// More than [`MAX_BYTES`]; its size in bytes.
    TooLarge(u64),
    /// Not UTF-8 from this line and byte on; whether it looks like GBK.
    NotUtf8 {
        /// Line from 1.
        line: u32,
        /// Column from 1, in characters.
        column: u32,
        /// Whether the bytes are valid GBK/GB 18030.
        gbk: bool,
    },
    /// Starts with a byte order mark.
    ByteOrderMark,
    /// UTF-16, which some editors call Unicode.
    Utf16,
    /// Nothing but comments.
    Empty,
    /// Lines end with CR LF; where the first does.
    CarriageReturn(Span),
}

/// Reads a file as text.
pub fn read_text(path: &Path) -> Result<String, SourceFault> {
    let bytes = read_plain(path, MAX_BYTES).map_err(|unread| match unread {
        Unread::NotPlain => SourceFault::NotPlain,
        Unread::TooLarge(size) => SourceFault::TooLarge(size),
        Unread::Failed(error) => SourceFault::Unreadable(error.to_string()),
    });
    text_of(bytes?)
}

/// Checks the bytes of a file.
///
/// # Errors
/// Where they are no UTF-8 with LF and without a mark.
pub fn text_of(bytes: Vec<u8>) -> Result<String, SourceFault> {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(SourceFault::ByteOrderMark);
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(SourceFault::Utf16);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let before = String::from_utf8_lossy(&bytes[..valid]);
        let (line, column) = line_column(&before, before.len());
        SourceFault::NotUtf8 {
            line: line as u32,
            column: column as u32,
            gbk: is_gbk(bytes),
        }
    })?;
    match text.find('\r') {
        Some(at) => Err(SourceFault::CarriageReturn(Span::new(at, at + 1))),
        None => Ok(text),
    }
}

/// Whether all bytes outside ASCII are pairs (or fours) of GB 18030.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((&first, tail)) = rest.split_first() {
        rest = match (first, tail) {
            (0x00..=0x7f, _) => tail,
            (0x81..=0xfe, [0x40..=0x7e | 0x80..=0xfe, ..]) => &tail[1..],
            (0x81..=0xfe, [0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, ..]) => &tail[3..],
            _ => return false,
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        assert_eq!(text_of("姓名: 李\n".into()), Ok("姓名: 李\n".to_owned()));
        // 姓名 in GBK.
        let gbk = b"a: b\n\xd0\xd5\xc3\xfb: x\n".to_vec();
        assert_eq!(
            text_of(gbk),
            Err(SourceFault::NotUtf8 {
                line: 2,
                column: 1,
                gbk: true
            })
        );
        let broken = b"a: \xff\xff\n".to_vec();
        assert_eq!(
            text_of(broken),
            Err(SourceFault::NotUtf8 {
                line: 1,
                column: 4,
                gbk: false
            })
        );
        assert_eq!(
            text_of(b"\xef\xbb\xbfa: b".to_vec()),
            Err(SourceFault::ByteOrderMark)
        );
        let crlf = text_of(b"a: b\r\nc: d\r\n".to_vec());
        assert_eq!(crlf, Err(SourceFault::CarriageReturn(Span::new(4, 5))));
    }
}
