//! What is wrong with the words of documents, and what they still wait for.

use std::path::{Path, PathBuf};

use super::declared::{Own, Prose};
use super::filled::{missing, whatever_it_says, words};
use super::text::{has, shared, wording};
use crate::check::rules::documents::document_fault::DocumentFault;
use crate::check::rules::documents::not_given::NotGiven;
use crate::check::rules::documents::unfilled::Unfilled;
use crate::check::rules::documents::unknown_form::UnknownForm;
use crate::check::rules::documents::unknown_text::UnknownText;
use crate::check::rules::documents::unused_name::UnusedName;
use crate::check::{
    Affected, At, Diagnostic, Finding, Related, Relationship, Severity, place_of_source,
};
use crate::forms::FormFault;
use crate::forms::catalogue::{ALL, Catalogue, Form};
use crate::forms::source::Scope;
use crate::load::{DATA, FileFault, ROUND, TextFile};
use crate::model::handle::UnitId;
use crate::model::nearest::nearest;
use crate::model::node::Span;
use crate::model::noted::{Noted, noting};
use crate::model::numbered::Numbered as _;
use crate::model::organisation::Organisation;
use crate::model::provenance::Keys;
use crate::model::record::Record;
use crate::prose::{Template, unfilled};
use crate::tabulate::Source;

/// Faults of the forms' own words.
pub fn of_catalogue(catalogue: &Catalogue) -> Vec<FormFault> {
    let documents = catalogue.forms.values();
    let documents = documents.filter_map(|form| Some((form, form.declaration.prose.as_ref()?)));
    documents
        .flat_map(|(form, prose)| of_form(form, prose))
        .collect()
}

fn of_form(form: &Form, prose: &Prose) -> Vec<FormFault> {
    let fault = |path, span, finding: Finding| FormFault {
        folder: form.folder.clone(),
        path,
        at: At::Span(span),
        finding: Box::new(finding),
    };
    if prose.text.is_empty() {
        let missing = DocumentFault::NoText(shared(form, prose).to_string_lossy().into_owned());
        return vec![fault(form.path(), prose.file.1, missing.into())];
    }
    let (_, faults) = read(prose, &prose.text);
    let faults = faults.into_iter();
    faults
        .map(|(span, finding)| fault(shared(form, prose), span, finding))
        .collect()
}

/// A text with its faults, that among them that it does not say whom it leaves out.
fn read(prose: &Prose, text: &str) -> (Template, Vec<(Span, Finding)>) {
    let names = prose.names();
    let (template, faults) = Template::read(text, &names);
    let faults = faults.into_iter().map(|(span, fault)| (span, fault.into()));
    let mut faults: Vec<(Span, Finding)> = faults.collect();
    if faults.is_empty() {
        let of_parts = whatever_it_says(prose, &template).into_iter();
        faults.extend(of_parts.map(|(span, fault)| (span, fault.into())));
    }
    let mut used = template.used.iter();
    let is_told = used.any(|at| names[*at].name == Own::REPORTING);
    if faults.is_empty() && !is_told && prose.scope == Scope::Organisation && prose.counts() {
        let fault = DocumentFault::LeavesOut(Own::REPORTING);
        faults.push((
            Span::new(0, text.find('\n').unwrap_or(text.len())),
            fault.into(),
        ));
    }
    (template, faults)
}

/// Faults of the words that organisations have written, places that are yet to be filled
/// in, names that are not used, files that are no words of a document.
pub fn faults(source: Source<'_>, catalogue: &Catalogue, units: &[UnitId]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for unit in units {
        let texts = &source.workspace.units[*unit].texts;
        unknown(source, catalogue, Some(*unit), texts, &mut found);
        for form in catalogue.forms.values() {
            if let Some(prose) = &form.declaration.prose
                && has(source, prose, *unit)
            {
                of_unit(source, (form, prose), *unit, &mut found);
            }
        }
    }
    found
}

/// The same of the round: its words, and the forms that it names.
pub fn of_round(source: Source<'_>, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    unknown(source, catalogue, None, &source.workspace.texts, &mut found);
    let Some((file, round)) = source
        .workspace
        .round
        .as_ref()
        .zip(source.workspace.round())
    else {
        return found;
    };
    let ids = catalogue.all_ids();
    for value in round.forms.iter().filter(|value| value.text != ALL) {
        if !ids.contains(&value.text.as_str()) {
            let near = nearest(&value.text, ids.iter().copied().chain([ALL])).map(str::to_owned);
            let name = value.text.clone();
            let finding = Finding::from(UnknownForm {
                name,
                nearest: near,
            });
            found.push(finding.at(
                file.path.clone(),
                At::Span(value.span),
                Affected::everything(),
            ));
        }
    }
    found
}

fn of_unit(
    source: Source<'_>,
    (form, prose): (&Form, &Prose),
    unit: UnitId,
    found: &mut Vec<Diagnostic>,
) {
    let Some(wording) = wording(source, form, unit) else {
        return;
    };
    let affected = Affected::unit(unit).only(&[form.id()]).alone();
    let at =
        |span, finding: Finding| finding.at(wording.path.clone(), At::Span(span), affected.clone());
    let text = match wording.text {
        Ok(text) => text,
        Err(fault) => {
            let place = place_of_source(fault);
            let finding = Finding::from(FileFault::Source(fault.clone()));
            return found.push(finding.at(wording.path.clone(), place, affected));
        }
    };
    let title = form.declaration.title.clone();
    let organisation = source.organisation(unit);
    let called =
        organisation.map(|it| noting(|notes| Noted::on(it, notes).title().to_owned()).value);
    let called = called.unwrap_or_default();
    let yet_to_write = |to_copy| Unfilled {
        title: title.clone(),
        unit: called.clone(),
        form: form.id().to_owned(),
        to_copy,
    };
    let spans = unfilled(text);
    let mut waits: Vec<Diagnostic> = Vec::new();
    if wording.is_shared && !spans.is_empty() {
        // Nobody writes in the text that all have in common: it waits where the copy belongs,
        // and others may be said then.
        let (file, path) = whose(source, prose, unit);
        let finding = Finding::from(yet_to_write(Some(path)));
        waits.push(finding.at(file, At::File, affected.clone()));
    } else {
        let places = spans.into_iter();
        waits.extend(places.map(|span| at(span, yet_to_write(None).into())));
        let missing = missing(source, form, unit).into_iter();
        waits.extend(missing.filter_map(|missing| {
            let said = Span::new(missing.at, missing.at + missing.name.len());
            let name = missing.name.to_owned();
            let Some((path, key)) = lacking(source, unit, missing.keys) else {
                let finding = NotGiven::Nothing(name, title.clone(), called.clone());
                return Some(at(said, finding.into()));
            };
            let finding = NotGiven::Key(name, key?, title.clone(), called.clone());
            let place = At::Span(Span::new(0, 0));
            let mut one = Finding::from(finding).at(path, place, affected.clone());
            one.related.push(Related {
                path: wording.path.clone(),
                at: At::Span(said),
                relationship: Relationship::Said,
            });
            Some(one)
        }));
    }
    if form.is_named {
        waits
            .iter_mut()
            .for_each(|one| one.severity = Severity::Error);
    }
    found.extend(waits);
    let (template, faults) = read(prose, text);
    let is_right = faults.is_empty();
    // What the text says of this unit is looked at where it is right by itself.
    let words = words(source, form, unit).filter(|_| is_right);
    let filled = words.into_iter().flat_map(|words| words.parts.faults);
    found.extend(filled.map(|(span, fault)| at(span, fault.into())));
    if wording.is_shared {
        return;
    }
    found.extend(faults.into_iter().map(|(span, finding)| at(span, finding)));
    let unused = prose.unused(&template);
    if is_right && !unused.is_empty() {
        let names = unused.into_iter().map(str::to_owned).collect();
        found.push(at(Span::new(0, 0), UnusedName { names }.into()));
    }
}

/// The file that lacks a value, and the first of its keys that is not given; no key where
/// they are, and cannot be read, which is told by itself; no file where none has to say it.
fn lacking(source: Source<'_>, unit: UnitId, keys: Keys) -> Option<(PathBuf, Option<String>)> {
    let first = keys.iter().next()?;
    let (path, given) = if Organisation::key(first.route()) == Some(first) {
        let file = &source.workspace.units[unit].organisation;
        (file.path.clone(), file.record.as_ref().map(given_keys))
    } else {
        let file = source.workspace.round.as_ref()?;
        (file.path.clone(), file.record.as_ref().map(given_keys))
    };
    let given = given.unwrap_or(Keys::ALL);
    let key = (!given.meet(keys)).then(|| first.route().to_owned());
    Some((path, key))
}

/// The keys that a file gives.
fn given_keys<R: Record>(record: &R) -> Keys {
    let mut given = Keys::NONE;
    record.each(&mut |value| given = given.join(Keys::of(value.key())));
    given
}

/// The file of those whose words a document's are, and their path as `--org` names it:
/// nothing for the round.
fn whose(source: Source<'_>, prose: &Prose, unit: UnitId) -> (PathBuf, String) {
    let workspace = source.workspace;
    let round = workspace.round.as_ref();
    match (prose.scope, round) {
        (Scope::Round, Some(round)) => (round.path.clone(), String::new()),
        (Scope::Round, None) => (Path::new(DATA).join(ROUND), String::new()),
        _ => {
            let unit = &workspace.units[unit];
            (unit.organisation.path.clone(), unit.path.clone())
        }
    }
}

/// Files that would be words of no document.
fn unknown(
    source: Source<'_>,
    catalogue: &Catalogue,
    unit: Option<UnitId>,
    texts: &[TextFile],
    found: &mut Vec<Diagnostic>,
) {
    if texts.is_empty() {
        return;
    }
    let is_here = |prose: &Prose| match unit {
        Some(unit) => prose.scope != Scope::Round && has(source, prose, unit),
        None => prose.scope == Scope::Round,
    };
    let known = catalogue.documents(&is_here);
    for text in texts {
        if text.form().is_some_and(|id| known.contains(&id)) {
            continue;
        }
        let name = text
            .path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let known: Vec<String> = known.iter().map(|id| format!("{id}.txt")).collect();
        let finding = UnknownText {
            nearest: nearest(&name, known.iter().map(String::as_str)).map(str::to_owned),
            known: known.clone(),
            name,
        };
        let affected = unit.map_or_else(Affected::everything, Affected::unit);
        let affected = affected.of(Keys::NONE);
        found.push(Finding::from(finding).at(text.path.clone(), At::File, affected));
    }
}
