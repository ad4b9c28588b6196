//! The folder in which outputs wait until all are made. What stands in it after a
//! build that was cut off is used by the next one.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::body::Body;
use super::files::{if_there, make_folder, private, sync};
use super::manifest::Entry;
use crate::load::{failed_at, open_plain};

/// Its name in `out/`.
pub const FOLDER: &str = ".staging";
/// What a commit has begun to do.
pub const COMMIT: &str = "commit";
/// The list of what is whole, a line for each.
const JOURNAL: &str = "journal";

/// How many outputs are written before the system is asked to have them on the disk: so
/// the end need not wait for all of them.
const MANY: usize = 512;

/// Outputs on their way into `out/`.
pub struct Staging {
    folder: PathBuf,
    journal: Mutex<File>,
    /// What a build before this one had made whole, by path.
    left: HashMap<String, Entry>,
    written: AtomicUsize,
    /// Whether what is made is left to the next build, as this one cannot end.
    pub is_kept: bool,
}

impl Staging {
    /// Opens the folder in `out/`, which is held.
    ///
    /// # Errors
    /// Where it cannot be made or written.
    pub fn open(out: &Path) -> io::Result<Self> {
        let folder = out.join(FOLDER);
        make_folder(&folder)?;
        let left = noted(&folder)?;
        let path = folder.join(JOURNAL);
        let journal = private().append(true).open(&path);
        // A line that was cut off must not spoil the next.
        let begun = journal.and_then(|mut it| it.write_all(b"\n").map(|()| it));
        let journal = begun.map_err(failed_at(&path))?;
        Ok(Self {
            folder,
            journal: Mutex::new(journal),
            left,
            written: AtomicUsize::new(0),
            is_kept: false,
        })
    }

    /// Writes an output and notes that it is whole.
    ///
    /// # Errors
    /// Where the disk is full or the folder cannot be written.
    pub fn add(&self, entry: &Entry, body: Body) -> io::Result<()> {
        let path = self.file(&entry.key);
        let written = match body {
            Body::Held(bytes) => {
                let file = private().truncate(true).open(&path);
                file.and_then(|mut file| file.write_all(&bytes))
            }
            Body::Written(file, _) => file.persist(&path).map(drop).map_err(Into::into),
        };
        written.map_err(failed_at(&path))?;
        if self.written.fetch_add(1, Ordering::Relaxed) % MANY == MANY - 1 {
            let folder = self.folder.clone();
            std::thread::spawn(move || sync(&folder, &mut std::iter::empty()));
        }
        let mut line = serde_json::to_vec(entry).map_err(io::Error::other)?;
        line.push(b'\n');
        let mut journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
        journal
            .write_all(&line)
            .map_err(failed_at(&self.file(JOURNAL)))
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

    /// Where outputs that are not held grow.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The place here of an output, by its key, or of another file, by its name.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.is_kept && !self.folder.join(COMMIT).exists() {
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
