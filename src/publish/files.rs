//! How files come into `out/`: private folders, no links, names given once what they
//! name is on the disk.

use std::error::Error;
use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

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
    /// A folder, or what else is no file, stands there.
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

/// Gives a file its name.
///
/// # Errors
/// Where the system refuses.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(debug_assertions)]
    may_be_interrupted();
    fs::rename(from, to)
}

/// Has everything that was written in a folder's file system reach the disk.
///
/// # Errors
/// Where it cannot.
#[cfg(target_os = "linux")]
pub fn sync(folder: &Path, _: &mut dyn Iterator<Item = PathBuf>) -> io::Result<()> {
    let synced = File::open(folder).and_then(|folder| Ok(rustix::fs::syncfs(folder)?));
    synced.map_err(failed_at(folder))
}

/// Has files that were written reach the disk.
///
/// # Errors
/// Where they cannot.
#[cfg(not(target_os = "linux"))]
pub fn sync(_: &Path, files: &mut dyn Iterator<Item = PathBuf>) -> io::Result<()> {
    files.try_for_each(|path| {
        // Windows does so only for those who may write.
        let file = File::options().write(true).open(&path);
        let synced = file.and_then(|file| file.sync_all());
        synced.map_err(failed_at(&path))
    })
}

/// Tests stop or kill a run before one of its renames, or of its corrections:
/// `PAICHA_INTERRUPT=3` is killed before the third, `3:FILE` waits there, having made
/// FILE, until that is gone.
#[cfg(debug_assertions)]
pub use interruption::may_come as may_be_interrupted;

#[cfg(debug_assertions)]
mod interruption {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    static RENAMES: AtomicUsize = AtomicUsize::new(0);

    /// Waits or dies here, where that was asked for.
    pub fn may_come() {
        let number = RENAMES.fetch_add(1, Ordering::SeqCst) + 1;
        let Ok(asked) = std::env::var("PAICHA_INTERRUPT") else {
            return;
        };
        let (at, file) = asked.split_once(':').unwrap_or((&asked, ""));
        if at.parse() != Ok(number) {
            return;
        }
        if file.is_empty() {
            std::process::abort();
        }
        let file = std::path::Path::new(file);
        drop(std::fs::write(file, ""));
        while file.exists() {
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}
