//! Whether anything is wrong with one branch.

use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::{Forms, Settled, Settling};
use crate::check::Person;
use crate::derive::Derived;
use crate::forms::found;
use crate::forms::outputs::{Planned, outputs};
use crate::load::{
    File, Seen, SourceFault, Workspace, file_of, hexadecimal, photo, read_file, read_text,
};
use crate::model::member::Member;
use crate::tabulate::Source;
use crate::tabulate::{Rosters, Tables, own};

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
    let remembered = state
        .as_ref()
        .and_then(|state| (settling.remembered)(&files.path, state, forms));
    if let Some(remembered) = remembered {
        return Ok(remembered);
    }
    let file = |(path, text): (&Path, Result<String, SourceFault>)| match text {
        Ok(text) => file_of(path, &text),
        // Once more, so that its fault is told as all others are.
        Err(_) => read_file(&workspace.root, path),
    };
    let members: Vec<File<Member>> = read.into_iter().map(file).collect();
    let window = workspace.with_members(unit, members);
    let settled = state.and_then(|state| settled(&window, forms, unit, state));
    settled.ok_or_else(|| {
        let mut units = window.units;
        std::mem::take(&mut units[unit].members)
    })
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

/// What stands for a branch, if nothing is wrong with it. A branch in which a finding
/// is waived is held: the waiver may be about persons of others.
fn settled(window: &Workspace, forms: &Forms<'_>, unit: usize, state: String) -> Option<Settled> {
    let files = &window.units[unit];
    let members = || files.members.iter().map(|file| file.record.as_ref());
    let is_plain = |member: Option<&Member>| member.is_some_and(|m| m.waivers.is_empty());
    if files.members.is_empty() || files.figures.is_some() || !members().all(is_plain) {
        return None;
    }
    window.round.as_ref()?.record.as_ref()?;
    let Forms {
        catalogue, tables, ..
    } = forms;
    let derived = Derived::of_unit(window, &catalogue.ids(), unit);
    let registers = catalogue.registers();
    let rosters = Rosters::of_unit(window, &derived, registers, unit);
    let mut units = vec![Vec::new(); window.units.len()];
    units[unit] = own(window, &derived, &rosters, tables, unit);
    let tables = Tables {
        forms: tables.clone(),
        units,
    };
    let source = Source {
        workspace: window,
        derived: &derived,
        rosters: &rosters,
        tables: &tables,
    };
    let is_clean = found::of_one(source, catalogue, unit).is_empty();
    if !is_clean {
        return None;
    }
    let photos = members()
        .flatten()
        .filter_map(|member| member.photo.as_ref());
    let photos = photos.filter_map(|value| photo(&window.root, &files.path, &value.text).ok());
    let photos = photos.map(|photo| {
        let seen = Seen::of(&window.root.join(&photo.path));
        (photo.path, seen)
    });
    let planned = planned(source, forms, unit)?;
    Some(Settled {
        state,
        persons: Person::of_files(&files.members),
        outputs: planned,
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
    let is_certain = planned.iter().all(|output| output.is_certain.is_some());
    is_certain.then_some(planned)
}
