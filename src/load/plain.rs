//! How files are read: plain files only, none of a size that nothing of ours has. A pipe
//! would wait for ever, a device gives without end.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::git::BlobFault;

/// Why a file is not read.
#[derive(Debug)]
pub enum Unread {
    /// It is no plain file.
    NotPlain,
    /// It has more bytes than may be read: so many.
    TooLarge(u64),
    /// What is there is not the file, as git has it elsewhere or otherwise.
    Blob(BlobFault),
    /// The system refused.
    Failed(io::Error),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

impl From<BlobFault> for Unread {
    fn from(fault: BlobFault) -> Self {
        Self::Blob(fault)
    }
}

impl From<Unread> for io::Error {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Failed(error) => error,
            Unread::Blob(fault) => Self::other(fault.to_string()),
            Unread::NotPlain => Self::other("not a plain file"),
            Unread::TooLarge(bytes) => Self::other(format!("too large: {bytes} bytes")),
        }
    }
}

/// Reads a plain file of at most so many bytes.
///
/// # Errors
/// Where it is none, is larger, or the system refuses.
pub fn read_plain(path: &Path, most: u64) -> Result<Vec<u8>, Unread> {
    let file = open_plain(path)?;
    let size = file.metadata()?.len();
    if size > most {
        return Err(Unread::TooLarge(size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    file.take(most + 1).read_to_end(&mut bytes)?;
    let read = bytes.len() as u64;
    if read > most {
        return Err(Unread::TooLarge(read));
    }
    Ok(bytes)
}

/// Opens a plain file.
///
/// # Errors
/// Where it is none, or the system refuses.
pub fn open_plain(path: &Path) -> Result<File, Unread> {
    let is_plain = |found: fs::Metadata| found.is_file().then_some(()).ok_or(Unread::NotPlain);
    // Looked at before it is opened: to open a pipe waits for its other end.
    is_plain(fs::metadata(path)?)?;
    let file = File::open(path)?;
    is_plain(file.metadata()?)?;
    Ok(file)
}
