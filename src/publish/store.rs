//! The files of `out/`: staged beside it, then moved in as a whole.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::commit::{Commit, recover};
use super::files::target;
use super::hold::{Hold, PATIENCE};
use super::manifest::{Entry, Manifest, manifest};
use super::memory::Memory;
use super::orphans::orphans;
use super::plan::Plan;
use super::sheets::outdated;
use super::staging::Staging;
use crate::load::Seen;
use crate::settle::Remembered;
use crate::tabulate::Source;
use crate::{Outline, Project};

/// What builds before left in `out/`, which is held if it is there.
pub struct Past {
    out: PathBuf,
    hold: Option<Hold>,
    manifest: Manifest,
    memory: Memory,
    /// How many temporary files were removed that builds had left which were cut off.
    pub swept: usize,
}

impl Past {
    /// Holds `out/`, if it is there, ends what was begun, and reads the manifest and what
    /// is remembered beside it.
    ///
    /// # Errors
    /// Where another process holds it, or the manifest is there and cannot be read.
    pub fn read(out: &Path) -> io::Result<Self> {
        let hold = out.is_dir().then(|| Hold::of(out, PATIENCE)).transpose()?;
        let mut swept = 0;
        if hold.is_some() {
            recover(out)?;
            swept = sweep(out);
        }
        let (manifest, memory) = rayon::join(|| manifest(out), || Memory::read(out));
        Ok(Self {
            out: out.to_owned(),
            hold,
            manifest: manifest?,
            memory,
            swept,
        })
    }

    /// The branch of a path as it was settled in a state, path and state being those of
    /// `unit`, if all its outputs are as they were made then.
    pub fn branch(&self, unit: (&str, &str), outline: &Outline<'_>) -> Option<Remembered> {
        let is_output = |path: &str, key: &str| self.made_of(path, key).is_some();
        self.memory.branch(&self.out, unit, outline, &is_output)
    }

    /// The paths of sheets that were exported from other data, layouts, or by another program.
    pub fn outdated(&self, source: Source<'_>, shared: &str) -> Vec<String> {
        outdated(source, &self.manifest, shared)
    }

    /// What the manifest says of an output that was made of what a key says.
    fn made_of(&self, path: &str, key: &str) -> Option<&Entry> {
        let entry = self.manifest.get(path);
        entry.filter(|entry| entry.key == key && !entry.is_stale)
    }
}

/// The folder of outputs.
pub struct Store {
    /// Where outputs wait.
    pub staging: Staging,
    past: Past,
}

impl Store {
    /// Opens `out/`, which is made where it is not there yet.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn open(mut past: Past) -> io::Result<Self> {
        let out = past.out.clone();
        if past.hold.is_none() {
            past.hold = Some(Hold::of(&out, PATIENCE)?);
            // Another build may have been the first meanwhile.
            past.manifest = manifest(&out)?;
        }
        Ok(Self {
            staging: Staging::open(&out)?,
            past,
        })
    }

    /// The folder itself.
    pub fn out(&self) -> &Path {
        &self.past.out
    }

    /// Whether the output of old is the same as one made of this key would be: it
    /// was made of the same, and its file is still what was written.
    pub fn is_unchanged(&self, path: &str, key: &str) -> bool {
        let known = self
            .past
            .made_of(path, key)
            .zip(target(self.out(), path).ok());
        known.is_some_and(|(entry, target)| {
            self.past.memory.knows(path, &target) || entry.is_whole_in(&target)
        })
    }

    /// Whether a build before this one made an output of the same before it was cut
    /// off.
    pub fn is_left(&self, path: &str, key: &str) -> bool {
        let target = target(self.out(), path);
        target.is_ok_and(|target| self.staging.is_left(path, key, &target))
    }

    /// Moves what was staged into place, removes the outputs of old that are of members or
    /// organisations that are gone, and lists what stands there then. Gives how many were
    /// removed.
    ///
    /// # Errors
    /// Where a file cannot be moved or removed; what was begun is ended by the next process
    /// that holds `out/`.
    pub fn commit(
        &mut self,
        staged: Vec<Entry>,
        plan: &Plan,
        stale: BTreeSet<String>,
    ) -> io::Result<usize> {
        let written: BTreeSet<&str> = staged.iter().map(|entry| entry.path.as_str()).collect();
        let old = &self.past.manifest.entries;
        let gone = old.iter().filter(|entry| plan.is_gone(entry));
        let gone = gone.filter(|entry| !written.contains(entry.path.as_str()));
        let mut gone: Vec<String> = gone.map(|entry| entry.path.clone()).collect();
        if plan.is_whole && !(written.is_empty() && gone.is_empty()) {
            let mut orphans = orphans(self.out(), &self.past.manifest);
            let is_gone = |path: &String| !plan.kept.contains(path) && !plan.unread_forms;
            orphans.retain(is_gone);
            gone.extend(orphans);
        }
        let commit = Commit {
            gone,
            stale,
            entries: staged,
        };
        let removed = commit.gone.len();
        if commit.is_nothing(&self.past.manifest) {
            return Ok(0);
        }
        commit.prepare(self.out(), &self.past.manifest)?;
        commit.begin(self.out())?;
        let listed = std::mem::take(&mut self.past.manifest);
        let (manifest, refusal) = commit.finish(self.out(), listed)?;
        self.past.manifest = manifest;
        refusal.map_or(Ok(removed), Err)
    }

    /// Remembers what the next build need not look at again: what the outputs look like
    /// that this one made or compared, and which branches are settled.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn record(&mut self, project: &Project, compared: &HashSet<&str>) -> io::Result<()> {
        let memory = self.remembered(project, compared);
        memory.write(self.out())
    }

    fn remembered(&mut self, project: &Project, compared: &HashSet<&str>) -> Memory {
        let mut memory = std::mem::take(&mut self.past.memory);
        let paths = self.past.manifest.entries.iter().map(|entry| &entry.path);
        for path in paths.filter(|path| compared.contains(path.as_str())) {
            let target = target(self.out(), path).ok();
            memory.see(path, target.and_then(|target| Seen::of(&target)));
        }
        let key = |path: &str| {
            let entry = self
                .past
                .manifest
                .get(path)
                .filter(|_| compared.contains(path));
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
        let is_output = |path: &str| self.past.manifest.get(path).is_some();
        memory.keep(is_output, |path| units.contains(path));
        memory
    }
}

/// Removes what builds that were cut off have left beside the outputs; how much.
fn sweep(out: &Path) -> usize {
    let temporary = |name: &str| name.starts_with(".staging-") || name.starts_with(".tmp");
    let entries = WalkDir::new(out).min_depth(1).max_depth(3).into_iter();
    // Folders of organisations hold nothing of that kind.
    let entries = entries
        .filter_entry(|it| it.file_name().to_string_lossy().starts_with('.') || it.depth() > 1);
    let entries = entries.flatten();
    let left = entries.filter(|entry| temporary(&entry.file_name().to_string_lossy()));
    let removed = left.map(|entry| match entry.file_type().is_dir() {
        true => fs::remove_dir_all(entry.path()),
        false => fs::remove_file(entry.path()),
    });
    removed.filter(Result::is_ok).count()
}
