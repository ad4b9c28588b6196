//! One state of a workspace, before its members are read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::forms::outputs::Pattern;
use crate::forms::{Catalogue, Choice, LayoutFiles};
use crate::load::{Album, DATA, Files, PathKind, SETTINGS, Workspace, entries};
use crate::model::handle::{ById, FormId, UnitId};
use crate::settle::Patterns;
use crate::tabulate::{Declared, Roster};
use crate::{Outline, Project, declared};

/// One state of a workspace.
pub struct State {
    pub(super) workspace: Workspace,
    pub(super) layouts: LayoutFiles,
    pub(super) catalogue: Catalogue,
    pub(super) declared: Declared,
    pub(super) printing: Printing,
    /// The units by their paths.
    pub(super) units: BTreeMap<String, UnitId>,
    /// What stands in the folder of each unit, but for those of others; folders and what
    /// cannot be followed among it.
    folders: BTreeMap<UnitId, BTreeSet<Entry>>,
}

/// What is known of the outputs of forms.
pub struct Printing {
    /// The patterns of all forms' paths; none where one is wrong.
    pub patterns: Patterns,
    /// The same, one by one.
    pub paths: ById<FormId, Option<Pattern>>,
}

/// What stands at a path; no kind where it cannot be followed.
type Entry = (PathBuf, Option<PathKind>);

impl State {
    /// The state of these files.
    pub fn of(files: &Files, album: Album) -> Self {
        let workspace = Workspace::load_with(files, album);
        let layouts = LayoutFiles::of(files);
        let mut catalogue = Catalogue::all(&layouts);
        catalogue.choose(workspace.round(), Choice::OfRound(&[]));
        let forms = || catalogue.forms.values();
        let units = workspace.units.iter();
        let units = units.map(|(id, unit)| (unit.path.clone(), id)).collect();
        Self {
            declared: declared(&catalogue, &workspace),
            printing: Printing {
                patterns: forms().map(|form| Pattern::of(form).ok()).collect(),
                paths: forms().map(|form| Pattern::of(form).ok()).collect(),
            },
            folders: folders(files, &units),
            units,
            catalogue,
            layouts,
            workspace,
        }
    }

    /// What is there before any member is read.
    pub fn outline(&self) -> Outline<'_> {
        Outline {
            workspace: &self.workspace,
            catalogue: &self.catalogue,
            declared: &self.declared,
        }
    }

    /// Its layouts.
    pub fn layouts(&self) -> &LayoutFiles {
        &self.layouts
    }

    /// Its files.
    pub fn files(&self) -> &Files {
        &self.workspace.files
    }

    /// The paths of a unit and of those above it, from the nearest.
    pub(super) fn above(&self, unit: UnitId) -> Vec<&str> {
        let above = self.workspace.above(unit);
        above
            .map(|unit| self.workspace.units[unit].path.as_str())
            .collect()
    }

    /// All that follows from it, once each unit was found out.
    pub(super) fn ended(self, rosters: Vec<(UnitId, Roster)>) -> Ended {
        let mut rosters = rosters;
        rosters.sort_by_key(|(unit, _)| *unit);
        let rosters = rosters.into_iter().map(|(_, roster)| roster).collect();
        let project = Project::with_rosters(
            self.layouts,
            self.catalogue,
            self.declared,
            self.workspace,
            rosters,
        );
        Ended { project }
    }

    fn folder(&self, unit: UnitId) -> impl Iterator<Item = &Entry> {
        self.folders.get(&unit).into_iter().flatten()
    }
}

/// A state of which everything was found out.
pub struct Ended {
    /// All that follows.
    pub project: Project,
}

/// What of two states is the same for all units.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings {
    /// Forms and the round, by which people are judged.
    pub people: bool,
    /// Settings, too.
    pub findings: bool,
}

impl Surroundings {
    /// What is the same in two states.
    pub fn of([old, new]: [&State; 2]) -> Self {
        let round = [old, new].map(|it| it.workspace.round.as_ref().map(|file| &file.path));
        let is_same = |path: &Path| {
            old.files().is_same(new.files(), path)
                || !old.files().exists(path) && !new.files().exists(path)
        };
        let layouts = old.layouts.iter().eq(new.layouts.iter());
        let people = layouts
            && round[0] == round[1]
            && round[0].is_none_or(|round| is_same(round))
            && same_texts(old, new);
        Self {
            people,
            findings: people && is_same(Path::new(SETTINGS)),
        }
    }
}

fn same_texts(old: &State, new: &State) -> bool {
    let [old, new] = [old, new].map(|state| {
        let texts = state.workspace.texts.iter();
        texts
            .map(|text| (&text.path, text.digest))
            .collect::<Vec<_>>()
    });
    old == new
}

/// Whether the organisations above a unit, and itself, say the same.
pub fn same_above([old, new]: [&State; 2], units: [UnitId; 2]) -> bool {
    let [above, other] = [old.above(units[0]), new.above(units[1])];
    let files = old.workspace.above(units[0]);
    let mut files = files.map(|unit| &old.workspace.units[unit].organisation.path);
    above == other && files.all(|path| old.files().is_same(new.files(), path))
}

/// Whether the same stands in the folder of a unit.
pub fn same_folder([old, new]: [&State; 2], units: [UnitId; 2]) -> bool {
    let is_same = |(path, kind): &Entry| {
        *kind != Some(PathKind::Plain) || old.files().is_same(new.files(), path)
    };
    old.folder(units[0]).eq(new.folder(units[1])) && old.folder(units[0]).all(is_same)
}

fn folders(files: &Files, units: &BTreeMap<String, UnitId>) -> BTreeMap<UnitId, BTreeSet<Entry>> {
    let mut folders: BTreeMap<UnitId, BTreeSet<Entry>> = BTreeMap::new();
    let data = Path::new(DATA);
    for entry in entries(files, data) {
        let entry = entry.map_or_else(
            |fault| (fault.path, None),
            |entry| (entry.path, Some(entry.kind)),
        );
        let Ok(below) = entry.0.strip_prefix(data) else {
            continue;
        };
        let mut above = below.ancestors().skip(1);
        let unit = above.find_map(|folder| units.get(&*folder.to_string_lossy()));
        if let Some(unit) = unit {
            folders.entry(*unit).or_default().insert(entry);
        }
    }
    folders
}
