//! The folder in which outputs wait until all are made. What stands in it after a
//! build that was cut off is used by the next one.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::TempDir;

use super::manifest::Entry;
use crate::load::open_plain;

/// Its name in `out/`.
const FOLDER: &str = ".staging";
/// The list of what is whole, a line for each.
const JOURNAL: &str = "journal";
const LOCK: &str = "lock";

/// Outputs on their way into `out/`.
pub struct Staging {
    folder: PathBuf,
    /// Held while the folder is ours, so that no other build takes it.
    _lock: Option<File>,
    /// Where another build has the folder, one for this build alone.
    _own: Option<TempDir>,
    journal: Mutex<File>,
    /// What a build before this one had made whole, by path.
    left: HashMap<String, Entry>,
    /// Whether what is made is left to the next build, as this one cannot end.
    pub is_kept: bool,
}

impl Staging {
    /// Opens the folder in `out/`.
    ///
    /// # Errors
    /// Where it cannot be made or written.
    pub fn open(out: &Path) -> io::Result<Self> {
        let shared = out.join(FOLDER);
        fs::create_dir_all(&shared)?;
        let lock = private().open(shared.join(LOCK))?;
        let lock = lock.try_lock().is_ok().then_some(lock);
        let builder = || tempfile::Builder::new().prefix(".staging-").tempdir_in(out);
        // Another build may be at work: it goes its way and we ours.
        let own = lock.is_none().then(builder).transpose()?;
        let folder = own.as_ref().map_or(shared, |own| own.path().to_owned());
        let left = noted(&folder)?;
        let mut journal = private().append(true).open(folder.join(JOURNAL))?;
        // A line that was cut off must not spoil the next.
        journal.write_all(b"\n")?;
        Ok(Self {
            folder,
            _lock: lock,
            _own: own,
            journal: Mutex::new(journal),
            left,
            is_kept: false,
        })
    }

    /// Writes an output and notes that it is whole.
    ///
    /// # Errors
    /// Where the disk is full or the folder cannot be written.
    pub fn add(&self, entry: &Entry, bytes: &[u8]) -> io::Result<()> {
        let mut file = private().truncate(true).open(self.file(&entry.key))?;
        file.write_all(bytes)?;
        let mut line = serde_json::to_vec(entry).map_err(io::Error::other)?;
        line.push(b'\n');
        let mut journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
        journal.write_all(&line)
    }

    /// The entries of outputs that were added, by this build or one before it. They are
    /// noted and not held, as they are many.
    ///
    /// # Errors
    /// Where the journal cannot be read.
    pub fn entries(&self, paths: &HashSet<&str>) -> io::Result<Vec<Entry>> {
        let mut entries: Vec<Entry> = noted(&self.folder)?.into_values().collect();
        entries.retain(|entry| paths.contains(entry.path.as_str()));
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    /// Whether a build before this one made the output of a path of the same, and its
    /// bytes are whole: here, or in its place already.
    pub fn is_left(&self, path: &str, key: &str, target: &Path) -> bool {
        let left = self.left.get(path).filter(|entry| entry.key == key);
        left.is_some_and(|left| left.is_whole_in(&self.file(key)) || left.is_whole_in(target))
    }

    /// The place here of an output, by its key, or of another file, by its name.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.is_kept {
            // What cannot be removed is used or removed by the next build.
            drop(fs::remove_dir_all(&self.folder));
        }
    }
}

/// What the journal says last of each path.
fn noted(folder: &Path) -> io::Result<HashMap<String, Entry>> {
    let mut noted = HashMap::new();
    let Some(file) = if_there(open_plain(&folder.join(JOURNAL)).map_err(io::Error::from))? else {
        return Ok(noted);
    };
    for line in BufReader::new(file).split(b'\n') {
        // A line that was cut off says nothing.
        if let Ok(entry) = serde_json::from_slice::<Entry>(&line?) {
            noted.insert(entry.path.clone(), entry);
        }
    }
    Ok(noted)
}

/// What was done with a file; none if it is not there.
///
/// # Errors
/// Any other.
pub fn if_there<T>(done: io::Result<T>) -> io::Result<Option<T>> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        done => done.map(Some),
    }
}

/// How to open a file that only its owner can read.
pub fn private() -> fs::OpenOptions {
    let mut options = File::options();
    options.write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
