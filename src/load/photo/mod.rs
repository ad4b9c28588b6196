//! Photos: inside the organisation's folder, JPEG or PNG, whole, of gray or RGB.

mod album;
mod blocks;
mod cost;
mod foreign;
mod huffman;
mod icc;
mod jpeg;
mod known;
mod lookup;
mod picture;
mod png;
mod scans;

pub use album::Album;
pub use cost::PictureFault;
pub use known::Known;
pub use lookup::{folder_of_photos, photos, stem, usual_photo};
pub use picture::Picture;

use std::path::{Path, PathBuf};

use super::git::BlobFault;
use super::seen::Seen;
use super::walk::DATA;

/// Why a photo cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhotoFault {
    /// No such file; those that may be meant.
    Missing(Vec<String>),
    /// Outside the organisation's folder, by its path or through a link; the one of that
    /// name inside.
    Outside(Option<String>),
    /// More bytes than [`MOST_BYTES`].
    TooLarge(u64),
    /// What is there is not the photo, as git has it elsewhere or otherwise.
    Blob(BlobFault),
    /// No picture that can be printed.
    Picture(PictureFault),
}

/// The largest file of a photo that is read: scanned at 600 dots an inch and stored
/// without loss, one of 2 inches has 3 MB.
pub const MOST_BYTES: u64 = 20 << 20;

/// A photo that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Its path, relative to the workspace.
    pub path: PathBuf,
    /// As it should be named, where it is named otherwise.
    pub usual: Option<String>,
    /// Its width in pixels, as it is drawn.
    pub width: usize,
    /// Its height in pixels, as it is drawn.
    pub height: usize,
    /// SHA-256 of its file.
    pub digest: [u8; 32],
    /// What its file looked like when it was read.
    pub seen: Option<Seen>,
}

/// Where the photo of a member of a unit stands, relative to the workspace.
pub fn path_of_photo(unit: &str, photo: &str) -> PathBuf {
    Path::new(DATA).join(unit).join(photo)
}
