//! The files of `out/`: staged beside it, then moved in as a whole.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use super::key::hexadecimal;
use super::make::Made;
use super::manifest::{Entry, MANIFEST, Manifest};
use super::plan::{Plan, is_below_out};

/// The folder of outputs.
pub struct Store {
    out: PathBuf,
    staging: TempDir,
    manifest: Manifest,
}

impl Store {
    /// Opens `out/`, which is made where it is not there yet.
    ///
    /// # Errors
    /// Where the folder or its manifest cannot be read or written.
    pub fn open(out: &Path) -> io::Result<Self> {
        fs::create_dir_all(out).map_err(|error| at(out, &error))?;
        let staging = tempfile::Builder::new()
            .prefix(".staging-")
            .tempdir_in(out)?;
        let mut manifest: Manifest = match fs::read(out.join(MANIFEST)) {
            // A manifest that cannot be read names no file as ours.
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Manifest::default(),
            Err(error) => return Err(error),
        };
        manifest.entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self {
            out: out.to_owned(),
            staging,
            manifest,
        })
    }

    /// Writes an output beside `out/`.
    ///
    /// # Errors
    /// Where the disk is full or the folder cannot be written.
    pub fn stage(&self, index: usize, made: &Made) -> io::Result<Entry> {
        write_private(&self.staged(index), &made.bytes)?;
        Ok(Entry {
            path: made.path.clone(),
            form: made.form.clone(),
            inputs: made.inputs.clone(),
            pages: made.pages,
            sha256: made.sha256(),
            key: made.key.clone(),
        })
    }

    /// Whether the output of old is the same as one made of this key would be: it
    /// was made of the same, and its file is still what was written.
    pub fn is_unchanged(&self, path: &str, key: &str) -> bool {
        let entries = &self.manifest.entries;
        let place = entries.binary_search_by(|entry| entry.path.as_str().cmp(path));
        let entry = place.ok().map(|place| &entries[place]);
        let Some(entry) = entry.filter(|entry| entry.key == key) else {
            return false;
        };
        let bytes = self.target(path).and_then(fs::read);
        bytes.is_ok_and(|bytes| hexadecimal(&Sha256::digest(&bytes)) == entry.sha256)
    }

    fn staged(&self, index: usize) -> PathBuf {
        self.staging.path().join(index.to_string())
    }

    /// Moves what was staged into place, removes the outputs of old that are
    /// of members or organisations that are gone, and writes the manifest. Gives how many were removed.
    ///
    /// # Errors
    /// Where a file cannot be moved, removed or written.
    pub fn commit(&mut self, staged: Vec<(usize, Entry)>, plan: &Plan) -> io::Result<usize> {
        for (index, entry) in &staged {
            let target = self.target(&entry.path)?;
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
            }
            fs::rename(self.staged(*index), &target).map_err(|error| at(&target, &error))?;
        }
        let written: BTreeSet<&str> = staged
            .iter()
            .map(|(_, entry)| entry.path.as_str())
            .collect();
        let old = std::mem::take(&mut self.manifest.entries);
        let (old, gone): (Vec<_>, Vec<_>) = old
            .into_iter()
            .filter(|entry| !written.contains(entry.path.as_str()))
            .partition(|entry| !plan.is_gone(entry));
        let mut entries: Vec<Entry> = old
            .into_iter()
            .chain(staged.into_iter().map(|(_, entry)| entry))
            .collect();
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        for entry in &gone {
            self.remove(&entry.path)?;
        }
        self.manifest = Manifest {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            entries,
        };
        let mut bytes = serde_json::to_vec_pretty(&self.manifest).map_err(io::Error::other)?;
        bytes.push(b'\n');
        let temporary = self.staging.path().join(MANIFEST);
        write_private(&temporary, &bytes)?;
        fs::rename(temporary, self.out.join(MANIFEST))?;
        Ok(gone.len())
    }

    /// The file of an output; a path that leaves `out/` is refused.
    fn target(&self, path: &str) -> io::Result<PathBuf> {
        match is_below_out(path) {
            true => Ok(self.out.join(path)),
            false => Err(io::Error::new(io::ErrorKind::InvalidInput, path)),
        }
    }

    fn remove(&self, path: &str) -> io::Result<()> {
        let Ok(target) = self.target(path) else {
            return Ok(());
        };
        match fs::remove_file(&target) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        // Folders that are empty now go, too; others refuse.
        let mut folder = target.parent();
        while let Some(empty) = folder.filter(|folder| *folder != self.out) {
            if fs::remove_dir(empty).is_err() {
                break;
            }
            folder = empty.parent();
        }
        Ok(())
    }
}

/// An error with the path it is about.
fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Writes a file that only its owner can read.
fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(bytes)
}
