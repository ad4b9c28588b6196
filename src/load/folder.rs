//! Walking a folder of the workspace: each folder once, nothing outside of the workspace.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::path_fault::{PathFault, PathFaultKind};

/// Everything below a folder of the workspace in the byte order of names, but for hidden
/// folders and what programs leave beside files that are open in them; and what cannot
/// be followed. Links to what stands in the workspace are followed, if it is not read
/// anyway.
pub fn entries(root: &Path, folder: &Path) -> impl Iterator<Item = Result<DirEntry, PathFault>> {
    let mut links = Links::of(root, folder);
    let root = root.to_owned();
    let entries = WalkDir::new(folder).follow_links(true).min_depth(1);
    let mut entries = entries.sort_by_file_name().into_iter();
    std::iter::from_fn(move || {
        loop {
            let entry = match entries.next()? {
                Ok(entry) => entry,
                Err(error) => return Some(Err(fault(&root, &error))),
            };
            let kind = links.fault(&entry);
            let is_passed = is_passed(&entry);
            if (is_passed || kind.is_some()) && entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
            if !is_passed {
                let path = below(&root, entry.path()).to_owned();
                return Some(kind.map_or(Ok(entry), |kind| Err(PathFault { path, kind })));
            }
        }
    })
}

/// Whether a file or a folder is a link that leads out of the workspace.
pub fn leads_outside(root: &Path, path: &Path) -> bool {
    let is_outside = || {
        Some(
            !path
                .canonicalize()
                .ok()?
                .starts_with(root.canonicalize().ok()?),
        )
    };
    path.is_symlink() && is_outside().unwrap_or_default()
}

/// The part of a path below another one.
pub fn below<'a>(root: &Path, path: &'a Path) -> &'a Path {
    path.strip_prefix(root).unwrap_or(path)
}

fn fault(root: &Path, error: &walkdir::Error) -> PathFault {
    let kind = match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => PathFaultKind::LinkLoop,
        (_, Some(error)) => PathFaultKind::Unreadable(error.to_string()),
        _ => PathFaultKind::Unreadable(error.to_string()),
    };
    PathFault::new(below(root, error.path().unwrap_or(root)), kind)
}

/// Hidden folders, and files that programs leave beside those that are open in them or
/// that another system leaves beside all.
fn is_passed(entry: &DirEntry) -> bool {
    let name = entry.file_name().as_encoded_bytes();
    let is_of_programs = ["~$", "._", ".~lock."];
    let mut is_of_programs = is_of_programs.iter();
    is_of_programs.any(|start| name.starts_with(start.as_bytes()))
        || entry.file_type().is_dir() && name.starts_with(b".")
}

/// The folders that links lead to.
struct Links {
    /// The workspace, without links.
    root: Option<PathBuf>,
    /// What is read, without links: the folder, and where links lead.
    read: Vec<PathBuf>,
}

impl Links {
    fn of(root: &Path, folder: &Path) -> Self {
        Self {
            root: root.canonicalize().ok(),
            read: folder.canonicalize().into_iter().collect(),
        }
    }

    /// Why a link is not followed.
    fn fault(&mut self, entry: &DirEntry) -> Option<PathFaultKind> {
        if !entry.path_is_symlink() {
            return None;
        }
        let real = entry.path().canonicalize().ok()?;
        if !real.starts_with(self.root.as_deref()?) {
            return Some(PathFaultKind::LinkOutside);
        }
        if !entry.file_type().is_dir() {
            return None;
        }
        let mut read = self.read.iter();
        if read.any(|read| real.starts_with(read) || read.starts_with(&real)) {
            return Some(PathFaultKind::LinkTwice);
        }
        self.read.push(real);
        None
    }
}
