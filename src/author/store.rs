//! How members' files come onto the disk: whole, each beside its place first, and only
//! when all are there, in their places. A run that is cut off leaves the files that were.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::disk::sync;
use crate::load::{UNFINISHED, failed_at, read_text};

/// A file to be written.
#[derive(Clone, Debug)]
pub struct Write {
    /// Where.
    pub path: PathBuf,
    /// What it said, where it is there.
    pub before: Option<String>,
    /// What it is to say.
    pub text: String,
}

/// Writes files, all or none; the first that was changed meanwhile, if any, in which case
/// none is written.
///
/// # Errors
/// Where the system refuses; files that were new are then taken away again.
pub fn store(writes: &[Write]) -> io::Result<Option<PathBuf>> {
    let mut made = Vec::new();
    let staged = writes
        .iter()
        .map(|write| staged(write, &mut made).map_err(failed_at(&write.path)));
    let staged: io::Result<Vec<NamedTempFile>> = staged.collect();
    let done = staged.and_then(|staged| {
        let is_changed = |write: &&Write| match &write.before {
            Some(before) => read_text(&write.path).as_ref() != Ok(before),
            None => write.path.symlink_metadata().is_ok(),
        };
        reach_disk(&staged)?;
        if let Some(changed) = writes.iter().find(is_changed) {
            return Ok(Some(changed.path.clone()));
        }
        place(staged, writes).map(|()| None)
    });
    if !matches!(done, Ok(None)) {
        // Folders that were made for nothing; what else stands in them stays.
        made.iter()
            .rev()
            .for_each(|folder| drop(fs::remove_dir(folder)));
    }
    done
}

/// Gives the files their names. One that is new never takes the place of another.
fn place(staged: Vec<NamedTempFile>, writes: &[Write]) -> io::Result<()> {
    let mut new: Vec<&Path> = Vec::new();
    for (file, write) in staged.into_iter().zip(writes) {
        #[cfg(debug_assertions)]
        super::disk::may_be_interrupted();
        let placed = match write.before {
            Some(_) => write
                .path
                .canonicalize()
                .and_then(|path| Ok(file.persist(path)?)),
            None => file.persist_noclobber(&write.path).map_err(Into::into),
        };
        if let Err(error) = placed {
            new.iter().for_each(|path| drop(fs::remove_file(path)));
            return Err(failed_at(&write.path)(error));
        }
        if write.before.is_none() {
            new.push(&write.path);
        }
    }
    Ok(())
}

/// Writes a file whole beside its place, into a folder that is made for it if need be.
fn staged(write: &Write, made: &mut Vec<PathBuf>) -> io::Result<NamedTempFile> {
    if write.before.is_some() {
        return beside(&write.path.canonicalize()?, &write.text);
    }
    let folder = write.path.parent().unwrap_or(Path::new("."));
    if !folder.exists() {
        fs::create_dir(folder)?;
        made.push(folder.to_owned());
    }
    temporary(folder, &write.text)
}

/// A file beside another, with its owner and permissions, to take its place.
///
/// # Errors
/// Where the system refuses.
pub fn beside(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    let file = temporary(path.parent().unwrap_or(Path::new(".")), text)?;
    let found = fs::metadata(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, chown};
        let own = file.as_file().metadata()?;
        if (own.uid(), own.gid()) != (found.uid(), found.gid()) {
            chown(file.path(), Some(found.uid()), Some(found.gid()))?;
        }
    }
    fs::set_permissions(file.path(), found.permissions())?;
    Ok(file)
}

/// A file of a name that says it is not whole; it is its owner's alone.
fn temporary(folder: &Path, text: &str) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new();
    let mut file = file.prefix(UNFINISHED).tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}

/// Has what was written reach the disk: many files at once are quicker together.
fn reach_disk(staged: &[NamedTempFile]) -> io::Result<()> {
    match staged {
        [] => Ok(()),
        [one] => one.as_file().sync_all(),
        [first, ..] => {
            let folder = first.path().parent().unwrap_or(Path::new("."));
            sync(
                folder,
                &mut staged.iter().map(|file| file.path().to_owned()),
            )
        }
    }
}
