//! Walking a folder of the workspace: each folder once, nothing outside of the workspace.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::files::{Files, PathKind, Real};
use super::path_fault::{PathFault, PathFaultKind};

/// What stands below a folder.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its path in the workspace.
    pub path: PathBuf,
    /// How deep below the folder it stands; what is right below has 1.
    pub depth: usize,
    /// What it is; of a link, what that leads to.
    pub kind: PathKind,
}

/// Everything below a folder of the workspace in the byte order of names, but for hidden
/// folders and what programs leave beside files that are open in them; and what cannot
/// be followed. Links to what stands in the workspace are followed, if it is not read
/// anyway.
pub fn entries(files: &Files, folder: &Path) -> Vec<Result<Entry, PathFault>> {
    let mut walk = Walk {
        files,
        read: files.real(folder).into_iter().collect(),
        found: Vec::new(),
    };
    walk.go(folder, 1);
    walk.found
}

/// The part of a path below another one.
pub fn below<'a>(root: &Path, path: &'a Path) -> &'a Path {
    path.strip_prefix(root).unwrap_or(path)
}

/// Hidden folders, and files that programs leave beside those that are open in them or
/// that another system leaves beside all.
fn is_passed(name: &OsStr, kind: PathKind) -> bool {
    let name = name.as_encoded_bytes();
    let is_of_programs = ["~$", "._", ".~lock."];
    let mut is_of_programs = is_of_programs.iter();
    is_of_programs.any(|start| name.starts_with(start.as_bytes()))
        || kind == PathKind::Folder && name.starts_with(b".")
}

struct Walk<'a> {
    files: &'a Files,
    /// What is read, without links: the folder, and where links lead.
    read: Vec<Real>,
    found: Vec<Result<Entry, PathFault>>,
}

impl Walk<'_> {
    fn go(&mut self, folder: &Path, depth: usize) {
        let unreadable = |path: &Path, error: std::io::Error| {
            Err(PathFault::new(
                path,
                PathFaultKind::Unreadable(error.to_string()),
            ))
        };
        let names = match self.files.names(folder) {
            Ok(names) => names,
            Err(error) => return self.found.push(unreadable(folder, error)),
        };
        for (name, kind) in names {
            let path = folder.join(&name);
            let is_link = kind == PathKind::Link;
            let followed = if is_link {
                self.files.kind(&path)
            } else {
                Ok(kind)
            };
            let kind = match followed {
                Ok(kind) => kind,
                // What cannot be reached since it leads out of the workspace is told so.
                Err(_) if self.files.leads_outside(&path) => PathKind::Other,
                Err(error) => {
                    self.found.push(unreadable(&path, error));
                    continue;
                }
            };
            if is_passed(&name, kind) {
                continue;
            }
            if is_link && let Some(fault) = self.fault(folder, &path, kind) {
                self.found.push(Err(PathFault::new(path, fault)));
                continue;
            }
            let entry = Entry {
                path: path.clone(),
                depth,
                kind,
            };
            self.found.push(Ok(entry));
            if kind == PathKind::Folder {
                self.go(&path, depth + 1);
            }
        }
    }

    /// Why a link in a folder is not followed.
    fn fault(&mut self, folder: &Path, path: &Path, kind: PathKind) -> Option<PathFaultKind> {
        let real = self.files.real(path)?;
        if real == Real::Outside {
            return Some(PathFaultKind::LinkOutside);
        }
        if kind != PathKind::Folder {
            return None;
        }
        let is_above = self
            .files
            .real(folder)
            .is_some_and(|it| it.is_within(&real));
        if is_above && self.read.first().is_some_and(|top| real.is_within(top)) {
            return Some(PathFaultKind::LinkLoop);
        }
        let mut read = self.read.iter();
        if read.any(|read| real.is_within(read) || read.is_within(&real)) {
            return Some(PathFaultKind::LinkTwice);
        }
        self.read.push(real);
        None
    }
}
