//! Photos that were looked at: each once in a run, and its picture decoded once at all.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use sha2::{Digest as _, Sha256};

use super::lookup::place;
use super::{Known, MOST_BYTES, Photo, PhotoFault, Picture, PictureFault};
use crate::load::files::Files;
use crate::load::plain::Unread;
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
    pub fn photo(&self, files: &Files, unit: &str, photo: &str) -> Result<Photo, PhotoFault> {
        let place = place(files, unit, photo)?;
        let path = place.path;
        let mut looks = self.looks.lock().unwrap_or_else(PoisonError::into_inner);
        let look = Arc::clone(looks.entry(path.clone()).or_default());
        drop(looks);
        let look = look.get_or_init(|| self.look(files, path).map(|(photo, _)| photo));
        let usual = place.usual;
        look.clone().map(|photo| Photo { usual, ..photo })
    }

    /// The picture of a photo; none where the file is not that any more which was looked
    /// at.
    ///
    /// # Errors
    /// As [`Self::photo`].
    pub fn picture(
        &self,
        files: &Files,
        unit: &str,
        photo: &str,
    ) -> Result<Option<(Photo, Picture)>, PhotoFault> {
        let expected = self.photo(files, unit, photo)?;
        let (photo, picture) = self.look(files, place(files, unit, photo)?.path)?;
        Ok((photo.digest == expected.digest).then_some((photo, picture)))
    }

    /// Keeps for later runs which pictures are whole.
    pub fn keep(&self) {
        self.known.keep();
    }

    fn look(&self, files: &Files, path: PathBuf) -> Result<(Photo, Picture), PhotoFault> {
        let (bytes, seen) = read(files, &path)?;
        let digest = Sha256::digest(&bytes).into();
        let picture = match self.known.holds(&digest) {
            true => Picture::of(&bytes),
            false => Picture::whole(&bytes).inspect(|_| self.known.add(digest)),
        };
        let picture = picture.map_err(PhotoFault::Picture)?;
        let (width, height) = picture.size();
        let photo = Photo {
            path,
            usual: None,
            width,
            height,
            digest,
            seen,
        };
        Ok((photo, picture))
    }
}

/// Reads a photo, and what its file looked like before.
fn read(files: &Files, path: &Path) -> Result<(Vec<u8>, Option<Seen>), PhotoFault> {
    let seen = files.seen(path);
    match files.read(path, MOST_BYTES) {
        Ok(bytes) => Ok((bytes, seen)),
        Err(Unread::NotPlain) => Err(PhotoFault::Picture(PictureFault::NotImage)),
        Err(Unread::TooLarge(bytes)) => Err(PhotoFault::TooLarge(bytes)),
        Err(Unread::Blob(fault)) => Err(PhotoFault::Blob(fault)),
        Err(Unread::Failed(_)) => Err(PhotoFault::Missing(Vec::new())),
    }
}
