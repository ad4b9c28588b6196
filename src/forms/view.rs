//! What a layout is given for one output: the text of every cell by its name.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::PathBuf;

use serde::Serialize;

use super::card_cell::PHOTO;
use super::catalogue::Form;
use super::cells::{GROUPS, NAME, ROWS, UNITS, WITHOUT};
use super::choice;
use super::declaration::Scope;
use super::document::{PARTS, document};
use super::list::List;
use super::rows::branches;
use super::said::{Which, pair, said};
use crate::derive::Reference;
use crate::expression::Value;
use crate::load::path_of_photo;
use crate::model::handle::{MemberId, UnitId};
use crate::model::noted::{Noted, noting};
use crate::model::organisation::Organisation;
use crate::model::private;
use crate::model::provenance::Traced;
use crate::prose::Block;
use crate::tabulate::{Person, Source};

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
    /// The same of the tables of a form of several, by their ids.
    #[serde(rename = "各表的组", skip_serializing_if = "BTreeMap::is_empty")]
    pub groups_of: BTreeMap<String, Vec<usize>>,
    /// The parts of a document.
    #[serde(rename = "正文", skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Block>,
    /// Whether a document has a seal.
    #[serde(rename = "盖章", skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
    /// Which part of a list it is, if it is not the whole.
    #[serde(rename = "窗", skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// The family in which a name is set as a whole, by cell, where it is not the
    /// usual one.
    #[serde(rename = "字体", skip_serializing_if = "BTreeMap::is_empty")]
    pub faces: BTreeMap<String, String>,
    /// Whether the values are nobody's: then no finding shows them.
    #[serde(skip)]
    pub is_sample: bool,
    /// Where the photo should stand, relative to the workspace.
    #[serde(skip)]
    pub photo: Option<PathBuf>,
    /// The cells that follow from what of a member is told in part only.
    #[serde(skip)]
    pub private: BTreeSet<String>,
}

/// A part of a list that is laid out by itself, and put together with the others.
#[derive(Clone, Debug, Serialize)]
pub struct Window {
    /// Its first row.
    #[serde(rename = "始")]
    pub first: usize,
    /// How many pages stand before it.
    #[serde(rename = "页")]
    pub pages: usize,
    /// Whether the list ends with it.
    #[serde(rename = "完")]
    pub is_last: bool,
    /// Texts of the whole list, by which widths and sizes are chosen.
    #[serde(rename = "样")]
    pub shapes: BTreeMap<String, Vec<String>>,
}

impl View {
    /// The blank variant of any form.
    pub fn blank() -> Self {
        Self {
            blank: true,
            ..Self::default()
        }
    }

    /// The blank variant of a form: of what is ticked or struck out, all the words.
    pub fn blank_of(form: &Form) -> Self {
        let mut view = Self::blank();
        view.label_points(form.declaration.points.as_deref().unwrap_or_default());
        for cell in &form.declaration.cells {
            let format = cell.format.filter(|format| choice::is_of(*format));
            if let Some((value, format)) = cell.value.as_ref().zip(format) {
                let words = cell.words(value);
                view.set(
                    cell.name.clone(),
                    choice::shown(&words, &Value::Absent, format),
                );
            }
        }
        view
    }

    /// The view of a form for a unit, or for one of its members. `None` where
    /// the unit, the member or a day of the round could not be read.
    pub fn of(
        source: Source<'_>,
        form: &Form,
        unit: UnitId,
        member: Option<MemberId>,
    ) -> Option<Self> {
        let organisation = source.organisation(unit)?;
        let reference = source.reference(unit, form.id())?;
        let mut view = Self::default();
        if form.declaration.prose.is_some() {
            let document = document(source, form, unit)?;
            view.counts.insert(PARTS.to_owned(), document.parts.len());
            view.cells = document.cells;
            view.parts = document.parts;
            view.sealed = document.sealed;
            return Some(view);
        }
        if !form.tables.is_empty() {
            view = Self::around(source, form, unit)?;
            for table in &form.tables {
                view.add_table(table, Self::of(source, table, unit, None)?);
            }
            return Some(view);
        }
        match (form.declaration.scope, member) {
            (Scope::Member, Some(member)) => {
                view.card(source, form, &source.person(unit, member)?)?
            }
            (Scope::Branch, _) => {
                view = Self::around(source, form, unit)?;
                let mut list = List::of(form);
                for unit in branches(source, form, unit) {
                    list.add(source, form, unit)?;
                }
                view.add_rows(&list);
            }
            (Scope::Organisation, _) => {
                view.pairs(form, organisation, reference);
                match &form.declaration.points {
                    Some(points) => view.fill_points(source, (form, points), unit)?,
                    None => view.table(source, form, unit)?,
                }
            }
            (Scope::Member, None) | (Scope::Round, _) => return None,
        }
        Some(view)
    }

    /// The view of a register without its rows, of a form of several without its tables.
    pub fn around(source: Source<'_>, form: &Form, unit: UnitId) -> Option<Self> {
        let organisation = source.organisation(unit)?;
        let reference = source.reference(unit, form.id())?;
        let mut view = Self::default();
        view.pairs(form, organisation, reference);
        if form.tables.is_empty() {
            view.without(source, form, unit);
        }
        Some(view)
    }

    /// Adds what a table of a form of several is given.
    pub fn add_table(&mut self, table: &Form, view: Self) {
        let cells = view.cells.into_iter();
        let cells = cells.map(|(cell, text)| (table.cell_in_form(&cell), text));
        self.cells.extend(cells);
        let private = view.private.iter();
        self.private
            .extend(private.map(|cell| table.cell_in_form(cell)));
        let counts = view.counts.into_iter();
        let counts = counts.map(|(list, count)| (table.cell_in_form(&list), count));
        self.counts.extend(counts);
        self.groups_of.insert(table.id().to_owned(), view.groups);
    }

    /// The numbers of the items of a list that are shown.
    pub fn items(&self, list: &str) -> Range<usize> {
        let end = self.counts.get(list).copied().unwrap_or_default();
        let first = self.window.as_ref().map_or(0, |window| window.first);
        let groups = self.groups.iter();
        match list {
            ROWS => first..end,
            GROUPS => groups.filter(|row| **row < first).count()..end,
            _ => 0..end,
        }
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

    fn card(&mut self, source: Source<'_>, form: &Form, person: &Person<'_>) -> Option<()> {
        let said = said(source, form, (person, None), Which::All)?;
        for said in said.cells.into_iter().filter(|said| said.cell != PHOTO) {
            if said.shown.keys.meet(private::keys()) {
                self.private.insert(said.cell.clone().into_owned());
            }
            self.set(said.cell.as_ref(), said.shown.value.text);
        }
        for (list, count) in said.counts {
            self.counts.insert(list.to_owned(), count.value);
        }
        let photo = person.member.photo.as_ref();
        let photo = photo.filter(|photo| photo.get().is_some() && form.cells.knows(PHOTO));
        let unit = &source.workspace.units[person.unit].path;
        self.photo = photo.map(|photo| path_of_photo(unit, &photo.text));
        self.has_photo = self.photo.is_some();
        Some(())
    }

    /// Which units a list over several branches is without.
    fn without(&mut self, source: Source<'_>, form: &Form, unit: UnitId) {
        if !form.declaration.all_levels {
            return;
        }
        let units = source.workspace.within(unit).into_iter();
        let units = units.filter(|unit| source.workspace.units[*unit].figures.is_some());
        let titles: Vec<String> = units.map(|unit| title_of(source, unit)).collect();
        if !titles.is_empty() {
            let units = titles.join("、");
            self.set(WITHOUT, format!("{WITHOUT}{units}：只报数字，没有名单。"));
        }
    }

    fn table(&mut self, source: Source<'_>, form: &Form, unit: UnitId) -> Option<()> {
        let figures = source.figures(unit, form.id())?;
        // What is not known stays open.
        let is_open = source.workspace.units[unit].figures.is_some() && !figures.without.is_empty();
        let of_units = form
            .declaration
            .rows
            .as_ref()
            .is_some_and(|rows| rows.of_units);
        if of_units {
            self.units(source, form, unit);
        }
        let hidden = figures.table.rows.len().saturating_sub(1);
        let rows = figures
            .table
            .rows
            .iter()
            .skip(if of_units { hidden } else { 0 });
        for (row, cells) in rows {
            for (column, cell) in figures.table.columns.iter().zip(cells) {
                let cell = cell.filter(|_| !is_open);
                let text = cell.map(|figure| figure.to_string()).unwrap_or_default();
                self.set(format!("{row}.{column}"), text);
            }
        }
        if !figures.without.is_empty() && !is_open {
            let units = figures.without.join("、");
            self.set(
                WITHOUT,
                format!("{WITHOUT}{units}：只报数字，没有报这张表。"),
            );
        }
        for block in &figures.beside {
            match block.sides() {
                _ if is_open => {
                    let names = block.counts.iter().map(|(name, _)| name);
                    let cells = names.map(|name| format!("{}.{name}", block.name));
                    let whole = block.equal.map(|_| block.name.clone());
                    let cells = cells.filter(|_| whole.is_none()).chain(whole.clone());
                    cells.for_each(|cell| self.set(cell, String::new()));
                }
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

impl View {
    /// A line for each organisation: its title, and the totals of its table.
    fn units(&mut self, source: Source<'_>, form: &Form, unit: UnitId) {
        let units = lines_of(source, unit);
        self.counts.insert(UNITS.to_owned(), units.len());
        for (index, unit) in units.into_iter().enumerate() {
            let mut cell =
                |name: &str, text: String| self.set(format!("{UNITS}[{index}].{name}"), text);
            cell(NAME, title_of(source, unit));
            let Some(figures) = source.figures(unit, form.id()) else {
                continue;
            };
            for column in &figures.table.columns {
                let figure = figures
                    .table
                    .total(column)
                    .filter(|_| figures.without.is_empty());
                cell(
                    column,
                    figure.map(|figure| figure.to_string()).unwrap_or_default(),
                );
            }
        }
    }
}

/// What an organisation is called.
pub fn title_of(source: Source<'_>, unit: UnitId) -> String {
    traced_title(source, unit).value
}

/// The same, with the keys that it follows from.
pub fn traced_title(source: Source<'_>, unit: UnitId) -> Traced<String> {
    let organisation = source.organisation(unit);
    let title = organisation
        .map(|organisation| noting(|notes| Noted::on(organisation, notes).title().to_owned()));
    title.unwrap_or_else(|| Traced::constant(String::new()))
}

/// The organisations that have a line in a table of a unit: those below it, or itself, that
/// count their members or hand up figures.
pub fn lines_of(source: Source<'_>, unit: UnitId) -> Vec<UnitId> {
    let units = source.workspace.within(unit).into_iter();
    units
        .filter(|unit| source.workspace.units[*unit].below.is_empty())
        .collect()
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
