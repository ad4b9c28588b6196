//! The folder in which outputs wait until all are made. What stands in it after a
//! build that was cut off is used by the next one.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use super::manifest::Entry;
use crate::load::hexadecimal;

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
    /// Whether the folder stays for the next build.
    is_kept: bool,
}

impl Staging {
    /// Opens the folder in `out/`.
    ///
    /// # Errors
    /// Where it cannot be made or written.
    pub fn open(out: &Path) -> io::Result<Self> {
        let folder = out.join(FOLDER);
        fs::create_dir_all(&folder)?;
        let lock = private().open(folder.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self {
                left: noted(&folder)?,
                journal: Mutex::new(journal(&folder)?),
                is_kept: false,
                folder,
                _lock: Some(lock),
                _own: None,
            }),
            // Another build is at work: it goes its way and we ours.
            Err(_) => {
                let own = tempfile::Builder::new()
                    .prefix(".staging-")
                    .tempdir_in(out)?;
                Ok(Self {
                    journal: Mutex::new(journal(own.path())?),
                    left: HashMap::new(),
                    is_kept: false,
                    folder: own.path().to_owned(),
                    _lock: None,
                    _own: Some(own),
                })
            }
        }
    }

    /// Writes an output and notes that it is whole.
    ///
    /// # Errors
    /// Where the disk is full or the folder cannot be written.
    pub fn add(&self, entry: &Entry, bytes: &[u8]) -> io::Result<()> {
        write_private(&self.place(entry), bytes)?;
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

    /// The file of an output here.
    pub fn place(&self, entry: &Entry) -> PathBuf {
        self.folder.join(&entry.key)
    }

    /// Whether a build before this one made the output of a path of the same, and its
    /// bytes are whole: here, or in its place already.
    pub fn is_left(&self, path: &str, key: &str, target: &Path) -> bool {
        let Some(entry) = self.left.get(path).filter(|entry| entry.key == key) else {
            return false;
        };
        let is_whole = |file: &Path| sha256_of(file).is_some_and(|sha256| sha256 == entry.sha256);
        is_whole(&self.place(entry)) || is_whole(target)
    }

    /// Leaves what is made to the next build, as this one cannot end.
    pub fn keep(&mut self) {
        self.is_kept = true;
    }

    /// A place for a file that is no output.
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

/// SHA-256 of a file in hexadecimal.
pub fn sha256_of(path: &Path) -> Option<String> {
    Some(hexadecimal(&Sha256::digest(fs::read(path).ok()?)))
}

/// What the journal says last of each path.
fn noted(folder: &Path) -> io::Result<HashMap<String, Entry>> {
    let file = match File::open(folder.join(JOURNAL)) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(HashMap::new()),
        Err(error) => return Err(error),
    };
    let mut noted = HashMap::new();
    for line in BufReader::new(file).split(b'\n') {
        // A line that was cut off says nothing.
        if let Ok(entry) = serde_json::from_slice::<Entry>(&line?) {
            noted.insert(entry.path.clone(), entry);
        }
    }
    Ok(noted)
}

fn journal(folder: &Path) -> io::Result<File> {
    let mut file = private().append(true).open(folder.join(JOURNAL))?;
    // A line that was cut off must not spoil the next.
    file.write_all(b"\n")?;
    Ok(file)
}

/// How to open a file that only its owner can read.
pub fn private() -> fs::OpenOptions {
    let mut options = File::options();
    options.write(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Writes a file that only its owner can read.
fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    private().truncate(true).open(path)?.write_all(bytes)
}
