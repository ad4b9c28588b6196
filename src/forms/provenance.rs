//! What the value of a cell follows from: whose files, and which of their keys.

use std::collections::BTreeSet;

use super::card_cell::ISSUER;
use super::catalogue::Form;
use super::cells::{self, GROUPS, NAME, RECONCILIATION, ROWS, UNITS};
use super::declaration::{Prose, Scope as FormScope};
use super::document::{Filling, PARTS, Part, TOTAL, document, parts};
use super::points::is_of_members;
use super::rows::{Row, rows};
use super::said::{Which, pair, said};
use super::view::lines_of;
use crate::model::handle::{MemberId, UnitId};
use crate::model::noted::{Noted, noting};
use crate::model::provenance::Keys;
use crate::tabulate::Person;
use crate::tabulate::Source;

/// Keys of a file that a value follows from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The unit whose file it is, or of whose member.
    pub unit: UnitId,
    /// The member whose file it is.
    pub member: Option<MemberId>,
    /// Of a list that has a row for each entry: its route, and which entry.
    pub entry: Option<(String, usize)>,
    /// What.
    pub of: Of,
}

/// What of a file a value follows from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// Keys of the member, of the organisation, of the round.
    Keys(Keys),
    /// A figure that the unit has handed up, by its route.
    Figure(String),
}

/// What the value of a cell follows from. Keys that are not given are named, too.
pub fn origins(
    source: Source<'_>,
    form: &Form,
    (unit, member): (UnitId, Option<MemberId>),
    cell: &str,
) -> Vec<Origin> {
    let declaration = &form.declaration;
    let origin = |member: Option<MemberId>, keys: Keys| Origin {
        unit,
        member,
        entry: None,
        of: Of::Keys(keys),
    };
    let mut pairs = declaration.head.iter().chain(&declaration.foot);
    if pairs.any(|name| name == cell) {
        let reference = source.reference(unit, form.id());
        let known = source.organisation(unit).zip(reference);
        let keys = known.map(|(organisation, days)| pair(cell, organisation, days).keys);
        return keys.map(|keys| origin(None, keys)).into_iter().collect();
    }
    if let Some((table, cell)) = form.piece_of(cell) {
        return origins(source, table, (unit, member), cell);
    }
    if let Some(prose) = &declaration.prose {
        let of = match cells::item(cell) {
            Some((PARTS, index, _)) => said_in(source, form, unit, index),
            _ => vec![cell.to_owned()],
        };
        let parts = of.iter().flat_map(|cell| parts(prose, cell));
        return parts
            .flat_map(|part| of_part(source, (form, prose), unit, part))
            .collect();
    }
    match (declaration.scope, member) {
        (FormScope::Member, Some(member)) => {
            let person = source.person(unit, member);
            let keys = person.map(|person| keys_of(source, form, (&person, None), cell));
            let keys = keys.unwrap_or(Keys::NONE);
            vec![match cell.starts_with(ISSUER) {
                true => Origin {
                    unit: source.workspace.issuer(unit),
                    ..origin(None, keys)
                },
                false => origin(Some(member), keys),
            }]
        }
        (FormScope::Member, None) => Vec::new(),
        (FormScope::Branch, _) => {
            let rows = of_row(source, form, unit, cell).into_iter();
            let list = declaration.entries.as_ref();
            let entry = |entry: Option<usize>| Some((list?.route.clone(), entry?));
            rows.map(|((unit, member), index, keys)| Origin {
                unit,
                entry: entry(index),
                ..origin(Some(member), keys)
            })
            .collect()
        }
        (FormScope::Organisation, _) => match cells::item(cell) {
            Some((UNITS, index, key)) => of_line(source, form, unit, (index, key)),
            Some((ROWS, index, key)) => of_point(source, form, unit, (index, key, cell)),
            _ => of_figure(source, form.id(), unit, cell),
        },
        (FormScope::Round, _) => Vec::new(),
    }
}

/// What a part of a document says, but for what has a cell for itself.
fn said_in(source: Source<'_>, form: &Form, unit: UnitId, index: usize) -> Vec<String> {
    let document = document(source, form, unit);
    let part = document.as_ref().and_then(|it| it.parts.get(index));
    let said = part.into_iter().flat_map(|part| &part.pieces);
    let said: BTreeSet<&String> = said.filter_map(|piece| piece.of.as_ref()).collect();
    said.into_iter().cloned().collect()
}

/// What a part of a document follows from.
fn of_part(
    source: Source<'_>,
    (form, prose): (&Form, &Prose),
    unit: UnitId,
    part: Part,
) -> Vec<Origin> {
    match part {
        Part::Count(cell) => of_figure(source, form.id(), unit, &cell),
        Part::Taken(id, figure) => of_taken(source, unit, (&id, &figure)),
        Part::Own(name, of) => {
            let filling = Filling::of(source, form, prose, unit);
            let found = filling.map(|filling| Origin {
                unit,
                member: None,
                entry: None,
                of: Of::Keys(filling.own(&name, of).keys),
            });
            found.into_iter().collect()
        }
    }
}

/// What a figure that is shown elsewhere follows from: a total of a table, or a count beside
/// it.
fn of_taken(source: Source<'_>, unit: UnitId, (id, figure): (&str, &str)) -> Vec<Origin> {
    let block = figure.split_once('.').map(|(block, _)| block);
    let reconciled = block.filter(|block| *block == RECONCILIATION);
    let rows = source.table(id).map(|table| &table.cross.rows.total);
    let is_beside = source.figures(unit, id).is_some_and(|figures| {
        let pair = figure.split_once('.');
        pair.is_some_and(|(block, name)| figures.count(block, name).is_some())
    });
    let cell = match (reconciled, is_beside) {
        (Some(block), true) => block.to_owned(),
        (None, true) => figure.to_owned(),
        (_, false) => format!("{}.{figure}", rows.map_or("", String::as_str)),
    };
    of_figure(source, id, unit, &cell)
}

/// A member of a unit, which entry of his list, and keys.
type OfRow = ((UnitId, MemberId), Option<usize>, Keys);

fn of_row(source: Source<'_>, form: &Form, unit: UnitId, cell: &str) -> Vec<OfRow> {
    let item = cells::item(cell).zip(rows(source, form, unit));
    let Some(((list, index, key), rows)) = item else {
        return Vec::new();
    };
    if list == GROUPS {
        let is_first = |at: &usize| *at == 0 || !rows[at - 1].is_of_group(&rows[*at]);
        let mut firsts = (0..rows.len()).filter(is_first);
        let Some(first) = firsts.nth(index) else {
            return Vec::new();
        };
        let members = (0..rows.len()).filter(|at| rows[*at].is_of_group(&rows[first]));
        let keys = |row: &Row<'_>| row.group.as_ref().map(|group| group.keys);
        let members = members.map(|at| (&rows[at], keys(&rows[at])));
        let members = members
            .filter_map(|(row, keys)| Some(((row.person.unit, row.person.id), row.entry, keys?)));
        return members.collect();
    }
    let row = rows.get(index).map(|row| {
        let keys = keys_of(source, form, (&row.person, row.entry), key);
        ((row.person.unit, row.person.id), row.entry, keys)
    });
    row.into_iter().collect()
}

/// The keys of a cell that a form prints for a member.
fn keys_of(source: Source<'_>, form: &Form, of: (&Person<'_>, Option<usize>), cell: &str) -> Keys {
    let said = said(source, form, of, Which::All);
    let mut cells = said.into_iter().flat_map(|said| said.cells);
    cells
        .find(|said| said.cell == cell)
        .map_or(Keys::NONE, |said| said.shown.keys)
}

/// What stands in the line of an organisation: its name, or what its total counts.
fn of_line(
    source: Source<'_>,
    form: &Form,
    unit: UnitId,
    (index, key): (usize, &str),
) -> Vec<Origin> {
    let Some(unit) = lines_of(source, unit).get(index).copied() else {
        return Vec::new();
    };
    let total = form.declaration.rows.as_ref().map(|rows| &rows.total);
    match (key, source.organisation(unit), total) {
        (NAME, Some(organisation), _) => {
            let title = noting(|notes| Noted::on(organisation, notes).title().len());
            vec![Origin {
                unit,
                member: None,
                entry: None,
                of: Of::Keys(title.keys),
            }]
        }
        (_, _, Some(total)) => of_figure(source, form.id(), unit, &format!("{total}.{key}")),
        _ => Vec::new(),
    }
}

/// What stands in a declared row: those who count in it, and what is said of them.
fn of_point(
    source: Source<'_>,
    form: &Form,
    unit: UnitId,
    (index, key, cell): (usize, &str, &str),
) -> Vec<Origin> {
    let points = form.declaration.points.iter().flatten();
    let Some(point) = points.skip(index).find(|_| is_of_members(key)) else {
        return Vec::new();
    };
    let mut origins = of_figure(source, form.id(), unit, &format!("{TOTAL}.{}", point.name));
    for origin in &mut origins {
        let person = origin.member.and_then(|member| source.person(unit, member));
        let said = person.map(|person| keys_of(source, form, (&person, None), cell));
        if let (Of::Keys(keys), Some(said)) = (&mut origin.of, said) {
            *keys = keys.join(said);
        }
    }
    origins
}

/// The members that a figure counts, and the figures handed up that it holds.
fn of_figure(source: Source<'_>, id: &str, unit: UnitId, cell: &str) -> Vec<Origin> {
    let Some(form) = source.table(id) else {
        return Vec::new();
    };
    let column = cell.rsplit_once('.').map_or(cell, |(_, column)| column);
    let taken = form.taken(column);
    if !taken.is_empty() {
        let taken = taken.into_iter();
        return taken
            .flat_map(|(id, figure)| of_taken(source, unit, (id, figure)))
            .collect();
    }
    let workspace = source.workspace;
    let is_beside = |name: &str| form.beside.iter().any(|block| block.name == name);
    let mut origins = Vec::new();
    for unit in workspace.within(unit) {
        if workspace.units[unit].figures.is_some() {
            if form.is_document {
                continue;
            }
            let table = match form.is_of_notice {
                true => form.id.clone(),
                false => format!("其他表.{}", form.id),
            };
            let block = cell.split_once('.').map_or(cell, |(block, _)| block);
            let route = match is_beside(block) {
                true => format!("{table}.{cell}"),
                false => format!("{table}.行.{cell}"),
            };
            origins.push(Origin {
                unit,
                member: None,
                entry: None,
                of: Of::Figure(route),
            });
            continue;
        }
        for person in source.people(unit).into_iter().flatten() {
            let keys = form
                .counted(&person)
                .and_then(|counted| form.keys_in(cell, &counted));
            origins.extend(keys.map(|keys| Origin {
                unit,
                member: Some(person.id),
                entry: None,
                of: Of::Keys(keys),
            }));
        }
    }
    origins
}
