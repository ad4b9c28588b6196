//! What is wrong with files and folders before anything is read of them.

use std::path::PathBuf;

use super::git::BlobFault;
use super::plain::Unread;
use super::travelling::NotPortable;

/// A file or folder that is wrong where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathFault {
    /// Path relative to the workspace.
    pub path: PathBuf,
    /// What is wrong.
    pub kind: PathFaultKind,
}

impl PathFault {
    pub(super) fn new(path: impl Into<PathBuf>, kind: PathFaultKind) -> Self {
        let path = path.into();
        Self { path, kind }
    }
}

/// What can be wrong with a file or a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathFaultKind {
    /// There is no `data/`.
    NoData,
    /// `data/排查.yaml` is missing.
    NoRound,
    /// A second `排查.yaml`.
    SecondRound,
    /// No folder holds a `党组织.yaml`.
    NoOrganisation,
    /// Members or figures without a `党组织.yaml` beside them.
    OrganisationMissing,
    /// Both `党员/` and `汇总上报.yaml`.
    MembersAndFigures,
    /// A branch with organisations below it.
    BelowMembers,
    /// Ends in `.yaml.txt` or the like: it would not be read.
    Extension,
    /// Ends in `.yml` or the like, and is read.
    OtherExtension,
    /// Another file of this name is the same but for its extension.
    Twin(String),
    /// A YAML file where none is read.
    Stray,
    /// The same, meant for the known file of this name.
    Misnamed(String),
    /// The same, a copy of it.
    Copy(String),
    /// A folder of YAML files that is meant for that of members.
    MembersFolder,
    /// A file in `党员/` that is not read.
    NotRead,
    /// A hidden YAML file.
    Hidden,
    /// A link that leads back to a folder above it.
    LinkLoop,
    /// A link to a folder that is read elsewhere.
    LinkTwice,
    /// A link that leads out of the workspace.
    LinkOutside,
    /// A pipe, a device or the like.
    NotPlain,
    /// A folder with the name of a file.
    NotFile,
    /// The name is not UTF-8.
    Name,
    /// The name is none on other systems.
    NotPortable(NotPortable),
    /// On other systems, the name is that of this file or folder beside it.
    Alike(String),
    /// It has so many bytes, more than are read.
    TooLarge(u64),
    /// What is there is not the file, as git has it elsewhere or otherwise.
    Blob(BlobFault),
    /// The system's words.
    Unreadable(String),
}

impl From<Unread> for PathFaultKind {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::NotPlain => Self::NotPlain,
            Unread::TooLarge(bytes) => Self::TooLarge(bytes),
            Unread::Blob(fault) => Self::Blob(fault),
            Unread::Failed(error) => Self::Unreadable(error.to_string()),
        }
    }
}
