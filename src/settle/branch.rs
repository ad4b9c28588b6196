//! Whether there is an error in one branch.

use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use super::{Patterns, Settling};
use crate::Outline;
use crate::check::levels::regrade;
use crate::check::rules::documents::keeps_waiting;
use crate::check::{Diagnostic, Finding, Severity, count};
use crate::forms::found;
use crate::forms::outputs::{Pattern, outputs};
use crate::forms::usage::Usage;
use crate::load::{Workspace, file_of, folder_of_photos, hexadecimal, read_file};
use crate::model::handle::{ById, FormId, MemberId, UnitId};
use crate::model::problem::Problem;
use crate::tabulate::{Held, Members, Person, Roster, Settled, Source, UnitOutput};

/// What is found out of a branch; where there is no error in it, its members are settled.
pub fn roster(
    outline: &Outline<'_>,
    patterns: &Patterns,
    settling: &Settling<'_>,
    unit: UnitId,
) -> Roster {
    let (workspace, declared) = (outline.workspace, outline.declared);
    let files = &workspace.units[unit];
    let read = |path: &PathBuf| workspace.files.text(path);
    let texts: ById<MemberId, _> = files.member_paths.values().map(read).collect();
    let digest = |text: &Result<String, _>| text.as_ref().ok().map(|t| Sha256::digest(t).into());
    let digests = texts.values().map(digest);
    let state = state(workspace, unit, &settling.shared, digests);
    let remembered = |state: &String| (settling.remembered)(&files.path, state, outline);
    if let Some((settled, tables)) = state.as_ref().and_then(remembered) {
        return Roster {
            days: declared.days(workspace, unit),
            members: Members::Settled(settled),
            tables,
        };
    }
    let held = declared.roster(workspace, unit, |id, path| match &texts[id] {
        Ok(text) => file_of(path, text),
        // Once more, so that its fault is told as all others are.
        Err(_) => read_file(&workspace.files, path),
    });
    match state {
        Some(state) => let_go(outline, patterns, unit, held, state).0,
        None => held,
    }
}

/// A branch whose members are held; where there is no error in it, what stands for them, and
/// all that there is to say of it.
pub fn let_go(
    outline: &Outline<'_>,
    patterns: &Patterns,
    unit: UnitId,
    held: Roster,
    state: String,
) -> (Roster, Vec<Diagnostic>) {
    match settled(outline, patterns, unit, &held, state) {
        Some((settled, found)) => {
            let members = Members::Settled(settled);
            (Roster { members, ..held }, found)
        }
        None => (held, Vec::new()),
    }
}

/// A hash of all that follows for a branch from what stands in files; `None` where
/// one of them could not be read.
pub fn state(
    workspace: &Workspace,
    unit: UnitId,
    shared: &str,
    members: impl Iterator<Item = Option<[u8; 32]>>,
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
    for text in &workspace.units[unit].texts {
        hash.update(text.path.as_os_str().as_encoded_bytes());
        hash.update(text.digest?);
    }
    for (path, digest) in workspace.units[unit].member_paths.values().zip(members) {
        hash.update(path.as_os_str().as_encoded_bytes());
        hash.update(digest?);
    }
    Some(hexadecimal(&hash.finalize()))
}

/// The same of a branch whose members are held.
pub fn state_of(
    workspace: &Workspace,
    unit: UnitId,
    shared: &str,
    held: &Roster,
) -> Option<String> {
    let held = held.held().into_iter().flat_map(ById::values);
    state(workspace, unit, shared, held.map(Held::digest))
}

/// A hash of all that follows for a unit and those below it from what stands in files.
pub fn state_within(source: Source<'_>, unit: UnitId, shared: &str) -> Option<String> {
    let mut hash = Sha256::new();
    for unit in source.workspace.within(unit) {
        let held = source.held(unit).into_iter().flat_map(ById::values);
        let digests = held.map(Held::digest);
        let state = match source.settled(unit) {
            Some(settled) => settled.state.clone(),
            None => state(source.workspace, unit, shared, digests)?,
        };
        hash.update(state);
        hash.update([u8::from(source.workspace.units[unit].figures.is_some())]);
    }
    Some(hexadecimal(&hash.finalize()))
}

/// Whether a unit is a branch whose members need not be held if there is no error in it.
/// Not one around which a value cannot be read: whom that spoils, his keys tell.
fn may_settle(workspace: &Workspace, unit: UnitId) -> bool {
    let files = &workspace.units[unit];
    let is_error =
        |problem: &Problem| Finding::from(problem.fault.clone()).rule().severity == Severity::Error;
    let above = || {
        workspace
            .above(unit)
            .map(|unit| &workspace.units[unit].organisation)
    };
    let is_whole = above().all(|file| file.faults.is_empty())
        && workspace.round.iter().all(|file| file.faults.is_empty());
    let above = above().flat_map(|file| &file.problems);
    let round = workspace.round.iter().flat_map(|file| &file.problems);
    !files.member_paths.is_empty()
        && files.figures.is_none()
        && files.below.is_empty()
        && workspace.round().is_some()
        && is_whole
        && !above.chain(round).any(is_error)
}

/// What stands for a branch's members, if there is no error in it, and what was found. One in which a finding
/// is waived is held: the waiver may be about persons of others. So is one with a document
/// that waits for words: what it waits for is told whenever it is left out.
fn settled(
    outline: &Outline<'_>,
    patterns: &Patterns,
    unit: UnitId,
    held: &Roster,
    state: String,
) -> Option<(Settled, Vec<Diagnostic>)> {
    let workspace = outline.workspace;
    let source = Source::one(workspace, outline.declared, unit, held);
    let people: Vec<Person<'_>> = source.people(unit)?.collect();
    let is_waived = |person: &Person<'_>| !person.member.waivers.is_empty();
    let may_settle = may_settle(workspace, unit) && !people.iter().any(is_waived);
    if !may_settle {
        return None;
    }
    let mut found = found::of_one(source, outline.catalogue, unit);
    regrade(workspace, &mut found);
    if found
        .iter()
        .any(|one| one.is_error() || keeps_waiting(one.rule))
    {
        return None;
    }
    let outputs = planned(source, outline, patterns.as_ref()?, unit)?;
    let usage = Usage::of(source, outline.catalogue);
    let is_about = |one: &&Diagnostic| {
        let mut outputs = outputs.iter();
        outputs.any(|it| usage.is_about(&one.affected, (it.form, Some(unit), it.member)))
    };
    let [_, warnings, notices] = count(&found.iter().filter(is_about).collect::<Vec<_>>());
    let folder = &workspace.units[unit].path;
    let photo = |text: &str| workspace.album.photo(&workspace.files, folder, text).ok();
    let photos = people.iter().filter_map(|it| it.member.photo.as_ref());
    let photos = photos.filter_map(|value| photo(&value.text));
    let photos = photos.map(|photo| Some((photo.path, photo.seen?)));
    // A photo that is added may be one that nobody names.
    let all = folder_of_photos(&workspace.files, folder);
    let seen = workspace.files.seen(&all);
    let photos = photos.chain([seen.map(|seen| (all, seen))]);
    let settled = Settled {
        state,
        findings: [warnings, notices],
        persons: people.iter().map(Person::identity).collect(),
        outputs,
        photos: photos.collect(),
        is_made: false,
    };
    Some((settled, found))
}

/// The outputs of a branch; `None` where some are open.
fn planned(
    source: Source<'_>,
    outline: &Outline<'_>,
    patterns: &ById<FormId, Pattern>,
    unit: UnitId,
) -> Option<Vec<UnitOutput>> {
    let mut certain = Vec::new();
    let chosen = outline
        .catalogue
        .forms
        .iter()
        .filter(|(_, form)| form.is_chosen);
    for (id, form) in chosen {
        for planned in outputs(source, (id, form), &patterns[id], unit).ok()? {
            if planned.is_certain? {
                certain.push(planned.output);
            }
        }
    }
    Some(certain)
}
