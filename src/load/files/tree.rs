//! The files of a tree that git keeps: of a revision, or of what is staged.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::{PathKind, Real};
use crate::load::git::{BlobFault, Blobs, path_of};
use crate::load::plain::Unread;

/// So many links lead on from one path at most.
const MOST_LINKS: usize = 40;
/// The longest path that a link has.
const LONGEST: u64 = 4096;

/// A tree, and where its blobs are read.
#[derive(Debug)]
pub struct Tree {
    /// The folder of the workspace.
    pub top: Folder,
    /// What git keeps.
    pub blobs: Blobs,
    /// The commit, and the workspace's folder in it; none of what is staged.
    pub commit: Option<(String, PathBuf)>,
}

/// A folder of a tree.
#[derive(Debug, Default)]
pub struct Folder {
    /// Its object; none of what is staged.
    pub object: Option<String>,
    /// What stands in it.
    pub nodes: BTreeMap<OsString, Node>,
}

/// What stands in a folder of a tree.
#[derive(Debug)]
pub enum Node {
    /// A folder.
    Folder(Folder),
    /// A file: its object, or why that is not the file.
    File(String, Option<BlobFault>),
    /// A link: the object of the path that it leads to.
    Link(String),
    /// A repository of its own.
    Submodule,
}

/// Where a path ends.
enum End<'a> {
    /// There, at a path without links.
    At(PathBuf, Found<'a>),
    /// Out of the workspace.
    Outside,
}

#[derive(Clone, Copy)]
enum Found<'a> {
    Folder(&'a Folder),
    Node(&'a Node),
}

impl Tree {
    pub fn kind(&self, path: &Path) -> io::Result<PathKind> {
        match self.end(path)? {
            End::At(_, Found::Node(node)) => Ok(node.kind()),
            End::At(_, Found::Folder(_)) => Ok(PathKind::Folder),
            End::Outside => Err(ErrorKind::NotFound.into()),
        }
    }

    pub fn is_link(&self, path: &Path) -> Option<bool> {
        let folder = path.parent().and_then(|above| self.end(above).ok());
        match (folder, path.file_name()) {
            (Some(End::At(_, folder)), Some(name)) => {
                let node = folder.folder()?.nodes.get(name)?;
                Some(matches!(node, Node::Link(_)))
            }
            (_, None) => Some(false),
            _ => None,
        }
    }

    pub fn real(&self, path: &Path) -> Option<Real> {
        Some(match self.end(path).ok()? {
            End::At(real, _) => Real::Inside(real),
            End::Outside => Real::Outside,
        })
    }

    pub fn names(&self, folder: &Path) -> io::Result<BTreeMap<OsString, PathKind>> {
        let End::At(_, found) = self.end(folder)? else {
            return Err(ErrorKind::NotFound.into());
        };
        let folder = found.folder().ok_or(ErrorKind::NotADirectory)?;
        let nodes = folder.nodes.iter();
        Ok(nodes
            .map(|(name, node)| (name.clone(), node.kind()))
            .collect())
    }

    pub fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Unread> {
        match self.end(path)? {
            End::At(_, Found::Node(Node::File(_, Some(fault)))) => Err(fault.clone().into()),
            End::At(_, Found::Node(Node::File(object, None))) => self.blobs.read(object, most),
            End::At(..) => Err(Unread::NotPlain),
            End::Outside => Err(io::Error::from(ErrorKind::NotFound).into()),
        }
    }

    pub fn object(&self, folder: &Path) -> Option<&str> {
        match self.end(folder).ok()? {
            End::At(_, found) => found.folder()?.object.as_deref(),
            End::Outside => None,
        }
    }

    pub fn blob(&self, path: &Path) -> Option<&str> {
        match self.end(path).ok()? {
            End::At(_, Found::Node(Node::File(object, None))) => Some(object),
            _ => None,
        }
    }

    pub fn ignored_below(&self, folder: &Path) -> Vec<PathBuf> {
        let ignored = self.blobs.git.ignored_below(folder).into_iter();
        ignored
            .filter(|path| self.is_link(path).is_none())
            .collect()
    }

    /// Where a path ends once all links are followed.
    fn end(&self, path: &Path) -> io::Result<End<'_>> {
        let missing = || io::Error::from(ErrorKind::NotFound);
        let mut rest = parts(path);
        let mut real = PathBuf::new();
        // The folders above, and the one below which the rest is looked for.
        let mut folders = vec![&self.top];
        let mut links = 0;
        while let Some(part) = rest.pop() {
            match part.to_str() {
                Some("" | ".") => continue,
                Some("..") => {
                    folders.pop();
                    if !real.pop() {
                        return Ok(End::Outside);
                    }
                    continue;
                }
                _ => {}
            }
            let folder = *folders.last().ok_or_else(missing)?;
            let node = folder.nodes.get(&part).ok_or_else(missing)?;
            match node {
                Node::Folder(folder) => folders.push(folder),
                Node::Link(object) => {
                    links += 1;
                    if links > MOST_LINKS {
                        return Err(io::Error::other("too many links"));
                    }
                    let target = path_of(self.blobs.read(object, LONGEST)?);
                    if target.has_root() {
                        return Ok(End::Outside);
                    }
                    rest.extend(parts(&target));
                    continue;
                }
                Node::File(..) | Node::Submodule if rest.is_empty() => {
                    real.push(part);
                    return Ok(End::At(real, Found::Node(node)));
                }
                Node::File(..) | Node::Submodule => return Err(missing()),
            }
            real.push(part);
        }
        let folder = folders.pop().ok_or_else(missing)?;
        Ok(End::At(real, Found::Folder(folder)))
    }
}

/// The parts of a path, the first one last.
fn parts(path: &Path) -> Vec<OsString> {
    let mut parts: Vec<OsString> = path.iter().map(OsStr::to_owned).collect();
    parts.reverse();
    parts
}

impl<'a> Found<'a> {
    fn folder(self) -> Option<&'a Folder> {
        match self {
            Found::Folder(folder) | Found::Node(Node::Folder(folder)) => Some(folder),
            Found::Node(_) => None,
        }
    }
}

impl Node {
    fn kind(&self) -> PathKind {
        match self {
            Self::Folder(_) => PathKind::Folder,
            Self::File(..) => PathKind::Plain,
            Self::Link(_) => PathKind::Link,
            Self::Submodule => PathKind::Other,
        }
    }
}

impl Folder {
    /// The folder at a path, made where it is not there yet.
    pub fn folder(&mut self, path: &Path) -> Option<&mut Self> {
        path.iter().try_fold(self, |folder, name| {
            let node = folder.nodes.entry(name.to_owned());
            match node.or_insert_with(|| Node::Folder(Self::default())) {
                Node::Folder(folder) => Some(folder),
                _ => None,
            }
        })
    }
}
