//! Members whose search goes on: nothing can be said yet of what came of it.

use super::catalogue::Catalogue;
use super::declaration::Scope;
use super::usage::Usage;
use crate::check::rules::lost::searching::Searching;
use crate::check::rules::lost::still_searching::StillSearching;
use crate::check::{Affected, At, Diagnostic, Finding, Relationship};
use crate::derive::Certainty;
use crate::model::codes::SearchResult;
use crate::model::handle::UnitId;
use crate::model::member::Member;
use crate::model::noted::{Noted, noting};
use crate::model::provenance::Keys;
use crate::model::value::Placed as _;
use crate::tabulate::{Person, Source};

/// 查找中, or nothing of what came of a search: where a form that is filled in later
/// needs the outcome an error, before a warning.
pub fn searching(
    source: Source<'_>,
    catalogue: &Catalogue,
    usage: &Usage<'_>,
    units: &[UnitId],
) -> Vec<Diagnostic> {
    let people = units.iter().filter_map(|unit| source.people(*unit));
    let found = people
        .flatten()
        .filter_map(|person| still_searching(source, catalogue, usage, &person));
    found.collect()
}

fn still_searching(
    source: Source<'_>,
    catalogue: &Catalogue,
    usage: &Usage<'_>,
    person: &Person<'_>,
) -> Option<Diagnostic> {
    let lost = person
        .member
        .lost
        .as_ref()
        .filter(|_| is_searching(person.member))?;
    let facts = person.derived.facts.first()?.lost;
    let is_lost = facts.lost_before.value.or(facts.lost_after.value);
    // Who has left the Party by then is searched for no more.
    let is_over = is_lost == Certainty::No || facts.departed.value.is_yes();
    if is_over || facts.months.value.is_none() {
        return None;
    }
    let outcome = keys_of_outcome(person.member);
    let late = catalogue.forms.iter().filter(|(id, form)| {
        let of_card = form.declaration.scope == Scope::Member;
        let days = source.reference(person.unit, form.id());
        let is_late = days.is_some_and(|days| days.filled_on.value > days.search_ended.value);
        is_late
            && !of_card
            && usage
                .used(*id, person.unit, Some(person.id))
                .keys()
                .meet(outcome)
    });
    let late: Vec<&str> = late.map(|(_, form)| form.id()).collect();
    let given = lost.result.as_ref().map(|result| result.span());
    let finding: Finding = match late.is_empty() {
        true => Searching {}.into(),
        false => {
            let given = given.is_some();
            StillSearching { given }.into()
        }
    };
    let affected = Affected::member(person.unit, person.id).only(&late);
    let path = &person.file.path;
    let diagnostic = finding.at(
        path.clone(),
        At::Span(given.unwrap_or(lost.place)),
        affected,
    );
    let round = source.workspace.round.as_ref().and_then(|file| {
        let ended = file.record.as_ref()?.search_ended.as_ref()?;
        Some((&file.path, ended))
    });
    Some(match round {
        Some((path, ended)) => diagnostic.beside(path, ended, Relationship::DecidingDate),
        None => diagnostic,
    })
}

/// The keys that say what came of the search for a member.
fn keys_of_outcome(member: &Member) -> Keys {
    let result = noting(|notes| {
        Noted::on(member, notes)
            .lost()
            .map(|lost| lost.result().is_some())
    });
    result.keys
}

fn is_searching(member: &Member) -> bool {
    match member.lost.as_ref().map(|lost| &lost.result) {
        Some(Some(result)) => result.get() == Some(&SearchResult::Searching),
        Some(None) => true,
        None => false,
    }
}

/// Whether what follows from these keys is open as nothing is said of what came of the
/// search.
pub fn is_of_search(member: &Member, keys: Keys) -> bool {
    is_searching(member) && keys.meet(keys_of_outcome(member))
}
