//! Figures that must agree. They are checked on every run: a relation that fails for
//! figures taken over is a fault of the figures, one of a form that the workspace
//! declares itself may be a fault of its declaration, any other of the program.

use std::path::PathBuf;

use super::diagnostic::{Affected, At, Diagnostic};
use super::rules::tables::{Blame, Unequal};
use crate::load::File;
use crate::model::codes::ProbationerCount;
use crate::model::figures::ReportedFigures;
use crate::model::handle::{RegisterId, UnitId};
use crate::model::node::Span;
use crate::tabulate::Source;
use crate::tabulate::relations::{self, Around, Failed, FailedRelation};
use crate::tabulate::{Figures, Person, RowPlace, TableForm};

/// The relations within the tables of a unit, with its registers and with the tables
/// below it. `is_spoiled` says of a table, by its id, whether its figures are known to
/// be wrong already: that, the sums would only repeat.
pub fn of_unit(
    source: &Source<'_>,
    unit: UnitId,
    is_spoiled: &dyn Fn(&str) -> bool,
    found: &mut Vec<Diagnostic>,
) {
    for (form, figures) in source
        .tables(unit)
        .filter(|(form, _)| !is_spoiled(&form.id))
    {
        let around = Around {
            figures,
            other: &|table, column| {
                let figures = source.figures(unit, table);
                figures.filter(|_| !is_spoiled(table))?.table.total(column)
            },
            rows: &|register, group| rows(source, form, unit, register, group),
            probationers: probationers(source, form, unit),
        };
        let broken = relations::inherent(figures);
        let declared = relations::declared(&form.relations, &around);
        let below = source.workspace.units[unit].below.iter();
        let below = below.filter_map(|child| source.figures(*child, &form.id));
        let below: Vec<&Figures> = below.collect();
        let sums = match below.is_empty() {
            true => Vec::new(),
            false => relations::sum_of_below(figures, &below),
        };
        let all = broken.into_iter().chain(declared).chain(sums);
        found.extend(all.map(|broken| diagnostic(source, form, unit, broken)));
    }
}

/// The rows of a register that stand in a row of a table. Above branches, and where
/// figures are taken over, there are none to compare.
fn rows(
    source: &Source<'_>,
    form: &TableForm,
    unit: UnitId,
    register: RegisterId,
    group: Option<usize>,
) -> Option<u32> {
    if source.workspace.units[unit].member_paths.is_empty() {
        return None;
    }
    let stands = |person: &Person<'_>| person.derived.standing_in[register].value.is_yes();
    let in_row = |person: &Person<'_>| {
        let scope = person.scope(&form.id);
        let row = scope.map(|scope| form.cross.row_of(&scope).value);
        group.is_none() || row == group.map(RowPlace::Row)
    };
    let people = source.people(unit)?;
    u32::try_from(people.filter(stands).filter(in_row).count()).ok()
}

fn probationers(source: &Source<'_>, form: &TableForm, unit: UnitId) -> ProbationerCount {
    let reference = source.reference(unit, &form.id);
    reference.map_or(ProbationerCount::UnderOneYear, |reference| {
        reference.probationers.value
    })
}

fn diagnostic(source: &Source<'_>, form: &TableForm, unit: UnitId, broken: Failed) -> Diagnostic {
    let files = &source.workspace.units[unit];
    let affected = Affected::unit(unit).only(&[&form.id]);
    let is_warning = match &broken.relation {
        FailedRelation::Declared(index, _) => form.relations[*index].is_warning,
        _ => false,
    };
    let (path, at, blame) = match (&files.figures, own_place(form, &broken)) {
        (Some(file), _) => (&file.path, place(file, form, &broken), Blame::Figures),
        (None, Some((path, at))) => (path, At::Span(at), Blame::Form(files.path.clone())),
        (None, None) => (&files.organisation.path, At::File, Blame::Program),
    };
    let path = path.clone();
    let form = form.id.clone();
    let unequal = Unequal {
        form,
        broken,
        blame,
    };
    unequal.finding(is_warning).at(path, at, affected)
}

/// Where a relation stands that the workspace declares itself; the top of the form's file
/// where it is none of them.
fn own_place<'a>(form: &'a TableForm, broken: &Failed) -> Option<(&'a PathBuf, Span)> {
    let (path, _) = form.own.as_ref()?;
    let place = match broken.relation {
        FailedRelation::Declared(index, _) => form.relations[index].place,
        _ => Span::default(),
    };
    Some((path, place))
}

/// The row of figures taken over in which a relation fails, else the table.
fn place(file: &File<ReportedFigures>, form: &TableForm, broken: &Failed) -> At {
    let record = file.record.as_ref();
    let table = record.and_then(|record| record.table(&form.id, form.is_of_notice));
    let row = table.and_then(|table| {
        let mut rows = table.rows.entries.iter();
        rows.find(|(name, _, _)| *name == broken.row)
    });
    let row = row.map(|(_, span, _)| *span);
    let place = row.or(table.map(|table| table.place));
    At::Span(place.unwrap_or_default())
}
