//! The text of a file: UTF-8, or the reason why it is not read.

use std::path::Path;

use super::encoding::{Encoding, decoded};
use super::git::BlobFault;
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
    /// What is there is not the file, as git has it elsewhere or otherwise.
    Blob(BlobFault),
    /// In another encoding; where in its text the first character is that is not ASCII.
    Encoding(Encoding, Span),
    /// In no encoding that is known, from this line and column on, which count from 1.
    Damaged(u32, u32),
    /// Nothing but comments.
    Empty,
}

/// Reads a file as text.
pub fn read_text(path: &Path) -> Result<String, SourceFault> {
    text_of(&read_bytes(path)?)
}

/// The bytes of a file that may be one of ours.
///
/// # Errors
/// Where it is no plain file, too large, or the system refuses.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, SourceFault> {
    Ok(read_plain(path, MAX_BYTES)?)
}

impl From<Unread> for SourceFault {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::NotPlain => Self::NotPlain,
            Unread::TooLarge(size) => Self::TooLarge(size),
            Unread::Blob(fault) => Self::Blob(fault),
            Unread::Failed(error) => Self::Unreadable(error.to_string()),
        }
    }
}

/// The text that bytes of a file are, without a byte order mark and with LF at the ends of
/// lines: places are those in it.
///
/// # Errors
/// Where they are no UTF-8.
pub fn text_of(bytes: &[u8]) -> Result<String, SourceFault> {
    let read = decoded(bytes).map_err(|valid| {
        let before = String::from_utf8_lossy(&bytes[..valid]);
        let before = before.trim_start_matches('\u{feff}');
        let (line, column) = line_column(before, before.len());
        SourceFault::Damaged(line as u32, column as u32)
    })?;
    match read.encoding {
        Encoding::Utf8 => Ok(read.text),
        other => {
            let mut characters = read.text.char_indices();
            let first = characters.find(|(_, character)| !character.is_ascii());
            let place = |(at, character): (usize, char)| Span::new(at, at + character.len_utf8());
            let span = first.map_or(Span::default(), place);
            Err(SourceFault::Encoding(other, span))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_has_its_place() {
        assert_eq!(
            text_of("姓名: 李\r\n".as_bytes()),
            Ok("姓名: 李\n".to_owned())
        );
        // 姓名 in GBK, behind a line that ends with CR LF.
        let gbk = b"a: b\r\n\xd0\xd5\xc3\xfb: x\n";
        let place = Span::new(5, 8);
        assert_eq!(
            text_of(gbk),
            Err(SourceFault::Encoding(Encoding::Gbk, place))
        );
        assert_eq!(text_of(b"a: \xff\xff\n"), Err(SourceFault::Damaged(1, 4)));
        let after_mark = b"\xef\xbb\xbfa: \xff\xff\n";
        assert_eq!(text_of(after_mark), Err(SourceFault::Damaged(1, 4)));
    }
}
