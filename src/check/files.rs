//! Files and folders, their keys and their values: what could not be read, or does not
//! belong. Reading has found it; here it becomes findings with whom they concern.

use std::path::Path;

use super::diagnostic::{Affected, At, Diagnostic, Relationship};
use super::finding::Finding;
use crate::load::{DATA, File, FileFault, SourceFault, TreeFault, Unit, Workspace, YamlCause};
use crate::model::handle::{ById, UnitId};
use crate::model::problem::Fault;
use crate::model::provenance::Keys;
use crate::tabulate::Source;

/// Folders, and the files that stand for the whole workspace.
pub fn check(source: &Source<'_>, found: &mut Vec<Diagnostic>) {
    let workspace = source.workspace;
    for fault in &workspace.faults {
        let finding = Finding::from(fault.kind.clone());
        let affected = around(workspace, &fault.path);
        found.push(finding.at(fault.path.clone(), At::File, affected));
    }
    if let Some(file) = &workspace.round {
        of_file(file, &Affected::everything(), true, found);
    }
    if let Some(file) = &workspace.settings {
        of_file(file, &Affected::everything(), false, found);
    }
}

/// Whom a file or folder that is not read may concern: the unit in whose folder it stands,
/// what is below that and what counts it. What is wrong with the place of a unit itself
/// concerns the one above it.
fn around(workspace: &Workspace, path: &Path) -> Affected {
    let holds = |unit: &Unit| {
        let folder = Path::new(DATA).join(&unit.path);
        path.starts_with(&folder) && path != folder && path != unit.organisation.path
    };
    let holding = workspace.units.iter().filter(|(_, unit)| holds(unit));
    let nearest = holding.max_by_key(|(_, unit)| unit.path.len());
    nearest.map_or_else(Affected::everything, |(unit, _)| Affected::unit(unit))
}

/// The files of an organisation.
pub fn check_unit(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    let files = &source.workspace.units[unit];
    of_file(&files.organisation, &Affected::unit(unit), true, found);
    if let Some(file) = &files.figures {
        // Figures are no keys: what is wrong with one is wrong with all above it.
        of_file(file, &Affected::unit(unit), false, found);
    }
    for (member, held) in source.held(unit).into_iter().flat_map(ById::iter) {
        of_file(&held.file, &Affected::member(unit, member), true, found);
    }
}

/// Where bytes are no text of ours.
pub fn place_of(fault: &SourceFault) -> At {
    match fault {
        SourceFault::Encoding(_, span) => At::Span(*span),
        SourceFault::Damaged(line, column) => At::LineColumn(*line, *column),
        SourceFault::NotPlain
        | SourceFault::Blob(_)
        | SourceFault::Unreadable(_)
        | SourceFault::TooLarge(_)
        | SourceFault::Empty => At::File,
    }
}

/// `by_key`: whether what is wrong with a key spoils that key alone.
fn of_file<T>(file: &File<T>, affected: &Affected, by_key: bool, found: &mut Vec<Diagnostic>) {
    found.extend(file.faults.iter().map(|fault| {
        let at = match fault {
            FileFault::Tree(fault) => At::Span(fault.span),
            FileFault::Source(fault) => place_of(fault),
        };
        let finding = Finding::from(fault.clone());
        beside(finding.at(file.path.clone(), at, affected.clone()), fault)
    }));
    found.extend(file.problems.iter().map(|problem| {
        let finding = Finding::from(problem.fault.clone());
        let mut diagnostic =
            finding.at(file.path.clone(), At::Span(problem.span), affected.clone());
        if !by_key {
            return diagnostic;
        }
        diagnostic.affected.keys = problem.keys;
        diagnostic.affected.unread = matches!(problem.fault, Fault::BadValue { .. });
        match problem.fault {
            Fault::DuplicateKey { first, .. } => {
                let first = (first, problem.keys);
                diagnostic.beside(&file.path, first, Relationship::FirstOccurrence)
            }
            _ => diagnostic,
        }
    }));
}

/// With the other places of a fault.
fn beside(mut diagnostic: Diagnostic, fault: &FileFault) -> Diagnostic {
    let FileFault::Tree(TreeFault {
        cause: YamlCause::Conflict { marks, .. },
        ..
    }) = fault
    else {
        return diagnostic;
    };
    let names = [
        Relationship::CommonVersion,
        Relationship::OtherSide,
        Relationship::EndOfConflict,
    ];
    for (mark, name) in marks.iter().zip(names) {
        let path = diagnostic.path.clone();
        diagnostic = match mark {
            Some(mark) => diagnostic.beside(&path, (*mark, Keys::NONE), name),
            None => diagnostic,
        };
    }
    diagnostic
}
