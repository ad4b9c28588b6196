//! Files that are about no member: the round, settings, organisations, figures, texts,
//! forms.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::print::shown;
use super::state::State;
use super::values::{Item, ValueChange, changes as changed_values};
use crate::forms::files::LAYOUTS;
use crate::load::{File, PathKind, entries};
use crate::model::record::Record;
use crate::typeset::fonts::USER_FONTS;

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// `排查.yaml`.
    Round,
    /// `党组织.yaml`.
    Organisation,
    /// `汇总上报.yaml`.
    Figures,
    /// `报告/`.
    Text,
    /// What stands in `layouts/`.
    Form,
    /// `paicha.yaml`.
    Settings,
    /// A font of the workspace.
    Font,
}

/// A file that says something else.
#[derive(Clone, Debug, Serialize)]
pub struct FileChange {
    /// The file.
    pub path: String,
    /// What it is about.
    pub kind: FileKind,
    /// added, removed or changed.
    pub change: &'static str,
    /// The values that are others; none where they cannot be told.
    pub values: Vec<ValueChange>,
}

/// What there is of one state.
type Found = BTreeMap<PathBuf, (FileKind, Option<Item>)>;

/// The files that say something else.
pub fn changes(states: [&State; 2]) -> Vec<FileChange> {
    let [old, new] = states.map(found);
    let mut paths: Vec<(&PathBuf, FileKind)> = Vec::new();
    for (path, (kind, _)) in new.iter().chain(&old) {
        paths.push((path, *kind));
    }
    paths.sort_by_key(|(path, _)| *path);
    paths.dedup_by_key(|(path, _)| *path);
    let change = |(path, kind): (&PathBuf, FileKind)| {
        let (before, now) = (old.get(path), new.get(path));
        let values = |values: Vec<ValueChange>, change| FileChange {
            path: shown(path),
            kind,
            change,
            values,
        };
        match (before, now) {
            (None, _) => Some(values(Vec::new(), "added")),
            (_, None) => Some(values(Vec::new(), "removed")),
            (Some((_, Some(before))), Some((_, Some(now)))) => {
                let changes = changed_values(Some(before), Some(now));
                (!changes.is_empty()).then(|| values(changes, "changed"))
            }
            _ => {
                let is_same = states[0].files().is_same(states[1].files(), path);
                (!is_same).then(|| values(Vec::new(), "changed"))
            }
        }
    };
    paths.into_iter().filter_map(change).collect()
}

fn found(state: &State) -> Found {
    let mut found = Found::new();
    let workspace = &state.workspace;
    add(
        state,
        FileKind::Settings,
        workspace.settings.as_ref(),
        &mut found,
    );
    add(state, FileKind::Round, workspace.round.as_ref(), &mut found);
    for text in &workspace.texts {
        found.insert(text.path.clone(), (FileKind::Text, None));
    }
    for unit in workspace.units.values() {
        add(
            state,
            FileKind::Organisation,
            Some(&unit.organisation),
            &mut found,
        );
        if let Some(figures) = &unit.figures {
            let text = state.files().text(&figures.path).unwrap_or_default();
            let item = figures
                .record
                .as_ref()
                .and_then(|_| Item::of(&text, &|_| {}));
            found.insert(figures.path.clone(), (FileKind::Figures, item));
        }
        for text in &unit.texts {
            found.insert(text.path.clone(), (FileKind::Text, None));
        }
    }
    for (folder, kind) in [(LAYOUTS, FileKind::Form), (USER_FONTS, FileKind::Font)] {
        let folder = Path::new(folder);
        let there = state.files().is_folder(folder);
        let files = there.then(|| entries(state.files(), folder));
        for entry in files.into_iter().flatten().flatten() {
            if entry.kind != PathKind::Folder {
                let text = state.files().text(&entry.path).unwrap_or_default();
                let is_yaml = entry
                    .path
                    .extension()
                    .is_some_and(|it| it == "yaml" || it == "yml");
                let item = is_yaml.then(|| Item::of(&text, &|_| {})).flatten();
                found.insert(entry.path, (kind, item));
            }
        }
    }
    found
}

fn add<R: Record>(state: &State, kind: FileKind, file: Option<&File<R>>, found: &mut Found) {
    if let Some(file) = file {
        let text = state.files().text(&file.path).unwrap_or_default();
        let record = file.record.as_ref();
        let item = record.and_then(|record| Item::of_record(&text, record));
        found.insert(file.path.clone(), (kind, item));
    }
}
