//! What stands in a revision, and what is staged.

use std::path::{Path, PathBuf};

use super::filters::filters;
use super::{BlobFault, Blobs, Git, GitFault, path_of, records};
use crate::load::files::{Folder, Node, Tree};

/// The object of an empty blob, as SHA-1 and as SHA-256.
const EMPTY: [&str; 2] = [
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
];

/// An entry of a listing: its mode, its object, its path below the workspace.
type Entry = (Vec<u8>, String, PathBuf);

/// The workspace in a revision: `REV`, or `REV:FOLDER` where its folder is not that in which
/// git is asked.
///
/// # Errors
/// Where there is no git, no repository, no such revision or no such folder in it.
pub fn tree_of(git: Git, revision: &str) -> Result<Tree, GitFault> {
    let prefix = git.path(&["rev-parse", "--show-prefix"]);
    let prefix = prefix.map_err(|fault| fault.or(GitFault::NoRepository))?;
    let unknown = || GitFault::NoRevision(revision.to_owned());
    let (commit, folder) = match commit(&git, revision) {
        Some(commit) => (commit, prefix),
        None => {
            let (revision, folder) = revision.split_once(':').ok_or_else(unknown)?;
            let commit = commit(&git, revision).ok_or_else(unknown)?;
            (commit, PathBuf::from(folder))
        }
    };
    // A bare repository has no top: there, paths are those from it.
    let git = git.top().map_or(git, |top| Git::of(&top));
    // Without a stroke at its end.
    let folder: PathBuf = folder.iter().collect();
    let named = folder.to_str().map(|folder| format!("{commit}:{folder}"));
    let found = named.and_then(|named| object(&git, &named));
    // A submodule is a commit of another repository.
    let tree = found.and_then(|found| object(&git, &format!("{found}^{{tree}}")));
    let tree = tree.ok_or_else(|| GitFault::NoFolder(folder.display().to_string()))?;
    let listed = git.ask(&["ls-tree", "-r", "-t", "-z", "--full-tree", &tree])?;
    let entries = records(&listed).filter_map(|record| {
        let (head, path) = split(record, b'\t')?;
        let (mode, rest) = split(head, b' ')?;
        let (_, object) = split(rest, b' ')?;
        entry(mode, object, path)
    });
    let mut top = folder_of(entries);
    top.object = Some(tree);
    mark(&git, &mut top, &folder, &format!("--source={commit}"))?;
    Ok(Tree {
        top,
        blobs: Blobs::of(git),
        commit: Some((commit, folder)),
    })
}

/// The workspace as it is staged.
///
/// # Errors
/// Where there is no git, or no repository with a work tree.
pub fn staged(git: Git) -> Result<Tree, GitFault> {
    let top = git.top()?;
    let prefix = git.path(&["rev-parse", "--show-prefix"])?;
    let listed = git.ask(&["ls-files", "-s", "-z"])?;
    let mut unmerged = Vec::new();
    let entries = records(&listed).filter_map(|record| {
        let (head, path) = split(record, b'\t')?;
        let (mode, rest) = split(head, b' ')?;
        let (object, stage) = split(rest, b' ')?;
        if stage != b"0" {
            unmerged.push(path_of(path.to_owned()));
        }
        entry(mode, object, path)
    });
    let mut entries: Vec<Entry> = entries.collect();
    if entries.iter().any(|(_, object, _)| is_empty(object)) {
        // What is only noted as to be added is no part of a commit.
        let noted = git.ask(&["diff-files", "-z", "--name-only", "--diff-filter=A"])?;
        let noted: Vec<PathBuf> = records(&noted)
            .filter_map(|path| {
                let path = path_of(path.to_owned());
                path.strip_prefix(&prefix).ok().map(Path::to_owned)
            })
            .collect();
        entries.retain(|(_, object, path)| !is_empty(object) || !noted.contains(path));
    }
    let mut folder = folder_of(entries.into_iter());
    for path in unmerged {
        set(&mut folder, &path, BlobFault::Unmerged);
    }
    let git = Git::of(&top);
    mark(&git, &mut folder, &prefix, "--cached")?;
    Ok(Tree {
        top: folder,
        blobs: Blobs::of(git),
        commit: None,
    })
}

fn is_empty(object: &str) -> bool {
    EMPTY.contains(&object)
}

/// The commit of a revision.
fn commit(git: &Git, revision: &str) -> Option<String> {
    object(git, &format!("{revision}^{{commit}}"))
}

fn object(git: &Git, named: &str) -> Option<String> {
    if named.starts_with('-') {
        return None;
    }
    let object = git.ask(&["rev-parse", "--verify", "--quiet", named]).ok()?;
    Some(String::from_utf8(object).ok()?.trim_end().to_owned())
}

fn split(record: &[u8], at: u8) -> Option<(&[u8], &[u8])> {
    let place = record.iter().position(|byte| *byte == at)?;
    Some((&record[..place], &record[place + 1..]))
}

fn entry(mode: &[u8], object: &[u8], path: &[u8]) -> Option<Entry> {
    let object = std::str::from_utf8(object).ok()?.to_owned();
    Some((mode.to_vec(), object, path_of(path.to_owned())))
}

/// The folder that holds what is listed.
fn folder_of(entries: impl Iterator<Item = Entry>) -> Folder {
    let mut top = Folder::default();
    for (mode, object, path) in entries {
        let node = match &mode[..] {
            b"040000" => {
                if let Some(folder) = top.folder(&path) {
                    folder.object = Some(object);
                }
                continue;
            }
            b"120000" => Node::Link(object),
            b"160000" => Node::Submodule,
            _ => Node::File(object, None),
        };
        let above = path.parent().unwrap_or(Path::new(""));
        if let Some((folder, name)) = top.folder(above).zip(path.file_name()) {
            folder.nodes.insert(name.to_owned(), node);
        }
    }
    top
}

/// Says of a file that what git keeps is not it.
fn set(top: &mut Folder, path: &Path, fault: BlobFault) {
    let above = path.parent().unwrap_or(Path::new(""));
    let folder = top.folder(above).zip(path.file_name());
    if let Some(Node::File(_, file)) = folder.and_then(|(it, name)| it.nodes.get_mut(name)) {
        *file = Some(fault);
    }
}

/// Says so of all files that are not checked out as they are kept.
fn mark(git: &Git, top: &mut Folder, folder: &Path, source: &str) -> Result<(), GitFault> {
    let mut paths = Vec::new();
    list(top, folder, &mut paths);
    if paths.is_empty() {
        return Ok(());
    }
    for (path, fault) in filters(git, source, &paths)? {
        if let Ok(path) = path_of(path).strip_prefix(folder) {
            set(top, path, fault);
        }
    }
    Ok(())
}

/// The paths of all files, each with a zero behind it.
fn list(folder: &Folder, path: &Path, paths: &mut Vec<u8>) {
    for (name, node) in &folder.nodes {
        let path = path.join(name);
        match node {
            Node::Folder(folder) => list(folder, &path, paths),
            Node::File(..) => {
                let name = path.as_os_str().as_encoded_bytes();
                paths.extend(name.iter().map(|byte| match byte {
                    b'\\' if cfg!(windows) => b'/',
                    byte => *byte,
                }));
                paths.push(0);
            }
            Node::Link(_) | Node::Submodule => {}
        }
    }
}
