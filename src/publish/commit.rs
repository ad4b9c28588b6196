//! What a build does to `out/`, decided and noted before the first file is moved: once it
//! is noted, the next process that holds `out/` ends what was begun.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufWriter};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::files::{Obstacle, if_there, make_folder, private, refused, rename, sync, target};
use super::manifest::{Entry, MANIFEST, MOST, Manifest, VERSION, manifest, sha256};
use super::orphans::is_ours;
use super::staging::{COMMIT, FOLDER};
use crate::load::{failed_at, read_plain};

/// What is to be done.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Commit {
    /// Outputs to be moved in.
    pub entries: Vec<Entry>,
    /// Paths of outputs to be removed.
    pub gone: Vec<String>,
    /// Paths of outputs whose data has changed, and that could not be made anew.
    pub stale: BTreeSet<String>,
}

impl Commit {
    /// Whether nothing is to be done, as the manifest says all of it already.
    pub fn is_nothing(&self, old: &Manifest) -> bool {
        let is_marked = |path: &String| old.get(path).is_none_or(|entry| entry.is_stale);
        let is_of_now = old.version == VERSION;
        let has_work = !(self.entries.is_empty() && self.gone.is_empty());
        is_of_now && !has_work && self.stale.iter().all(is_marked)
    }

    /// Looks at all targets before anything is moved, and makes their folders.
    ///
    /// # Errors
    /// The first target that cannot be written, or is a file that is none of ours.
    pub fn prepare(&self, out: &Path, old: &Manifest) -> io::Result<()> {
        let mut folders = BTreeSet::new();
        for entry in &self.entries {
            let target = target(out, &entry.path)?;
            match if_there(fs::symlink_metadata(&target))? {
                None => {}
                Some(found) if !found.is_file() => {
                    let obstacle = match found {
                        _ if found.is_symlink() => Obstacle::Link,
                        _ if found.is_dir() => Obstacle::Folder,
                        _ => Obstacle::NotFile,
                    };
                    return Err(refused(&target, obstacle));
                }
                Some(_) if old.get(&entry.path).is_some() => {}
                Some(_) if is_known(&target, entry) => {}
                Some(_) => return Err(refused(&target, Obstacle::Foreign)),
            }
            folders.extend(target.parent().map(Path::to_owned));
        }
        for folder in folders {
            make_folder(&folder)?;
            if fs::metadata(&folder)?.permissions().readonly() {
                let error = io::Error::from(io::ErrorKind::PermissionDenied);
                return Err(failed_at(&folder)(error));
            }
        }
        Ok(())
    }

    /// Notes what is to be done, once all that waits is on the disk.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn begin(&self, out: &Path) -> io::Result<()> {
        let staging = out.join(FOLDER);
        let mut waiting = self.entries.iter().map(|entry| staging.join(&entry.key));
        sync(&staging, &mut waiting)?;
        write_whole(&staging, COMMIT, &staging.join(COMMIT), |file| {
            Ok(serde_json::to_writer(file, self)?)
        })
    }

    /// Does it: moves, removes, lists. Gives the manifest as it is then, and why the first
    /// output was not moved that could not be: such are not listed as what they should be.
    ///
    /// # Errors
    /// Where the manifest cannot be written.
    pub fn finish(self, out: &Path, old: Manifest) -> io::Result<(Manifest, Option<io::Error>)> {
        let staging = out.join(FOLDER);
        let mut refusal = None;
        let mut moved = Vec::new();
        for entry in self.entries {
            match moved_in(out, &staging, &entry) {
                Ok(()) => moved.push(entry),
                Err(error) => refusal = refusal.or(Some(error)),
            }
        }
        for path in &self.gone {
            remove(out, path);
        }
        let written: BTreeSet<&str> = moved.iter().map(|entry| entry.path.as_str()).collect();
        let gone: BTreeSet<&str> = self.gone.iter().map(String::as_str).collect();
        let mut entries = old.entries;
        entries.retain(|entry| {
            let path = entry.path.as_str();
            !written.contains(path) && !gone.contains(path)
        });
        for entry in &mut entries {
            entry.is_stale |= self.stale.contains(&entry.path);
        }
        entries.extend(moved);
        let manifest = Manifest::of(entries);
        write_whole(&staging, MANIFEST, &out.join(MANIFEST), |file| {
            serde_json::to_writer_pretty(&mut *file, &manifest)?;
            file.write_all(b"\n")
        })?;
        if_there(fs::remove_file(staging.join(COMMIT)))?;
        Ok((manifest, refusal))
    }
}

/// Ends what a process that held `out/` before had begun; whether there was something.
///
/// # Errors
/// Where the manifest cannot be read or written.
pub fn recover(out: &Path) -> io::Result<bool> {
    let noted = read_plain(&out.join(FOLDER).join(COMMIT), MOST);
    let Some(commit) = noted
        .ok()
        .and_then(|it| serde_json::from_slice::<Commit>(&it).ok())
    else {
        return Ok(false);
    };
    commit.finish(out, manifest(out)?)?;
    Ok(true)
}

/// Whether something was begun and not ended.
pub fn is_begun(out: &Path) -> bool {
    out.join(FOLDER).join(COMMIT).is_file()
}

/// Moves an output in, unless it was moved before.
fn moved_in(out: &Path, staging: &Path, entry: &Entry) -> io::Result<()> {
    let target = target(out, &entry.path)?;
    if let Some(folder) = target.parent() {
        make_folder(folder)?;
    }
    let moved = rename(&staging.join(&entry.key), &target);
    match if_there(moved).map_err(failed_at(&target))? {
        Some(()) => Ok(()),
        None if entry.is_whole_in(&target) => Ok(()),
        None => Err(refused(&target, Obstacle::Gone)),
    }
}

/// Removes an output of old, and the folders that are empty then. What is no file of
/// ours stays.
fn remove(out: &Path, path: &str) {
    let Ok(target) = target(out, path) else {
        return;
    };
    if target.symlink_metadata().is_ok_and(|found| found.is_file()) {
        drop(fs::remove_file(&target));
        let folders = target.ancestors().skip(1);
        let mut folders = folders.take_while(|folder| *folder != out);
        drop(folders.try_for_each(fs::remove_dir));
    }
}

/// Whether a file that no manifest names was made by the program: it is what is to stand
/// there, or is as the program writes pages.
fn is_known(file: &Path, entry: &Entry) -> bool {
    let bytes = read_plain(file, MOST).unwrap_or_default();
    sha256(&bytes) == entry.sha256 || is_ours(&bytes)
}

/// Writes a file whole or not at all, on the disk before it has its name. What is written
/// goes there as it is made: of a county it is too much to be held besides.
pub fn write_whole(
    staging: &Path,
    name: &str,
    place: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    let temporary = staging.join(format!("{name}.new"));
    let file = private().truncate(true).open(&temporary);
    let written = file.and_then(|file| {
        let mut file = BufWriter::new(file);
        write(&mut file)?;
        file.into_inner()?.sync_all()
    });
    written.map_err(failed_at(&temporary))?;
    rename(&temporary, place).map_err(failed_at(place))
}
