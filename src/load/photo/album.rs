//! Photos that were looked at: each once in a run, and its picture decoded once at all.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use sha2::{Digest as _, Sha256};

use super::{Known, MOST_BYTES, Photo, PhotoFault, Picture, PictureFault, place};
use crate::load::seen::Seen;

/// What was found of a photo, once it was looked at.
type Look = Arc<OnceLock<Result<Photo, PhotoFault>>>;

/// The photos of a workspace.
#[derive(Debug, Default)]
pub struct Album {
    looks: Mutex<HashMap<PathBuf, Look>>,
    known: Known,
}

impl Album {
    /// An album that need not decode the pictures that are known to be whole.
    pub fn with(known: Known) -> Self {
        Self {
            known,
            ..Self::default()
        }
    }

    /// The photo of a member, where it can be used: as it was when it was looked at
    /// first.
    ///
    /// # Errors
    /// Where the file is missing, outside the folder of the organisation, or no
    /// picture that can be printed.
    pub fn photo(&self, root: &Path, unit: &str, photo: &str) -> Result<Photo, PhotoFault> {
        let path = place(root, unit, photo)?;
        let mut looks = self.looks.lock().unwrap_or_else(PoisonError::into_inner);
        let look = Arc::clone(looks.entry(path.clone()).or_default());
        drop(looks);
        look.get_or_init(|| self.look(root, path).map(|(photo, _)| photo))
            .clone()
    }

    /// The picture of a photo; none where the file is not that any more which was looked
    /// at.
    ///
    /// # Errors
    /// As [`Self::photo`].
    pub fn picture(
        &self,
        root: &Path,
        unit: &str,
        photo: &str,
    ) -> Result<Option<(Photo, Picture)>, PhotoFault> {
        let expected = self.photo(root, unit, photo)?;
        let (photo, picture) = self.look(root, place(root, unit, photo)?)?;
        Ok((photo.digest == expected.digest).then_some((photo, picture)))
    }

    /// Keeps for later runs which pictures are whole.
    pub fn keep(&self) {
        self.known.keep();
    }

    fn look(&self, root: &Path, path: PathBuf) -> Result<(Photo, Picture), PhotoFault> {
        let (bytes, seen) = read(&root.join(&path))?;
        let digest = Sha256::digest(&bytes).into();
        let picture = match self.known.holds(&digest) {
            true => Picture::of(&bytes),
            false => Picture::whole(&bytes).inspect(|_| self.known.add(digest)),
        };
        let picture = picture.map_err(PhotoFault::Picture)?;
        let (width, height) = picture.size();
        let photo = Photo {
            path,
            width,
            height,
            digest,
            seen,
        };
        Ok((photo, picture))
    }
}

/// Reads a plain file that is not too large, and what it looked like before.
fn read(path: &Path) -> Result<(Vec<u8>, Option<Seen>), PhotoFault> {
    let not_plain = PhotoFault::Picture(PictureFault::NotImage);
    // A pipe would wait for its writer.
    let is_plain = path.metadata().map_err(|_| PhotoFault::Missing)?.is_file();
    let file = is_plain
        .then(|| File::open(path))
        .ok_or(not_plain.clone())?;
    let file = file.map_err(|_| PhotoFault::Missing)?;
    let metadata = file.metadata().map_err(|_| PhotoFault::Missing)?;
    if !metadata.is_file() {
        return Err(not_plain);
    }
    let seen = Seen::of_file(&metadata);
    if metadata.len() > MOST_BYTES {
        return Err(PhotoFault::TooLarge(metadata.len()));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    let read = file.take(MOST_BYTES + 1).read_to_end(&mut bytes);
    match read.map_err(|_| PhotoFault::Missing)? as u64 {
        length if length > MOST_BYTES => Err(PhotoFault::TooLarge(length)),
        _ => Ok((bytes, seen)),
    }
}
