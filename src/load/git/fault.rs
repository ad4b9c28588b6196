//! Why git does not give what it is asked for.

use std::error::Error;
use std::fmt;
use std::io;

/// Why a state of the data cannot be had from git.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GitFault {
    /// git cannot be run; the system's words.
    NoGit(String),
    /// The folder belongs to no repository, or one without a work tree; git's words.
    NoRepository(String),
    /// No such revision.
    NoRevision(String),
    /// The revision does not have the workspace's folder.
    NoFolder(String),
    /// git failed; its words.
    Failed(String),
}

impl GitFault {
    pub(super) fn none(error: io::Error) -> Self {
        Self::NoGit(error.to_string())
    }

    /// The same where the failure says something more definite.
    pub(super) fn or(self, other: impl FnOnce(String) -> Self) -> Self {
        match self {
            Self::Failed(words) => other(words),
            fault => fault,
        }
    }
}

impl fmt::Display for GitFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGit(words) => write!(formatter, "git cannot be run: {words}"),
            Self::NoRepository(words) | Self::Failed(words) => write!(formatter, "git: {words}"),
            Self::NoRevision(name) => write!(formatter, "no revision {name}"),
            Self::NoFolder(folder) => write!(formatter, "no folder {folder} in the revision"),
        }
    }
}

impl Error for GitFault {}

/// Why what git keeps for a file is not the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlobFault {
    /// It only says where the file is: Git LFS.
    Pointer,
    /// It is changed when it is checked out: by a filter, or as an attribute says.
    Filtered(String),
    /// It is several, of a merge that is not ended.
    Unmerged,
}

/// How a pointer of Git LFS begins, and its most bytes.
const POINTER: &[u8] = b"version https://git-lfs.github.com/spec/";
const MOST: usize = 1024;

impl BlobFault {
    /// Whether a file's bytes only say where the file is.
    pub fn of_pointer(bytes: &[u8]) -> Option<Self> {
        (bytes.len() < MOST && bytes.starts_with(POINTER)).then_some(Self::Pointer)
    }
}

impl fmt::Display for BlobFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pointer => formatter.write_str("a pointer of Git LFS"),
            Self::Filtered(by) => write!(formatter, "changed by {by} when it is checked out"),
            Self::Unmerged => formatter.write_str("not merged"),
        }
    }
}
