//! The files of `out/`: staged beside it, then moved in as a whole.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use super::manifest::{Entry, MANIFEST, MOST, Manifest};
use super::memory::{FILE as MEMORY, Memory};
use super::plan::Plan;
use super::staging::{Staging, if_there, private};
use crate::forms::outputs::is_below_out;
use crate::load::{Seen, read_plain};
use crate::settle::Remembered;
use crate::{Outline, Project};

/// What builds before left in `out/`.
pub struct Past {
    manifest: Manifest,
    memory: Memory,
}

impl Past {
    /// Reads the manifest and what is remembered beside it.
    ///
    /// # Errors
    /// Where the manifest is there and cannot be read.
    pub fn read(out: &Path) -> io::Result<Self> {
        let (manifest, memory) = rayon::join(|| manifest(out), || Memory::read(out));
        Ok(Self {
            manifest: manifest?,
            memory,
        })
    }

    /// The branch of a path as it was settled in a state, path and state being those of
    /// `unit`, if all its outputs are as they were made then.
    pub fn branch(&self, unit: (&str, &str), outline: &Outline<'_>) -> Option<Remembered> {
        let is_output = |path: &str, key: &str| self.made_of(path, key).is_some();
        self.memory.branch(unit, outline, &is_output)
    }

    /// What the manifest says of an output.
    fn entry(&self, path: &str) -> Option<&Entry> {
        let entries = &self.manifest.entries;
        let place = entries.binary_search_by(|entry| entry.path.as_str().cmp(path));
        place.ok().map(|place| &entries[place])
    }

    /// The same, if the output was made of what a key says.
    fn made_of(&self, path: &str, key: &str) -> Option<&Entry> {
        self.entry(path).filter(|entry| entry.key == key)
    }
}

/// The folder of outputs.
pub struct Store {
    out: PathBuf,
    /// Where outputs wait.
    pub staging: Staging,
    past: Past,
}

impl Store {
    /// Opens `out/`, which is made where it is not there yet.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn open(out: &Path, past: Past) -> io::Result<Self> {
        fs::create_dir_all(out).map_err(|error| at(out, &error))?;
        Ok(Self {
            staging: Staging::open(out)?,
            out: out.to_owned(),
            past,
        })
    }

    /// Whether the output of old is the same as one made of this key would be: it
    /// was made of the same, and its file is still what was written.
    pub fn is_unchanged(&self, path: &str, key: &str) -> bool {
        let known = self.past.made_of(path, key).zip(self.target(path));
        known.is_some_and(|(entry, target)| {
            self.past.memory.knows(path, &target) || entry.is_whole_in(&target)
        })
    }

    /// Whether a build before this one made an output of the same before it was cut
    /// off.
    pub fn is_left(&self, path: &str, key: &str) -> bool {
        let target = self.target(path);
        target.is_some_and(|target| self.staging.is_left(path, key, &target))
    }

    /// Moves what was staged into place and removes the outputs of old that are of
    /// members or organisations that are gone. Gives how many were removed.
    ///
    /// # Errors
    /// Where a file cannot be moved or removed.
    pub fn commit(&mut self, staged: Vec<Entry>, plan: &Plan) -> io::Result<usize> {
        for entry in &staged {
            let refused = || io::Error::new(io::ErrorKind::InvalidInput, entry.path.as_str());
            let target = self.target(&entry.path).ok_or_else(refused)?;
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
            }
            match fs::rename(self.staging.file(&entry.key), &target) {
                // A build that was cut off had moved it already.
                Err(error) if error.kind() == io::ErrorKind::NotFound && target.is_file() => {}
                moved => moved.map_err(|error| at(&target, &error))?,
            }
        }
        let written: BTreeSet<&str> = staged.iter().map(|entry| entry.path.as_str()).collect();
        let old = std::mem::take(&mut self.past.manifest.entries);
        let (old, gone): (Vec<_>, Vec<_>) = old
            .into_iter()
            .filter(|entry| !written.contains(entry.path.as_str()))
            .partition(|entry| !plan.is_gone(entry));
        let mut entries: Vec<Entry> = old.into_iter().chain(staged).collect();
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        for entry in &gone {
            self.remove(&entry.path)?;
        }
        self.past.manifest = Manifest {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            entries,
        };
        Ok(gone.len())
    }

    /// Writes the manifest, and what the next build need not look at again: what the
    /// outputs look like that this one made or compared, and which branches are settled.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn record(&mut self, project: &Project, compared: &HashSet<&str>) -> io::Result<()> {
        let memory = self.remembered(project, compared);
        let manifest = &self.past.manifest;
        let list = |mut file: &mut BufWriter<File>| {
            serde_json::to_writer_pretty(&mut file, manifest)?;
            file.write_all(b"\n")
        };
        let (listed, remembered) = rayon::join(
            || self.prepare(MANIFEST, list),
            || self.prepare(MEMORY, |file| Ok(serde_json::to_writer(file, &memory)?)),
        );
        // What is remembered is of the manifest's outputs: that must be there by then.
        listed.and_then(|()| self.put(MANIFEST))?;
        remembered.and_then(|()| self.put(MEMORY))
    }

    fn remembered(&mut self, project: &Project, compared: &HashSet<&str>) -> Memory {
        let mut memory = std::mem::take(&mut self.past.memory);
        let paths = self.past.manifest.entries.iter().map(|entry| &entry.path);
        for path in paths.filter(|path| compared.contains(path.as_str())) {
            let target = self.target(path);
            memory.see(path, target.and_then(|target| Seen::of(&target)));
        }
        let key = |path: &str| {
            let entry = self.past.entry(path).filter(|_| compared.contains(path));
            entry.map(|entry| entry.key.clone())
        };
        let units = &project.workspace.units;
        let source = project.source();
        for (unit, files) in units.iter() {
            if let Some(settled) = source.settled(unit).filter(|settled| !settled.is_made) {
                let settled = (settled, &project.rosters[unit].tables);
                memory.settle(&files.path, settled, &project.catalogue, &key);
            }
        }
        let units: BTreeSet<&str> = units.values().map(|unit| unit.path.as_str()).collect();
        let is_output = |path: &str| self.past.entry(path).is_some();
        memory.keep(is_output, |path| units.contains(path));
        memory
    }

    /// Writes a file of ours that is no output beside `out/`.
    fn prepare(
        &self,
        name: &str,
        write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    ) -> io::Result<()> {
        let temporary = self.staging.file(name);
        let mut file = BufWriter::new(private().truncate(true).open(temporary)?);
        write(&mut file)?;
        file.flush()
    }

    /// Puts such a file into the place of the old one.
    fn put(&self, name: &str) -> io::Result<()> {
        fs::rename(self.staging.file(name), self.out.join(name))
    }

    /// The file of an output; a path that leaves `out/` is refused.
    fn target(&self, path: &str) -> Option<PathBuf> {
        is_below_out(path).then(|| self.out.join(path))
    }

    fn remove(&self, path: &str) -> io::Result<()> {
        let Some(target) = self.target(path) else {
            return Ok(());
        };
        if_there(fs::remove_file(&target))?;
        // Folders that are empty now go, too; others refuse.
        let folders = target.ancestors().skip(1);
        let mut folders = folders.take_while(|folder| *folder != self.out);
        drop(folders.try_for_each(fs::remove_dir));
        Ok(())
    }
}

/// The manifest of `out/`, by path.
fn manifest(out: &Path) -> io::Result<Manifest> {
    let path = out.join(MANIFEST);
    let bytes = if_there(read_plain(&path, MOST).map_err(io::Error::from));
    let bytes = bytes.map_err(|error| at(&path, &error))?;
    // A manifest that is no JSON names no file as ours.
    let manifest = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let mut manifest: Manifest = manifest.unwrap_or_default();
    manifest.entries.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(manifest)
}

/// An error with the path it is about.
fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
