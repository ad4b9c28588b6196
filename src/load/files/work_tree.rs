//! The files of the work tree.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use super::{PathKind, Real};
use crate::load::plain::{Unread, read_plain};
use crate::load::seen::Seen;

/// A folder of the file system.
#[derive(Debug)]
pub struct WorkTree {
    root: PathBuf,
    /// The same without links.
    real: Option<PathBuf>,
}

impl WorkTree {
    pub fn of(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            real: root.canonicalize().ok(),
        }
    }

    pub fn kind(&self, path: &Path) -> io::Result<PathKind> {
        fs::metadata(self.root.join(path)).map(|found| kind(found.file_type()))
    }

    pub fn is_link(&self, path: &Path) -> Option<bool> {
        let found = self.root.join(path).symlink_metadata();
        found.ok().map(|found| found.is_symlink())
    }

    pub fn real(&self, path: &Path) -> Option<Real> {
        let real = self.root.join(path).canonicalize().ok()?;
        let below = real.strip_prefix(self.real.as_ref()?);
        Some(below.map_or(Real::Outside, |below| Real::Inside(below.to_owned())))
    }

    pub fn names(&self, folder: &Path) -> io::Result<BTreeMap<OsString, PathKind>> {
        let named = |entry: io::Result<fs::DirEntry>| {
            let entry = entry?;
            Ok((entry.file_name(), kind(entry.file_type()?)))
        };
        fs::read_dir(self.root.join(folder))?.map(named).collect()
    }

    pub fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Unread> {
        read_plain(&self.root.join(path), most)
    }

    pub fn seen(&self, path: &Path) -> Option<Seen> {
        Seen::of(&self.root.join(path))
    }
}

fn kind(of: FileType) -> PathKind {
    match of {
        _ if of.is_dir() => PathKind::Folder,
        _ if of.is_file() => PathKind::Plain,
        _ if of.is_symlink() => PathKind::Link,
        _ => PathKind::Other,
    }
}
