//! Printed values that a coarse date leaves open: both their readings are printed, and
//! the date is told.

use std::borrow::Cow;

use rayon::prelude::*;

use super::catalogue::{Catalogue, Form};
use super::printing::Shown;
use super::rows::{entries, is_meant};
use super::said::{Which, said};
use crate::check::rules::dates::both_readings::BothReadings;
use crate::check::{Affected, At, Diagnostic, Finding};
use crate::derive::Certainty;
use crate::model::handle::UnitId;
use crate::model::node::Span;
use crate::tabulate::{Person, Source, worlds};

/// Printed values that show both their readings, each cause once.
pub fn readings(source: Source<'_>, catalogue: &Catalogue, units: &[UnitId]) -> Vec<Diagnostic> {
    let in_unit = |unit: &UnitId| {
        let people = source.people(*unit).into_iter().flatten();
        people.flat_map(move |person| readings_of(source, catalogue, &person))
    };
    units.par_iter().flat_map_iter(in_unit).collect()
}

fn readings_of(source: Source<'_>, catalogue: &Catalogue, person: &Person<'_>) -> Vec<Diagnostic> {
    let custom = &source.declared.registers.custom;
    let mut told: Vec<(Cow<'_, str>, Span)> = Vec::new();
    let mut found = Vec::new();
    let listed = catalogue.pieces().filter(|form| {
        let says_nothing = form.declaration.is_cross_table() || form.declaration.prose.is_some();
        !says_nothing && is_meant(source, form, person).value != Certainty::No
    });
    let rows = listed.flat_map(|form| {
        let scope = person.scope(form.id());
        let rows = scope.map(|scope| entries(form, &scope)).unwrap_or_default();
        let rows = rows
            .into_iter()
            .filter(|(_, listed)| listed.value != Certainty::No);
        rows.map(move |(entry, _)| (form, entry))
    });
    let said = rows.flat_map(|(form, entry)| {
        let said = said(source, form, (person, entry), Which::Computed);
        let cells = said.into_iter().flat_map(|said| said.cells);
        cells.map(move |said| (form, entry, said))
    });
    for (form, entry, said) in said {
        let Some(shown) = said.shown.value.open.clone() else {
            continue;
        };
        let coarse = worlds::coarse(person.member, said.shown.keys, custom);
        let Some(first) = coarse.first() else {
            continue;
        };
        let at = (form, entry, &*said.cell);
        let closes = |span, day| {
            let exact = person.otherwise(worlds::on_day(person.member, span, day));
            again(source, at, &person.within(&exact)).is_some_and(|said| said.open.is_none())
        };
        // One that changes what is shown is a cause where none by itself is enough.
        let changes = |span, day| {
            let exact = person.otherwise(worlds::on_day(person.member, span, day));
            let said = again(source, at, &person.within(&exact));
            said.is_some_and(|said| said.open.as_ref() != Some(&shown))
        };
        let most = if coarse.len() > 1 { worlds::ENDS } else { 0 };
        let deciding = worlds::deciding(&coarse, most, closes);
        let deciding = deciding.or_else(|| worlds::deciding(&coarse, most, changes));
        let span = deciding.unwrap_or(first.span);
        let cause = (said.fact.clone(), span);
        if told.contains(&cause) {
            continue;
        }
        told.push(cause);
        let fact = said.fact.into_owned();
        let finding = Finding::from(BothReadings { fact, shown });
        let path = &person.file.path;
        let affected = Affected::member(person.unit, person.id).of(said.shown.keys);
        found.push(finding.at(path.clone(), At::Span(span), affected));
    }
    found
}

/// What a cell shows of a member as he is otherwise.
fn again(
    source: Source<'_>,
    (form, entry, cell): (&Form, Option<usize>, &str),
    person: &Person<'_>,
) -> Option<Shown> {
    let said = said(source, form, (person, entry), Which::Computed)?;
    let mut cells = said.cells.into_iter();
    let found = cells.find(|said| said.cell == cell);
    found.map(|said| said.shown.value)
}
