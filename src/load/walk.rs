//! The folder tree below `data/`: which file is what.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// The folder of all data.
pub const DATA: &str = "data";
/// The file of the round.
pub const ROUND: &str = "排查.yaml";
/// The file that makes a folder an organisation.
pub const ORGANISATION: &str = "党组织.yaml";
/// The folder of a branch's members.
pub const MEMBERS: &str = "党员";
/// The file of a unit that reports figures only.
pub const FIGURES: &str = "汇总上报.yaml";

/// What stands below `data/`.
#[derive(Debug, Default)]
pub struct Walk {
    /// `data/排查.yaml`, where it is.
    pub round: Option<PathBuf>,
    /// The organisations in the byte order of their paths.
    pub organisations: Vec<FoundOrganisation>,
    /// What does not belong, or cannot be read.
    pub faults: Vec<PathFault>,
}

/// A folder with a `党组织.yaml`.
#[derive(Debug, Default)]
pub struct FoundOrganisation {
    /// Path relative to `data/`, with `/`.
    pub path: String,
    /// Index of the organisation above.
    pub parent: Option<usize>,
    /// Its `党组织.yaml`, relative to the workspace.
    pub file: PathBuf,
    /// Its members' files in the byte order of their paths.
    pub members: Vec<PathBuf>,
    /// Its `汇总上报.yaml`.
    pub figures: Option<PathBuf>,
}

/// A file or folder that is wrong where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathFault {
    /// Path relative to the workspace.
    pub path: PathBuf,
    /// What is wrong.
    pub kind: PathFaultKind,
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
    /// Ends in `.yml` or the like: it would not be read.
    Extension,
    /// A YAML file where none is read.
    Stray,
    /// A file in `党员/` that is not read.
    NotRead,
    /// A link that leads back to a folder above it.
    LinkLoop,
    /// The name is not UTF-8.
    Name,
    /// The system's words.
    Unreadable(String),
}

/// Walks `data/` below `root`.
pub fn walk(root: &Path) -> Walk {
    let mut found = Walk::default();
    let mut folders: BTreeMap<String, FoundOrganisation> = BTreeMap::new();
    let data = root.join(DATA);
    if !data.is_dir() {
        found.faults.push(PathFault {
            path: DATA.into(),
            kind: PathFaultKind::NoData,
        });
        return found;
    }
    let entries = WalkDir::new(&data)
        .follow_links(true)
        .min_depth(1)
        .sort_by_file_name();
    for entry in entries
        .into_iter()
        .filter_entry(|entry| !is_hidden(entry.file_name()))
    {
        match entry {
            Ok(entry) => found.sort_in(root, &entry, &mut folders),
            Err(error) => found.faults.push(walk_fault(root, &error)),
        }
    }
    if found.round.is_none() {
        let path = Path::new(DATA).join(ROUND);
        found.faults.push(PathFault {
            path,
            kind: PathFaultKind::NoRound,
        });
    }
    found.finish(folders);
    found.faults.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

impl Walk {
    fn sort_in(
        &mut self,
        root: &Path,
        entry: &DirEntry,
        folders: &mut BTreeMap<String, FoundOrganisation>,
    ) {
        let path = entry
            .path()
            .strip_prefix(root)
            .unwrap_or(entry.path())
            .to_owned();
        let mut fault = |kind| {
            self.faults.push(PathFault {
                path: path.clone(),
                kind,
            })
        };
        let Some(names) = names(&path) else {
            return fault(PathFaultKind::Name);
        };
        if entry.file_type().is_dir() {
            return;
        }
        let folder = |depth: usize| names[1..names.len() - depth].join("/");
        let in_members = names.len() > 3 && names[names.len() - 2] == MEMBERS;
        match names[names.len() - 1] {
            ROUND if names.len() == 2 => self.round = Some(path.clone()),
            ROUND => fault(PathFaultKind::SecondRound),
            ORGANISATION if names.len() > 2 => {
                folders.entry(folder(1)).or_default().file = path.clone();
            }
            FIGURES if names.len() > 2 => {
                folders.entry(folder(1)).or_default().figures = Some(path.clone());
            }
            name if in_members && name.ends_with(".yaml") => {
                folders
                    .entry(folder(2))
                    .or_default()
                    .members
                    .push(path.clone());
            }
            name if looks_like_yaml(name) => fault(PathFaultKind::Extension),
            name if name.ends_with(".yaml") => fault(PathFaultKind::Stray),
            _ if in_members => fault(PathFaultKind::NotRead),
            _ => {}
        }
    }

    fn finish(&mut self, folders: BTreeMap<String, FoundOrganisation>) {
        for (path, mut organisation) in folders {
            organisation.members.sort();
            if organisation.file.as_os_str().is_empty() {
                let kind = PathFaultKind::OrganisationMissing;
                let path = Path::new(DATA).join(&path).join(ORGANISATION);
                self.faults.push(PathFault { path, kind });
                continue;
            }
            organisation.parent = self
                .organisations
                .iter()
                .rposition(|above| path.starts_with(&format!("{}/", above.path)));
            if let (Some(figures), false) = (&organisation.figures, organisation.members.is_empty())
            {
                let path = figures.clone();
                self.faults.push(PathFault {
                    path,
                    kind: PathFaultKind::MembersAndFigures,
                });
            }
            let above = organisation
                .parent
                .map(|parent| &self.organisations[parent]);
            if above.is_some_and(|above| !above.members.is_empty() || above.figures.is_some()) {
                let path = organisation.file.clone();
                self.faults.push(PathFault {
                    path,
                    kind: PathFaultKind::BelowMembers,
                });
            }
            organisation.path = path;
            self.organisations.push(organisation);
        }
        if self.organisations.is_empty() {
            let kind = PathFaultKind::NoOrganisation;
            self.faults.push(PathFault {
                path: DATA.into(),
                kind,
            });
        }
    }
}

fn walk_fault(root: &Path, error: &walkdir::Error) -> PathFault {
    let path = error.path().unwrap_or(root);
    let path = path.strip_prefix(root).unwrap_or(path).to_owned();
    let kind = match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => PathFaultKind::LinkLoop,
        (_, Some(error)) => PathFaultKind::Unreadable(error.to_string()),
        _ => PathFaultKind::Unreadable(error.to_string()),
    };
    PathFault { path, kind }
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

/// The names of a path, where all of them are UTF-8.
fn names(path: &Path) -> Option<Vec<&str>> {
    path.components()
        .map(|component| match component {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect()
}

/// `.yml`, `.YAML` and the like: meant as YAML but not read.
fn looks_like_yaml(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.ends_with(".yml") || lower.ends_with(".yaml") && !name.ends_with(".yaml")
}
