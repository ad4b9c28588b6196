//! What a layout is given for one output: the text of every cell by its name.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;

use super::card_cell::Card;
use super::catalogue::Form;
use super::cells::{GROUP, GROUPS, ROWS};
use super::declaration::{Column, Scope};
use super::printing::{self, OpenReading, Printed};
use super::reading::is_reserved;
use super::rows::{Row, rows};
use super::{card_cell, printed, register_cell};
use crate::derive::{Certainty, Derived, Reference};
use crate::expression::Scope as Scoped;
use crate::load::{Workspace, photo};
use crate::model::noted::{Noted, noting};
use crate::model::organisation::Organisation;
use crate::model::provenance::{Keys, Traced};
use crate::model::value::Value;
use crate::tabulate::{Person, Rosters, Tables, Who};

/// What a layout reads as `/data.json`, and its photo.
#[derive(Clone, Debug, Default, Serialize)]
pub struct View {
    /// The blank variant, to be filled in by hand.
    #[serde(rename = "空白")]
    pub blank: bool,
    /// Whether there is a photo.
    #[serde(rename = "照片")]
    pub has_photo: bool,
    /// The text of each cell.
    #[serde(rename = "格")]
    pub cells: BTreeMap<String, String>,
    /// The number of items of each list.
    #[serde(rename = "数")]
    pub counts: BTreeMap<String, usize>,
    /// The first rows of the groups of a register.
    #[serde(rename = "组", skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<usize>,
    /// The family in which a name is set as a whole, by cell, where it is not the
    /// usual one.
    #[serde(rename = "字体", skip_serializing_if = "BTreeMap::is_empty")]
    pub faces: BTreeMap<String, String>,
    /// The photo, relative to the workspace.
    #[serde(skip)]
    pub photo: Option<PathBuf>,
}

/// Everything views are made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The files.
    pub workspace: &'a Workspace,
    /// The facts.
    pub derived: &'a Derived,
    /// Who stands in which form.
    pub rosters: &'a Rosters,
    /// The tables.
    pub tables: &'a Tables,
}

impl View {
    /// The blank variant of any form.
    pub fn blank() -> Self {
        Self {
            blank: true,
            ..Self::default()
        }
    }

    /// The view of a form for a unit, or for one of its members. `None` where
    /// the unit, the member or a day of the round could not be read.
    pub fn of(source: Source<'_>, form: &Form, unit: usize, member: Option<usize>) -> Option<Self> {
        let organisation = source.organisation(unit)?;
        let reference = source.derived.reference(unit, form.id())?;
        let mut view = Self::default();
        match (form.declaration.scope, member) {
            (Scope::Member, Some(index)) => view.card(source, form, unit, index)?,
            (Scope::Branch, _) => {
                view.pairs(form, organisation, reference);
                view.register(source, form, unit)?;
            }
            (Scope::Organisation, _) => {
                view.pairs(form, organisation, reference);
                view.table(source, form, unit)?;
            }
            (Scope::Member, None) => return None,
        }
        Some(view)
    }

    fn set(&mut self, cell: impl Into<String>, text: String) {
        self.cells.insert(cell.into(), text);
    }

    /// The cells above and below registers and tables.
    fn pairs(&mut self, form: &Form, organisation: &Organisation, reference: &Reference) {
        let declaration = &form.declaration;
        for name in declaration.head.iter().chain(&declaration.foot) {
            self.set(name, pair(name, organisation, reference).value);
        }
    }

    fn card(&mut self, source: Source<'_>, form: &Form, unit: usize, member: usize) -> Option<()> {
        let person = source.person(unit, member)?;
        let card = card(source, form, unit, &person)?;
        for (name, text) in card.cells {
            if form.cells.knows(&name) {
                self.set(name, text.value);
            }
        }
        for (list, count) in card.counts {
            self.counts.insert(list.to_owned(), count.value);
        }
        let photo = person.member.photo.as_ref();
        let unit = &source.workspace.units[unit].path;
        self.photo = photo
            .and_then(|p| self::photo(&source.workspace.root, unit, &p.text).ok())
            .map(|photo| photo.path);
        self.has_photo = self.photo.is_some();
        Some(())
    }

    fn register(&mut self, source: Source<'_>, form: &Form, unit: usize) -> Option<()> {
        let rows = rows(source, form, unit);
        for (index, row) in rows.iter().enumerate() {
            let printed = source.printed(unit, row.scope)?;
            for column in &form.declaration.columns {
                let Some(key) = &column.key else { continue };
                let text = match key.as_str() {
                    register_cell::NUMBER => (index + 1).to_string(),
                    _ => column_text(column, key, &printed).value,
                };
                self.set(format!("{ROWS}[{index}].{key}"), text);
            }
            let group = |row: &Row<'_>| row.group.as_ref().map(|group| group.value.clone());
            if row.group.is_some() && (index == 0 || group(&rows[index - 1]) != group(row)) {
                self.groups.push(index);
            }
        }
        for (number, first) in self.groups.clone().into_iter().enumerate() {
            let name = |row: &Row<'_>| row.group.as_ref().map(|group| group.value.clone());
            let group = name(&rows[first]);
            let count = rows.iter().filter(|row| name(row) == group).count();
            let name = group.filter(|name| !name.is_empty());
            let name = name.as_deref().unwrap_or("未填");
            self.set(
                format!("{GROUPS}[{number}].{GROUP}"),
                format!("{name}（{count}人）"),
            );
        }
        self.counts.insert(GROUPS.to_owned(), self.groups.len());
        self.counts.insert(ROWS.to_owned(), rows.len());
        Some(())
    }

    fn table(&mut self, source: Source<'_>, form: &Form, unit: usize) -> Option<()> {
        let figures = source.tables.of(unit, form.id())?;
        for (row, cells) in &figures.table.rows {
            for (column, cell) in figures.table.columns.iter().zip(cells) {
                let text = cell.map(|figure| figure.to_string()).unwrap_or_default();
                self.set(format!("{row}.{column}"), text);
            }
        }
        for block in &figures.beside {
            match block.sides() {
                Some(sides) if block.is_shown() => {
                    self.set(&block.name, reconciliation(&block.name, sides));
                }
                Some(_) => self.set(&block.name, String::new()),
                None => {
                    for (name, count) in &block.counts {
                        self.set(format!("{}.{name}", block.name), count.to_string());
                    }
                }
            }
        }
        Some(())
    }
}

/// The line below a table by which those who stand in registers are accounted for.
fn reconciliation(name: &str, sides: [&[(String, u32)]; 2]) -> String {
    let side = |counts: &[(String, u32)]| {
        let counts = counts
            .iter()
            .map(|(name, count)| format!("{name}：{count}人"));
        counts.collect::<Vec<_>>().join(" + ")
    };
    let [left, right] = sides.map(side);
    format!("{name}：{left} = {right}")
}

impl<'a> Source<'a> {
    /// What the file of a unit's organisation says.
    pub fn organisation(self, unit: usize) -> Option<&'a Organisation> {
        self.workspace.units[unit].organisation.record.as_ref()
    }

    /// A member of a unit.
    pub fn person(self, unit: usize, member: usize) -> Option<Person<'a>> {
        let Self {
            workspace, derived, ..
        } = self;
        self.rosters.person(workspace, derived, unit, member)
    }

    /// What the cells of a form print for a member.
    pub fn printed(self, unit: usize, scope: Scoped<'a>) -> Option<Printed<'a>> {
        let round = self.workspace.round.as_ref();
        Some(Printed {
            scope,
            organisation: self.organisation(unit)?,
            empty: printing::empty(round.and_then(|file| file.record.as_ref())),
        })
    }
}

/// The text of a cell above or below a table.
pub fn pair(name: &str, organisation: &Organisation, reference: &Reference) -> Traced<String> {
    let of = |ask: for<'a> fn(Noted<'a, Organisation>) -> Option<&'a Value<String>>| {
        noting(|notes| printed::text(ask(Noted::on(organisation, notes))))
    };
    match name {
        "填报单位" => of(|unit| unit.unit().or_else(|| unit.name())),
        "填表日期" => reference.filled_on.map(printed::long_day),
        "填表人" => of(|unit| unit.filled_by()),
        _ => of(|unit| unit.phone()),
    }
}

/// The cells of a member's card, those empty that are not for him.
pub fn card(source: Source<'_>, form: &Form, unit: usize, person: &Person<'_>) -> Option<Card> {
    let scope = person.scope(form.id())?;
    let mut card = card_cell::card(&source.printed(unit, scope)?);
    for (name, who) in &form.declaration.reserved {
        let is_his = reserved_for(form.id(), who, person);
        for (cell, text) in &mut card.cells {
            if is_reserved(cell, name) && !is_his.value.is_yes() {
                *text = Traced::constant(String::new());
            }
        }
    }
    Some(card)
}

/// Whether a member has the cells that are reserved for some.
pub fn reserved_for(form: &str, who: &Who, person: &Person<'_>) -> Traced<Certainty> {
    let held = |person: &Person<'_>| {
        let open = Traced::constant(Certainty::Open).joined(Keys::ALL);
        let scope = person.scope(form);
        vec![scope.map_or(open, |scope| who.holds(&scope))]
    };
    let mut found = held(person);
    person.settle(&mut found, &held);
    found[0]
}

/// The text of a column of a register for a member.
pub fn column_text(column: &Column, key: &str, printed: &Printed<'_>) -> Traced<String> {
    let text = match &column.value {
        Some(value) => {
            let value = value.value(&printed.scope);
            value
                .as_ref()
                .map(|value| printed::value(value, column.format))
        }
        None => printed.traced(|p| {
            let cell = register_cell::cell(key);
            cell.map(|cell| cell.text(p, column.format))
                .unwrap_or_default()
        }),
    };
    printed.or_empty(text)
}

/// What a column computes for a member and a date leaves open.
pub fn column_open(column: &Column, key: &str, printed: &Printed<'_>) -> Option<OpenReading> {
    let Some(value) = &column.value else {
        return register_cell::cell(key)?.open(printed);
    };
    let value = value.value(&printed.scope);
    printed::is_open(&value.value).then(|| OpenReading {
        fact: key.to_owned(),
        shown: printed::value(&value.value, column.format),
        keys: value.keys,
    })
}
