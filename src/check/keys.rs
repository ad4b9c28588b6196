//! Keys and values of all files, and what is wrong with their shape.

use std::path::Path;

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Relationship};
use super::finding::Finding;
use crate::load::File;
use crate::model::ethnicity::Ethnicity;
use crate::model::problem::{Fault, Problem};

/// The faults of an organisation's files.
pub fn check(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    let files = &subject.workspace.units[unit];
    let concern = Concern::unit(unit);
    of_file(&files.organisation, &concern, found);
    if let Some(file) = &files.figures {
        // Figures are no keys: what is wrong with one is wrong with all above it.
        let problems = file.problems.iter();
        found.extend(problems.map(|problem| {
            let finding = Finding::Key(problem.fault.clone());
            finding.at(file.path.clone(), At::Span(problem.span), concern.clone())
        }));
    }
    for (member, file) in files.members.iter().enumerate() {
        let concern = Concern::member(unit, member);
        of_file(file, &concern, found);
        found.extend(file.record.as_ref().and_then(|record| {
            let value = record.ethnicity.as_ref()?;
            let is_uncounted = !matches!(value.get()?, Ethnicity::Named(_));
            let finding = Finding::UncountedEthnicity(value.text.clone());
            is_uncounted
                .then(|| finding.at(file.path.clone(), At::Span(value.span), concern.clone()))
        }));
    }
}

/// The faults of the files that stand for the whole workspace.
pub fn check_round(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let workspace = subject.workspace;
    if let Some(file) = &workspace.round {
        of_file(file, &Concern::everything(), found);
    }
    if let Some(file) = &workspace.settings {
        let problems = file.problems.iter();
        found.extend(problems.map(|problem| {
            let finding = Finding::Key(problem.fault.clone());
            let concern = Concern::everything();
            finding.at(file.path.clone(), At::Span(problem.span), concern)
        }));
    }
}

fn of_file<T>(file: &File<T>, concern: &Concern, found: &mut Vec<Diagnostic>) {
    let problems = file.problems.iter();
    found.extend(problems.map(|problem| diagnostic(problem, &file.path, concern.clone())));
}

fn diagnostic(problem: &Problem, path: &Path, concern: Concern) -> Diagnostic {
    let concern = Concern {
        unread: matches!(problem.fault, Fault::BadValue { .. }),
        ..concern.of(problem.keys)
    };
    let diagnostic =
        Finding::Key(problem.fault.clone()).at(path.to_owned(), At::Span(problem.span), concern);
    match &problem.fault {
        Fault::DuplicateKey { first, .. } => {
            diagnostic.beside(path, (*first, problem.keys), Relationship::FirstOccurrence)
        }
        _ => diagnostic,
    }
}
