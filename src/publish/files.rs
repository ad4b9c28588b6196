//! How files come into `out/`: private folders, no links, names given once what they
//! name is on the disk.

use std::error::Error;
use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

#[cfg(debug_assertions)]
pub use crate::author::disk::may_be_interrupted;
pub use crate::author::disk::sync;
use crate::forms::outputs::is_below_out;
use crate::load::failed_at;

/// Why nothing is written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is not in `out/`.
    Outside,
    /// A link is on the way.
    Link,
    /// Something on the way is no folder.
    NotFolder,
    /// A folder stands there.
    Folder,
    /// What is neither file nor folder stands there.
    NotFile,
    /// A file stands there that is none of ours.
    Foreign,
    /// What was to be moved there is gone.
    Gone,
}

/// A place at which nothing is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The place.
    pub path: PathBuf,
    /// Why.
    pub obstacle: Obstacle,
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.obstacle {
            Obstacle::Outside => "is not in out/",
            Obstacle::Link => "is a link",
            Obstacle::NotFolder => "is no folder",
            Obstacle::Folder => "is a folder",
            Obstacle::NotFile => "is no file",
            Obstacle::Foreign => "is a file of somebody else",
            Obstacle::Gone => "could not be written, what was made is gone",
        };
        write!(formatter, "{} {why}", self.path.display())
    }
}

impl Error for Refused {}

/// An error that says why nothing is written at a place.
pub fn refused(path: &Path, obstacle: Obstacle) -> io::Error {
    let path = path.to_owned();
    io::Error::other(Refused { path, obstacle })
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

/// Makes folders that only their owner can look into.
///
/// # Errors
/// Where one cannot be made.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(failed_at(path))
}

/// The file of an output.
///
/// # Errors
/// Where its path leaves `out/`, by itself or through a link, or goes through what is no
/// folder.
pub fn target(out: &Path, path: &str) -> io::Result<PathBuf> {
    let target = out.join(path);
    if !is_below_out(path) {
        return Err(refused(&target, Obstacle::Outside));
    }
    let above = target.ancestors().skip(1);
    for folder in above.take_while(|folder| *folder != out) {
        match if_there(fs::symlink_metadata(folder))? {
            Some(found) if found.is_symlink() => return Err(refused(folder, Obstacle::Link)),
            Some(found) if !found.is_dir() => return Err(refused(folder, Obstacle::NotFolder)),
            _ => {}
        }
    }
    Ok(target)
}

/// Sees to it that `out/` is a folder, where it is there.
///
/// # Errors
/// Where it is something else.
pub fn is_folder(out: &Path) -> io::Result<()> {
    match if_there(fs::metadata(out)).map_err(failed_at(out))? {
        Some(found) if !found.is_dir() => Err(refused(out, Obstacle::NotFolder)),
        _ => Ok(()),
    }
}

/// Gives a file its name.
///
/// # Errors
/// Where the system refuses.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(debug_assertions)]
    may_be_interrupted();
    fs::rename(from, to)
}
