//! Files and folders: what cannot be read, or does not belong.

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic};
use super::finding::Finding;
use crate::load::{File, FileFault, PathFaultKind, SourceFault};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let workspace = subject.workspace;
    for fault in &workspace.faults {
        let concern = Concern::everything();
        let path = fault.path.clone();
        found.push(Finding::Path(fault.kind.clone()).at(path, At::File, concern));
    }
    found.extend(
        workspace
            .settings
            .iter()
            .filter_map(|file| fault_of(file, Concern::everything())),
    );
    found.extend(
        workspace
            .round
            .iter()
            .filter_map(|file| fault_of(file, Concern::everything())),
    );
    for (unit, files) in workspace.units.iter().enumerate() {
        found.extend(fault_of(&files.organisation, Concern::unit(unit)));
        found.extend(
            files
                .figures
                .iter()
                .filter_map(|file| fault_of(file, Concern::unit(unit))),
        );
        for (member, file) in files.members.iter().enumerate() {
            found.extend(fault_of(file, Concern::member(unit, member)));
        }
    }
}

fn fault_of<T>(file: &File<T>, concern: Concern) -> Option<Diagnostic> {
    let (finding, at) = match file.fault.as_ref()? {
        FileFault::Tree(fault) => (Finding::Yaml(fault.cause.clone()), At::Span(fault.span)),
        FileFault::Source(fault) => {
            let at = match fault {
                SourceFault::NotUtf8 { line, column, .. } => At::LineColumn(*line, *column),
                SourceFault::CarriageReturn(span) => At::Span(*span),
                SourceFault::ByteOrderMark | SourceFault::Utf16 => At::LineColumn(1, 1),
                SourceFault::Unreadable(_) | SourceFault::TooLarge(_) | SourceFault::Empty => {
                    At::File
                }
            };
            let finding = match fault {
                SourceFault::Unreadable(words) => {
                    Finding::Path(PathFaultKind::Unreadable(words.clone()))
                }
                fault => Finding::Source(fault.clone()),
            };
            (finding, at)
        }
    };
    Some(finding.at(file.path.clone(), at, concern))
}
