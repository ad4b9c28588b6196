//! The one door to the files of a workspace: the work tree, a revision of git, what is
//! staged, or the work tree with texts laid over it that an editor has not saved. Paths
//! are relative to the workspace. Nobody above asks which it is.

mod past;
mod tree;
mod work_tree;

pub use tree::{Folder, Node, Tree};

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::git::{BlobFault, Git, GitFault, staged, tree_of};
use super::photo::MOST_BYTES as MOST_BYTES_OF_PHOTO;
use super::plain::Unread;
use super::seen::Seen;
use super::source::{MAX_BYTES, SourceFault, text_of};
use work_tree::WorkTree;

/// The files of a workspace.
#[derive(Clone, Debug)]
pub struct Files {
    root: Arc<Path>,
    base: Base,
    /// Texts of files that are not saved.
    over: Arc<BTreeMap<PathBuf, String>>,
}

#[derive(Clone, Debug)]
enum Base {
    WorkTree(Arc<WorkTree>),
    Tree(Arc<Tree>),
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PathKind {
    /// A folder.
    Folder,
    /// A plain file.
    Plain,
    /// A link.
    Link,
    /// A pipe, a device, a submodule.
    Other,
}

/// What a path is without links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Real {
    /// A path of the workspace.
    Inside(PathBuf),
    /// It leads out of the workspace.
    Outside,
}

impl Real {
    /// Whether it is a path of the workspace, or below it.
    pub fn is_within(&self, folder: &Self) -> bool {
        match (self, folder) {
            (Self::Inside(path), Self::Inside(folder)) => path.starts_with(folder),
            _ => false,
        }
    }
}

impl Files {
    /// Those of the work tree.
    pub fn in_folder(root: &Path) -> Self {
        Self::of(root, Base::WorkTree(Arc::new(WorkTree::of(root))))
    }

    /// Those of a revision of the repository that the workspace's folder belongs to. The
    /// folder itself need not be there.
    ///
    /// # Errors
    /// Where there is no git, no repository or no such revision.
    pub fn at_revision(root: &Path, revision: &str) -> Result<Self, GitFault> {
        let tree = tree_of(Git::of(root), revision)?;
        Ok(Self::of(root, Base::Tree(Arc::new(tree))))
    }

    /// Those that are staged.
    ///
    /// # Errors
    /// As [`Self::at_revision`].
    pub fn staged(root: &Path) -> Result<Self, GitFault> {
        let tree = staged(Git::of(root))?;
        Ok(Self::of(root, Base::Tree(Arc::new(tree))))
    }

    fn of(root: &Path, base: Base) -> Self {
        Self {
            root: root.into(),
            base,
            over: Arc::default(),
        }
    }

    /// The same with texts laid over files, which need not be there.
    #[must_use]
    pub fn under(&self, texts: BTreeMap<PathBuf, String>) -> Self {
        let over = Arc::new(texts);
        Self {
            over,
            ..self.clone()
        }
    }

    /// The folder of the workspace in the work tree: what is written goes there. It need
    /// not be the one that is read.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether they are those of the work tree, saved or not: only these can be written.
    pub fn is_work_tree(&self) -> bool {
        matches!(self.base, Base::WorkTree(_))
    }

    /// What a path leads to.
    ///
    /// # Errors
    /// Where nothing is there.
    pub fn kind(&self, path: &Path) -> io::Result<PathKind> {
        let found = match &self.base {
            Base::WorkTree(files) => files.kind(path),
            Base::Tree(tree) => tree.kind(path),
        };
        found.or_else(|error| self.kind_over(path).ok_or(error))
    }

    /// Whether a path leads to a folder.
    pub fn is_folder(&self, path: &Path) -> bool {
        self.kind(path).is_ok_and(|kind| kind == PathKind::Folder)
    }

    /// Whether something is there.
    pub fn exists(&self, path: &Path) -> bool {
        self.kind(path).is_ok()
    }

    /// Whether a path is a link, whatever it leads to; none where nothing is there.
    pub fn is_link(&self, path: &Path) -> Option<bool> {
        let found = match &self.base {
            Base::WorkTree(files) => files.is_link(path),
            Base::Tree(tree) => tree.is_link(path),
        };
        found.or_else(|| self.kind_over(path).map(|_| false))
    }

    /// A path without links; none where nothing is there.
    pub fn real(&self, path: &Path) -> Option<Real> {
        let found = match &self.base {
            Base::WorkTree(files) => files.real(path),
            Base::Tree(tree) => tree.real(path),
        };
        found.or_else(|| self.kind_over(path).map(|_| Real::Inside(path.to_owned())))
    }

    /// Whether a path is a link that leads out of the workspace.
    pub fn leads_outside(&self, path: &Path) -> bool {
        self.is_link(path) == Some(true) && self.real(path) == Some(Real::Outside)
    }

    /// The names in a folder in their byte order, with what stands there itself.
    ///
    /// # Errors
    /// Where it is no folder, or cannot be listed.
    pub fn names(&self, folder: &Path) -> io::Result<BTreeMap<OsString, PathKind>> {
        let found = match &self.base {
            Base::WorkTree(files) => files.names(folder),
            Base::Tree(tree) => tree.names(folder),
        };
        let mut over = BTreeMap::new();
        for path in self.over.keys() {
            let Ok(below) = path.strip_prefix(folder) else {
                continue;
            };
            let mut names = below.iter();
            if let Some(name) = names.next() {
                let is_file = names.next().is_none();
                let kind = if is_file {
                    PathKind::Plain
                } else {
                    PathKind::Folder
                };
                over.insert(name.to_owned(), kind);
            }
        }
        match found {
            Err(_) if !over.is_empty() => Ok(over),
            Err(error) => Err(error),
            Ok(found) => {
                over.extend(found);
                Ok(over)
            }
        }
    }

    /// Reads a plain file of at most so many bytes.
    ///
    /// # Errors
    /// Where it is none, is larger, cannot be read, or is not what git keeps for it.
    pub fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Unread> {
        let bytes = match self.over.get(path) {
            Some(text) if text.len() as u64 > most => Err(Unread::TooLarge(text.len() as u64)),
            Some(text) => return Ok(text.clone().into_bytes()),
            None => match &self.base {
                Base::WorkTree(files) => files.read(path, most),
                Base::Tree(tree) => tree.read(path, most),
            },
        }?;
        match BlobFault::of_pointer(&bytes) {
            Some(fault) => Err(fault.into()),
            None => Ok(bytes),
        }
    }

    /// Reads a YAML file.
    ///
    /// # Errors
    /// Where it is none of ours: too large, in another encoding.
    pub fn text(&self, path: &Path) -> Result<String, SourceFault> {
        text_of(&self.read(path, MAX_BYTES)?)
    }

    /// What a file or a folder looks like; none where that says nothing of its content.
    pub fn seen(&self, path: &Path) -> Option<Seen> {
        match &self.base {
            Base::WorkTree(files) if self.over.is_empty() => files.seen(path),
            _ => None,
        }
    }

    /// The object that git has for a folder, the same for the same content; none where
    /// there is none.
    pub fn object(&self, folder: &Path) -> Option<&str> {
        match &self.base {
            Base::Tree(tree) if self.over.is_empty() => tree.object(folder),
            _ => None,
        }
    }

    /// Whether a file says the same in another state: the ends of its lines, and whether a
    /// byte order mark stands before them, are no matter. What git keeps as one object need
    /// not be read.
    pub fn is_same(&self, other: &Self, path: &Path) -> bool {
        let blobs = self.blob(path).zip(other.blob(path));
        if blobs.is_some_and(|(own, other)| own == other) {
            return true;
        }
        let [own, other] = [self, other].map(|files| files.read(path, MOST_BYTES_OF_PHOTO));
        let (Ok(own), Ok(other)) = (own, other) else {
            return false;
        };
        let texts = || text_of(&own).ok().zip(text_of(&other).ok());
        own == other || texts().is_some_and(|(own, other)| own == other)
    }

    /// The object that git has for a file, where that is the file.
    fn blob(&self, path: &Path) -> Option<&str> {
        match &self.base {
            Base::Tree(tree) if !self.over.contains_key(path) => tree.blob(path),
            _ => None,
        }
    }

    /// Files below a folder that stand in the work tree alone, as git ignores them.
    pub fn ignored_below(&self, folder: &Path) -> Vec<PathBuf> {
        match &self.base {
            Base::WorkTree(_) => Vec::new(),
            Base::Tree(tree) => tree.ignored_below(folder),
        }
    }

    /// What texts laid over make of a path at which nothing else is.
    fn kind_over(&self, path: &Path) -> Option<PathKind> {
        if self.over.contains_key(path) {
            return Some(PathKind::Plain);
        }
        let mut over = self.over.keys();
        let is_above = over.any(|over| over.starts_with(path));
        is_above.then_some(PathKind::Folder)
    }
}
