//! Whether anything is wrong with one branch.

use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::{Forms, Reopened, Settled, Settling};
use crate::check::Identity;
use crate::forms::found;
use crate::forms::outputs::{Planned, outputs};
use crate::load::{File, SourceFault, Workspace, file_of, hexadecimal, read_file, read_text};
use crate::model::member::Member;
use crate::tabulate::{Source, Tables, own};

/// Settles a branch; where something is wrong with it or may be, its members.
pub fn settle(
    workspace: &Workspace,
    forms: &Forms<'_>,
    settling: &Settling<'_>,
    unit: usize,
) -> Result<Settled, Vec<File<Member>>> {
    let files = &workspace.units[unit];
    let paths = files.member_paths.iter();
    let read: Vec<(&Path, Result<String, SourceFault>)> = paths
        .map(|path| (path.as_path(), read_text(&workspace.root.join(path))))
        .collect();
    let digest = |text: &Result<String, _>| text.as_ref().ok().map(|t| Sha256::digest(t).into());
    let digests = read.iter().map(|(path, text)| (*path, digest(text)));
    let state = state(workspace, unit, &settling.shared, digests);
    let known = state.as_deref();
    if let Some(known) = known.and_then(|state| (settling.remembered)(&files.path, state, forms)) {
        return Ok(known);
    }
    let file = |(path, text): (&Path, Result<String, SourceFault>)| match text {
        Ok(text) => file_of(path, &text),
        // Once more, so that its fault is told as all others are.
        Err(_) => read_file(&workspace.root, path),
    };
    let members: Vec<File<Member>> = read.into_iter().map(file).collect();
    let Some(state) = state.filter(|_| may_settle(workspace, unit, &members)) else {
        return Err(members);
    };
    let held = workspace.with_members(unit, members);
    let mut window = Reopened::of(held, forms.catalogue, unit);
    let settled = settled(&window, forms, unit, state);
    settled.ok_or_else(|| std::mem::take(&mut window.workspace.units[unit].members))
}

/// A hash of all that follows for a branch from what stands in files; `None` where
/// one of them could not be read.
pub fn state<'a>(
    workspace: &Workspace,
    unit: usize,
    shared: &str,
    members: impl Iterator<Item = (&'a Path, Option<[u8; 32]>)>,
) -> Option<String> {
    let mut hash = Sha256::new();
    hash.update(shared);
    hash.update(workspace.round.as_ref()?.digest);
    if let Some(settings) = &workspace.settings {
        hash.update(settings.digest);
    }
    for unit in workspace.above(unit) {
        let unit = &workspace.units[unit];
        unit.organisation.record.as_ref()?;
        hash.update(&unit.path);
        hash.update(unit.organisation.digest);
    }
    for (path, digest) in members {
        hash.update(path.as_os_str().as_encoded_bytes());
        hash.update(digest?);
    }
    Some(hexadecimal(&hash.finalize()))
}

/// Whether a branch is one whose members need not be held if nothing is wrong with it.
/// One in which a finding is waived is held: the waiver may be about persons of others.
fn may_settle(workspace: &Workspace, unit: usize, members: &[File<Member>]) -> bool {
    let records = || members.iter().map(|file| file.record.as_ref());
    let is_plain = |member: Option<&Member>| member.is_some_and(|m| m.waivers.is_empty());
    let is_counted = !members.is_empty() && workspace.units[unit].figures.is_none();
    is_counted && records().all(is_plain) && workspace.round().is_some()
}

/// What stands for a branch, if nothing is wrong with it.
fn settled(window: &Reopened, forms: &Forms<'_>, unit: usize, state: String) -> Option<Settled> {
    let workspace = &window.workspace;
    let mut units = vec![Vec::new(); workspace.units.len()];
    let (derived, rosters) = (&window.derived, &window.rosters);
    units[unit] = own(workspace, derived, rosters, &forms.tables, unit);
    let tables = Tables {
        forms: forms.tables.clone(),
        units,
    };
    let source = window.source(&tables);
    if !found::of_one(source, forms.catalogue, unit).is_empty() {
        return None;
    }
    let outputs = planned(source, forms, unit)?;
    let files = &workspace.units[unit];
    let members = files.members.iter().filter_map(|file| file.record.as_ref());
    let photos = members.filter_map(|member| member.photo.as_ref());
    let photo = |text| {
        workspace
            .album
            .photo(&workspace.root, &files.path, text)
            .ok()
    };
    let photos = photos.filter_map(|value| photo(&value.text));
    let photos = photos.map(|photo| Some((photo.path, photo.seen?)));
    Some(Settled {
        state,
        persons: Identity::of_files(&files.members),
        outputs,
        photos: photos.collect(),
        is_made: false,
        figures: tables.units.into_iter().nth(unit)?,
    })
}

/// The outputs of a branch; `None` where some are open, or a form has no paths.
fn planned(source: Source<'_>, forms: &Forms<'_>, unit: usize) -> Option<Vec<Planned>> {
    let mut planned = Vec::new();
    let patterns = forms.patterns.as_ref()?;
    for (form, pattern) in forms.catalogue.forms.iter().enumerate().zip(patterns) {
        planned.extend(outputs(source, form, pattern, unit).ok()?);
    }
    planned.retain(|output| output.is_certain != Some(false));
    let mut outputs = planned.iter();
    outputs
        .all(|output| output.is_certain.is_some())
        .then_some(planned)
}
