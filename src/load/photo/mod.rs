//! Photos: inside the organisation's folder, JPEG or PNG, whole, of gray or RGB.

mod album;
mod blocks;
mod cost;
mod huffman;
mod icc;
mod jpeg;
mod known;
mod picture;
mod png;
mod scans;

pub use album::Album;
pub use cost::PictureFault;
pub use known::Known;
pub use picture::Picture;

use std::path::{Component, Path, PathBuf};

use super::seen::Seen;
use super::walk::DATA;

/// Why a photo cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhotoFault {
    /// No such file.
    Missing,
    /// Outside the organisation's folder, by its path or through a link.
    Outside,
    /// More bytes than [`MOST_BYTES`].
    TooLarge(u64),
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

/// Whether a photo stands below the folder of its organisation, if it is there at all.
fn place(root: &Path, unit: &str, photo: &str) -> Result<PathBuf, PhotoFault> {
    let given = Path::new(photo);
    let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    if !given.components().all(is_plain) {
        return Err(PhotoFault::Outside);
    }
    let folder = root.join(DATA).join(unit);
    match is_inside(&folder, given).ok_or(PhotoFault::Missing)? {
        true => Ok(path_of_photo(unit, photo)),
        false => Err(PhotoFault::Outside),
    }
}

/// Whether what stands below a folder is there in truth; none where nothing stands there.
/// What no link leads to needs no further look.
fn is_inside(folder: &Path, below: &Path) -> Option<bool> {
    let mut path = folder.to_owned();
    let mut is_link = false;
    for part in below {
        path.push(part);
        is_link |= path.symlink_metadata().ok()?.is_symlink();
    }
    if !is_link {
        return Some(true);
    }
    let real = |path: &Path| path.canonicalize().ok();
    Some(real(&path)?.starts_with(real(folder)?))
}
