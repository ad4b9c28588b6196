//! Where the value of a cell comes from: the files and the keys.
//!
//! A key is named by its route in a member's file (`流动.流出日期`). `党组织:` before
//! it says that it stands in the organisation's; `|` stands between keys of which
//! the first one given is printed.

use super::catalogue::Form;
use super::cells::{self, GROUPS, RECONCILIATION, SUPPLEMENT, leaves};
use super::declaration::Scope as FormScope;
use super::rows::rows;
use super::view::Source;
use super::{card_cell, register_cell};
use crate::derive::datum;
use crate::derive::derived::belongs;
use crate::expression::{CUSTOM, Expression, Name, Scope, scopes};
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::value::Given as _;
use crate::tabulate::reported::OF_THE_NOTICE;

/// Keys of the organisation's file.
const OF_ORGANISATION: &str = "党组织:";

/// Where a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file, relative to the workspace.
    pub path: std::path::PathBuf,
    /// The unit whose file it is.
    pub unit: usize,
    /// The member whose file it is.
    pub member: Option<usize>,
    /// The key.
    pub key: Key,
}

/// A key of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// By its route.
    Route(String),
    /// By its place, with its route for people.
    Place(Span, &'static str),
}

/// One output: a form for a unit, or for one of its members.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The form.
    pub form: &'a Form,
    /// The unit.
    pub unit: usize,
    /// The member.
    pub member: Option<usize>,
}

/// Where the value of a cell comes from. Keys that are not given are named, too.
pub fn origins(source: Source<'_>, subject: Subject<'_>, cell: &str) -> Vec<Origin> {
    let declaration = &subject.form.declaration;
    let is_pair = declaration.head.iter().chain(&declaration.foot);
    if is_pair.clone().any(|name| name == cell) {
        return of_pair(source, subject, cell);
    }
    match (declaration.scope, subject.member) {
        (FormScope::Member, Some(member)) => {
            of_keys(source, subject.unit, member, card_cell::keys(cell))
        }
        (FormScope::Member, None) => Vec::new(),
        (FormScope::Branch, _) => of_row(source, subject, cell),
        (FormScope::Organisation, _) => of_figure(source, subject, cell),
    }
}

/// The cells above and below registers and tables.
fn of_pair(source: Source<'_>, subject: Subject<'_>, cell: &str) -> Vec<Origin> {
    let unit = subject.unit;
    if cell == "填表日期" {
        let day = crate::derive::derived::filled_on(source.workspace, unit, subject.form.id());
        let origin = day.map(|(path, span, _)| Origin {
            path: path.to_owned(),
            unit,
            member: None,
            key: Key::Place(span, "填表日期"),
        });
        return origin.into_iter().collect();
    }
    let route = match cell {
        "填报单位" => "填报单位|名称",
        cell => cell,
    };
    vec![of_organisation(source, unit, route)]
}

fn of_organisation(source: Source<'_>, unit: usize, route: &str) -> Origin {
    Origin {
        path: source.workspace.units[unit].organisation.path.clone(),
        unit,
        member: None,
        key: Key::Route(route.to_owned()),
    }
}

fn of_keys(
    source: Source<'_>,
    unit: usize,
    member: usize,
    keys: impl IntoIterator<Item = impl AsRef<str>>,
) -> Vec<Origin> {
    let file = &source.workspace.units[unit].members[member];
    let mut keys: Vec<String> = keys
        .into_iter()
        .map(|key| key.as_ref().to_owned())
        .collect();
    if let Some(member) = &file.record {
        let unused = unused_keys(member, &keys);
        keys.retain(|key| !unused.contains(&key.as_str()));
    }
    let origin = |key: String| match key.strip_prefix(OF_ORGANISATION) {
        Some(route) => of_organisation(source, unit, route),
        None => Origin {
            path: file.path.clone(),
            unit,
            member: Some(member),
            key: Key::Route(key),
        },
    };
    keys.into_iter().map(origin).collect()
}

/// Keys of a cell that do not matter for a member: the ID number where the day of
/// birth is given, what the branch says where the member's own file says it.
fn unused_keys(member: &Member, keys: &[String]) -> Vec<&'static str> {
    let has = |key: &str| keys.iter().any(|known| known == key);
    let born = member.born.given();
    let away = member.away.as_ref();
    let lost = member.lost.as_ref();
    let unused = [
        (
            "身份证号码",
            has("出生年月") && born.is_some_and(|born| born.day().is_some()),
        ),
        (
            "党组织:党组织类别",
            has("失联.党组织类别") && lost.is_some_and(|lost| lost.class.is_some()),
        ),
        (
            "党组织:简称|名称",
            has("流动.流出地所在支部") && away.is_some_and(|away| away.home_branch.is_some()),
        ),
    ];
    let unused = unused.into_iter().filter(|(_, is_unused)| *is_unused);
    unused.map(|(key, _)| key).collect()
}

fn of_row(source: Source<'_>, subject: Subject<'_>, cell: &str) -> Vec<Origin> {
    let Some((list, index, key)) = cells::item(cell) else {
        return Vec::new();
    };
    let Subject { form, unit, .. } = subject;
    let rows = rows(source, form, unit);
    match list {
        GROUPS => {
            let group = form.declaration.group.as_ref();
            let keys = group.map(keys_of_expression).unwrap_or_default();
            let firsts =
                (0..rows.len()).filter(|at| *at == 0 || rows[at - 1].group != rows[*at].group);
            let Some(first) = firsts.clone().nth(index) else {
                return Vec::new();
            };
            let members = rows.iter().filter(|row| row.group == rows[first].group);
            members
                .flat_map(|row| of_keys(source, unit, row.member, &keys))
                .collect()
        }
        _ => match rows.get(index) {
            Some(row) => of_keys(source, unit, row.member, keys_of_column(form, key)),
            None => Vec::new(),
        },
    }
}

/// The keys that a column of a register prints.
fn keys_of_column(form: &Form, key: &str) -> Vec<String> {
    let mut columns = form.declaration.columns.iter();
    let column = columns.find(|column| column.key.as_deref() == Some(key));
    match column.and_then(|column| column.value.as_ref()) {
        Some(value) => keys_of_expression(value),
        None => register_cell::keys(key)
            .into_iter()
            .map(str::to_owned)
            .collect(),
    }
}

/// The keys that an expression asks for.
pub fn keys_of_expression(expression: &Expression) -> Vec<String> {
    let keys = expression.names().into_iter().flat_map(|name| match name {
        Name::Fact(fact) => datum::keys(fact)
            .iter()
            .map(|key| (*key).to_owned())
            .collect(),
        Name::Key(route) => vec![route.clone()],
        Name::Custom(key, _) => vec![format!("{CUSTOM}.{key}")],
        Name::Day(_) | Name::Column(_) => Vec::new(),
    });
    keys.collect()
}

/// The members that a figure counts, and the figures handed up that it holds.
fn of_figure(source: Source<'_>, subject: Subject<'_>, cell: &str) -> Vec<Origin> {
    let declaration = &subject.form.declaration;
    let id = subject.form.id();
    let Some(form) = source.tables.forms.iter().find(|form| form.id == id) else {
        return Vec::new();
    };
    let workspace = source.workspace;
    let below = (0..workspace.units.len()).filter(|unit| workspace.is_within(*unit, subject.unit));
    let mut origins = Vec::new();
    for unit in below {
        if let Some(figures) = &workspace.units[unit].figures {
            let table = match OF_THE_NOTICE.contains(&id) {
                true => id.to_owned(),
                false => format!("其他表.{id}"),
            };
            let route = match cell.starts_with(SUPPLEMENT) || cell == RECONCILIATION {
                true => format!("{table}.{cell}"),
                false => format!("{table}.行.{cell}"),
            };
            origins.push(Origin {
                path: figures.path.clone(),
                unit,
                member: None,
                key: Key::Route(route),
            });
            continue;
        }
        for (index, scope) in scopes(workspace, source.derived, unit, id) {
            let Scope { member, facts, .. } = scope;
            let is_of = |names: &[String]| {
                names
                    .iter()
                    .any(|name| belongs(name, member, facts).is_yes())
            };
            let counted = match cell.split_once('.') {
                Some((SUPPLEMENT, name)) => form
                    .supplement
                    .iter()
                    .any(|(n, who)| n == name && is_of(who)),
                Some((row, column)) => form.cross.holds(row, column, &scope),
                None => is_of(&declaration.population),
            };
            if counted {
                origins.extend(of_keys(
                    source,
                    unit,
                    index,
                    keys_of_figure(subject.form, cell),
                ));
            }
        }
    }
    origins
}

/// The keys that decide whether a member counts in a cell of a cross-table.
pub fn keys_of_figure(form: &Form, cell: &str) -> Vec<String> {
    let declaration = &form.declaration;
    let population = |names: &[String]| -> Vec<String> {
        let keys = names.iter().flat_map(|name| datum::keys(name));
        keys.map(|key| (*key).to_owned()).collect()
    };
    let mut keys = match cell.split_once('.') {
        Some((SUPPLEMENT, name)) => {
            let names = declaration.supplement.get(name);
            names.map(|names| population(names)).unwrap_or_default()
        }
        Some((row, column)) => {
            let columns = leaves(&declaration.columns);
            let named = |name: &str| {
                columns
                    .iter()
                    .find(|leaf| leaf.name.as_deref() == Some(name))
            };
            let column = named(column);
            let parts = column.into_iter().flat_map(|column| &column.sum);
            let parts = parts.filter_map(|part| named(part)).chain(column);
            let rows = declaration.rows.as_ref();
            let rows = rows.filter(|rows| rows.total != row).map(|rows| &rows.by);
            let conditions = parts
                .clone()
                .filter_map(|part| part.condition.expression.as_ref());
            let mut keys: Vec<String> = conditions
                .chain(rows)
                .flat_map(keys_of_expression)
                .collect();
            // A column without a condition counts who belongs at all.
            for part in parts {
                keys.extend(population(match part.population.is_empty() {
                    true => &declaration.population,
                    false => &part.population,
                }));
            }
            keys
        }
        None => {
            let mut keys = population(&declaration.population);
            keys.extend(["转出.补转", "处置"].map(str::to_owned));
            keys
        }
    };
    let mut seen = Vec::new();
    keys.retain(|key| {
        let is_new = !seen.contains(key);
        seen.push(key.clone());
        is_new
    });
    keys
}

/// The number that completes a coarse date of birth: what is derived of it there
/// does not print it.
const COMPLETING: &str = "身份证号码";

/// All keys of members' files that a form prints or counts.
pub fn keys_of_form(form: &Form) -> Vec<String> {
    let names = cells::Cells::of(&form.declaration).names();
    let of_cell = |name: &String| -> Vec<String> {
        match form.declaration.scope {
            FormScope::Member => card_cell::keys(name),
            FormScope::Branch => {
                let key = name.split_once("[].").map_or("", |(_, key)| key);
                keys_of_column(form, key)
            }
            FormScope::Organisation => keys_of_figure(form, name),
        }
    };
    let prints = |name: &str, key: &str| key != COMPLETING || name.ends_with(COMPLETING);
    let of_name = |name: &String| {
        let keys = of_cell(name).into_iter();
        keys.filter(|key| prints(name, key)).collect::<Vec<_>>()
    };
    names.iter().flat_map(of_name).collect()
}
