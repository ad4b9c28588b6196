//! Which pictures were found whole, by nothing but the SHA-256 of their files, so that
//! they need not be decoded again. Without it, all is found out anew.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::PROGRAM;

/// Its file in the folder of what the program remembers.
const FILE: &str = "photos";
/// The most digests that are kept, the latest: 3 MB.
const MOST: usize = 100_000;

type Digest = [u8; 32];

/// Pictures that are whole.
#[derive(Debug, Default)]
pub struct Known {
    /// Where they are kept.
    folder: Option<PathBuf>,
    /// Those of runs before this one, once they are asked for.
    old: OnceLock<HashSet<Digest>>,
    new: Mutex<HashSet<Digest>>,
}

impl Known {
    /// Those that are kept in a folder, which is made when it is needed.
    pub fn in_folder(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            ..Self::default()
        }
    }

    /// Whether a picture is one of them.
    pub fn holds(&self, digest: &Digest) -> bool {
        let old = self.old.get_or_init(|| self.read().into_iter().collect());
        let new = || self.new.lock().unwrap_or_else(PoisonError::into_inner);
        old.contains(digest) || new().contains(digest)
    }

    /// Notes that a picture was gone through and is whole.
    pub fn add(&self, digest: Digest) {
        let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        new.insert(digest);
    }

    /// Keeps what this run found. Where that cannot be, the next one takes longer.
    pub fn keep(&self) {
        let new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(folder) = self.folder.as_ref().filter(|_| !new.is_empty()) {
            let old = self.read().into_iter().filter(|one| !new.contains(one));
            let mut all: Vec<Digest> = old.collect();
            let mut new: Vec<Digest> = new.iter().copied().collect();
            new.sort_unstable();
            all.extend(new);
            drop(write(folder, &all[all.len().saturating_sub(MOST)..]));
        }
    }

    /// What stands in the file, if this state of the program wrote it: others may have
    /// found whole what this one does not.
    fn read(&self) -> Vec<Digest> {
        let read = |folder: &PathBuf| {
            let file = folder.join(FILE);
            let is_sound = file.metadata().ok()?.len() <= (MOST * 32 + PROGRAM.len()) as u64;
            let bytes = is_sound.then(|| fs::read(file).ok())??;
            let digests = bytes.strip_prefix(PROGRAM.as_bytes())?;
            Some(digests.as_chunks().0.to_vec())
        };
        self.folder.as_ref().and_then(read).unwrap_or_default()
    }
}

/// Writes the file whole or not at all.
fn write(folder: &Path, digests: &[Digest]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(PROGRAM.as_bytes())?;
    file.write_all(digests.as_flattened())?;
    file.persist(folder.join(FILE))
        .map_err(|error| error.error)?;
    Ok(())
}
