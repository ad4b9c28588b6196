//! A file that says that it is a page of ours.

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::forms::{Stamp, Unstamped};
use crate::load::{Unread, hexadecimal, read_plain};
use crate::publish::{MOST, is_by_program};
use crate::typeset::identity_in;

/// A file, as far as it is held against the data: it may be large, and is not kept.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it stands.
    pub file: PathBuf,
    /// What it says of itself.
    pub stamp: Stamp,
    /// Its identity among later versions, which is that of its path below `out/`.
    pub identity: Option<String>,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// Why a file is no page that could be held against the data.
#[derive(Debug)]
pub enum NotPage {
    /// It cannot be read.
    Unread(Unread),
    /// It is no PDF.
    NotPdf,
    /// It is encrypted.
    Encrypted,
    /// Another program made it.
    Foreign,
    /// The program made it, and it says nothing of what it prints: it was made by an earlier
    /// version, or that was taken out.
    Unstamped,
    /// A later version made it.
    Later,
    /// It is several pages put together.
    Several,
}

/// A PDF begins so, though others let something stand before it.
const BEGINS: &[u8] = b"%PDF-";
const WITHIN: usize = 1024;
/// What encrypts a PDF stands behind this.
const ENCRYPTED: &[u8] = b"/Encrypt";

impl Page {
    /// Reads a file. Whatever stands in it, no more is looked for than a few words.
    ///
    /// # Errors
    /// Where it is no page of ours, or cannot be told which.
    pub fn read(file: &Path) -> Result<Self, NotPage> {
        let bytes = read_plain(file, MOST).map_err(NotPage::Unread)?;
        let has = |within: &[u8], what: &[u8]| within.windows(what.len()).any(|it| it == what);
        if !has(&bytes[..bytes.len().min(WITHIN)], BEGINS) {
            return Err(NotPage::NotPdf);
        }
        let stamp = Stamp::find(&bytes).map_err(|fault| match fault {
            Unstamped::Later => NotPage::Later,
            Unstamped::Several => NotPage::Several,
            Unstamped::None if has(&bytes, ENCRYPTED) => NotPage::Encrypted,
            Unstamped::None if is_by_program(&bytes) => NotPage::Unstamped,
            Unstamped::None => NotPage::Foreign,
        })?;
        Ok(Self {
            file: file.to_owned(),
            stamp,
            identity: identity_in(&bytes).map(str::to_owned),
            sha256: hexadecimal(&Sha256::digest(&bytes)),
        })
    }
}
