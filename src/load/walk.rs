//! The folder tree below `data/`: which file is what.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::extension::{renamed, usual};
use super::files::{Files, PathKind};
use super::folder::{Entry, entries};
use super::misnamed;
use super::path_fault::{PathFault, PathFaultKind};
use super::travelling::Names;
use crate::model::handle::{ById, UnitId};

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

/// The folder of texts that take the place of the forms' own.
pub const TEXTS: &str = "报告";

/// What stands below `data/`.
#[derive(Debug, Default)]
pub struct Walk {
    /// `data/排查.yaml`, where it is.
    pub round: Option<PathBuf>,
    /// The texts of the round's documents.
    pub texts: Vec<PathBuf>,
    /// The organisations in the byte order of their paths.
    pub organisations: ById<UnitId, FoundOrganisation>,
    /// What does not belong, or cannot be read.
    pub faults: Vec<PathFault>,
    /// Copies of files that were being corrected when that was cut off.
    pub unfinished: Vec<PathBuf>,
}

/// How the names of such copies begin.
pub const UNFINISHED: &str = ".paicha-";

/// A folder with a `党组织.yaml`.
#[derive(Debug, Default)]
pub struct FoundOrganisation {
    /// Path relative to `data/`, with `/`.
    pub path: String,
    /// The organisation above.
    pub parent: Option<UnitId>,
    /// Those right below.
    pub below: Vec<UnitId>,
    /// Its `党组织.yaml`, relative to the workspace.
    pub file: Option<PathBuf>,
    /// Its members' files by their usual names.
    pub members: BTreeMap<String, Option<PathBuf>>,
    /// Its `汇总上报.yaml`.
    pub figures: Option<PathBuf>,
    /// Its texts of documents.
    pub texts: Vec<PathBuf>,
}

/// Walks `data/`.
pub fn walk(files: &Files) -> Walk {
    let mut found = Walk::default();
    let data = Path::new(DATA);
    if !files.is_folder(data) {
        found.fault(DATA, PathFaultKind::NoData);
        return found;
    }
    if files.leads_outside(data) {
        found.fault(DATA, PathFaultKind::LinkOutside);
        return found;
    }
    let mut folders = BTreeMap::new();
    let mut names = Names::default();
    for entry in entries(files, data) {
        match entry {
            Ok(entry) => {
                for kind in names.faults(entry.depth, &entry.path) {
                    found.fault(&entry.path, kind);
                }
                found.sort_in(&entry, &mut folders);
            }
            Err(fault) => found.faults.push(fault),
        }
    }
    if found.round.is_none() {
        found.fault(Path::new(DATA).join(ROUND), PathFaultKind::NoRound);
    }
    for (path, organisation) in folders {
        found.add(path, organisation);
    }
    if found.organisations.is_empty() {
        found.fault(DATA, PathFaultKind::NoOrganisation);
    }
    misnamed::explain(&mut found);
    found.texts.sort();
    found.faults.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

impl Walk {
    fn fault(&mut self, path: impl Into<PathBuf>, kind: PathFaultKind) {
        self.faults.push(PathFault::new(path, kind));
    }

    fn sort_in(&mut self, entry: &Entry, folders: &mut BTreeMap<String, FoundOrganisation>) {
        let path = entry.path.as_path();
        let Some(names) = names(path) else {
            return self.fault(path, PathFaultKind::Name);
        };
        let depth = names.len();
        let name = names[depth - 1];
        let is_hidden = name.starts_with('.');
        if entry.kind == PathKind::Folder {
            if looks_like_yaml(name) {
                self.fault(path, PathFaultKind::NotFile);
            }
            return;
        }
        if looks_like_yaml(name) && entry.kind != PathKind::Plain {
            return self.fault(path, PathFaultKind::NotPlain);
        }
        let in_members = depth > 3 && names[depth - 2] == MEMBERS;
        let own = path.to_owned();
        match name {
            _ if name.starts_with(UNFINISHED) => self.unfinished.push(own),
            _ if is_hidden && looks_like_yaml(name) => self.fault(own, PathFaultKind::Hidden),
            _ if is_hidden => {}
            _ => match usual(name) {
                Some(usual) => self.read_as(&usual, own, &names, folders),
                None if looks_like_yaml(name) => self.fault(own, PathFaultKind::Extension),
                None if in_members => self.fault(own, PathFaultKind::NotRead),
                None if depth == 3 && names[1] == TEXTS => self.texts.push(own),
                None if depth > 3 && names[depth - 2] == TEXTS => {
                    let folder = names[1..depth - 2].join("/");
                    folders.entry(folder).or_default().texts.push(own);
                }
                None => {}
            },
        }
    }

    /// Sorts a file in under its usual name, one of each in a folder.
    fn read_as(
        &mut self,
        usual: &str,
        own: PathBuf,
        names: &[&str],
        folders: &mut BTreeMap<String, FoundOrganisation>,
    ) {
        let depth = names.len();
        let in_members = depth > 3 && names[depth - 2] == MEMBERS;
        let folder = |up: usize| names[1..depth - up].join("/");
        let place = match usual {
            ROUND if depth == 2 => &mut self.round,
            ROUND => return self.fault(own, PathFaultKind::SecondRound),
            ORGANISATION if depth > 2 => &mut folders.entry(folder(1)).or_default().file,
            FIGURES if depth > 2 => &mut folders.entry(folder(1)).or_default().figures,
            _ if in_members => {
                let members = &mut folders.entry(folder(2)).or_default().members;
                members.entry(usual.to_owned()).or_default()
            }
            _ => return self.fault(own, PathFaultKind::Stray),
        };
        // Of two the one with the usual name is read.
        let is_usual = own.ends_with(usual);
        let other = match place.is_none() || is_usual {
            true => place.replace(own.clone()),
            false => Some(own.clone()),
        };
        match (other, place.as_deref().and_then(name_of)) {
            (Some(other), Some(twin)) => self.fault(other, PathFaultKind::Twin(twin)),
            _ if !is_usual => self.fault(own, PathFaultKind::OtherExtension),
            _ => {}
        }
    }

    /// Adds an organisation behind those above it.
    fn add(&mut self, path: String, mut organisation: FoundOrganisation) {
        let Some(file) = organisation.file.clone() else {
            let path = Path::new(DATA).join(&path).join(ORGANISATION);
            return self.fault(path, PathFaultKind::OrganisationMissing);
        };
        organisation.texts.sort();
        let mut known = self.organisations.ids().rev();
        let above = |above: &UnitId| format!("{}/", self.organisations[*above].path);
        let parent = known.find(|unit| path.starts_with(&above(unit)));
        let above = parent.map(|parent| &self.organisations[parent]);
        let is_below = above.is_some_and(|it| !it.members.is_empty() || it.figures.is_some());
        let figures = organisation.figures.as_ref();
        if let Some(figures) = figures.filter(|_| !organisation.members.is_empty()) {
            self.fault(figures, PathFaultKind::MembersAndFigures);
        }
        if is_below {
            self.fault(file, PathFaultKind::BelowMembers);
        }
        organisation.parent = parent;
        organisation.path = path;
        let unit = self.organisations.push(organisation);
        if let Some(parent) = parent {
            self.organisations[parent].below.push(unit);
        }
    }
}

/// The name of a file.
fn name_of(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_str()?.to_owned())
}

/// A name that is meant as that of a YAML file, whether it is read or not.
fn looks_like_yaml(name: &str) -> bool {
    renamed(name).is_some()
}

/// The names of a path, where all of them are UTF-8.
fn names(path: &Path) -> Option<Vec<&str>> {
    let names = path.components().map(|component| match component {
        Component::Normal(name) => name.to_str(),
        _ => None,
    });
    names.collect()
}
