//! The rows of a register as texts: those of many branches are kept so, when their
//! members need not be held any more.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::Serialize;

use super::catalogue::Form;
use super::cells::{self, GROUP, GROUPS, ROWS};
use super::register_cell::NUMBER;
use super::rows::rows_of;
use super::said::{Which, said};
use super::view::{View, Window};
use crate::model::handle::{MemberId, UnitId};
use crate::model::private;
use crate::tabulate::Source;

/// The rows of a register in their order.
#[derive(Debug, Serialize)]
pub struct List {
    /// What its cells are called by before their names: nothing, or the table of a form of
    /// several.
    before: String,
    /// The columns that have cells.
    columns: Vec<String>,
    rows: Vec<Line>,
    /// What its rows are counted in: a member has one of them, or some.
    #[serde(skip)]
    counted_in: &'static str,
    /// The first row of each unit's.
    #[serde(skip)]
    units: Vec<(usize, UnitId)>,
}

/// A row.
#[derive(Debug, Serialize)]
struct Line {
    texts: Vec<String>,
    /// The name of the group that begins with it.
    group: Option<String>,
    /// The member whom it is about.
    #[serde(skip)]
    about: (UnitId, MemberId),
    /// Which of its texts follow from what of him is told in part only.
    #[serde(skip)]
    private: Vec<bool>,
}

impl List {
    /// A list for a register, which has no rows yet.
    pub fn of(form: &Form) -> Self {
        let columns = form.declaration.columns.iter();
        Self {
            before: String::new(),
            columns: columns.filter_map(|column| column.key.clone()).collect(),
            rows: Vec::new(),
            counted_in: match form.declaration.entries {
                Some(_) => "条",
                None => "人",
            },
            units: Vec::new(),
        }
    }

    /// The same for a register that is a table of a form of several.
    pub fn of_table(table: &Form) -> Self {
        Self {
            before: table.cell_in_form(""),
            ..Self::of(table)
        }
    }

    /// Adds the rows of a unit's own members; none where they are not held.
    pub fn add(&mut self, source: Source<'_>, form: &Form, unit: UnitId) -> Option<()> {
        let rows = rows_of(source, form, unit)?;
        self.units.push((self.rows.len(), unit));
        for (index, row) in rows.iter().enumerate() {
            let said = said(source, form, (&row.person, row.entry), Which::All)?;
            let private = said.cells.iter();
            let private = private.map(|said| said.shown.keys.meet(private::keys()));
            let private = private.collect();
            let texts = said.cells.into_iter().map(|said| said.shown.value.text);
            let goes_on = index > 0 && rows[index - 1].is_of_group(row);
            let group = row.group.as_ref().filter(|_| !goes_on);
            self.rows.push(Line {
                texts: texts.collect(),
                group: group.map(|group| group.value.clone()),
                about: (row.person.unit, row.person.id),
                private,
            });
        }
        Some(())
    }

    /// What its rows are called in the names of cells, and the members whom they are about.
    pub fn about(&self) -> (String, impl Iterator<Item = (UnitId, MemberId)>) {
        let rows = self.rows.iter().map(|row| row.about);
        (format!("{}{ROWS}", self.before), rows)
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The unit of whom a cell is, and what that is called in the unit's own list.
    pub fn own_cell(&self, cell: &str) -> Option<(UnitId, String)> {
        let (list, index, key) = cells::item(cell.strip_prefix(&self.before)?)?;
        let row = match list {
            GROUPS => self.firsts().nth(index)?,
            _ => index,
        };
        let (first, unit) = *self.units.iter().rfind(|(first, _)| *first <= row)?;
        let before = match list {
            GROUPS => self.firsts().take_while(|at| *at < first).count(),
            _ => first,
        };
        let own = format!("{}{list}[{}].{key}", self.before, index - before);
        Some((unit, own))
    }

    /// What its rows are called as cells.
    pub fn called(&self) -> String {
        format!("{}{ROWS}", self.before)
    }

    /// Whether a list of cells is made of its rows.
    pub fn is_its(&self, list: &str) -> bool {
        let own = list.strip_prefix(&self.before);
        own.is_some_and(|own| matches!(own, ROWS | GROUPS))
    }

    /// The texts of a row as they are printed, by the keys of their columns.
    pub fn texts_of(&self, row: usize) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let texts = self.columns.iter().zip(&self.rows[row].texts);
        texts.map(move |(key, text)| match key.as_str() {
            NUMBER => (NUMBER, Cow::from((row + 1).to_string())),
            key => (key, Cow::from(text)),
        })
    }

    /// The name of the group that begins with a row.
    pub fn group_at(&self, row: usize) -> Option<&str> {
        self.rows[row].group.as_deref()
    }

    /// The first rows of the groups.
    fn firsts(&self) -> impl Iterator<Item = usize> {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(at, row)| row.group.as_ref().map(|_| at))
    }

    /// Some texts of each column, among them one of each that needs another room than all
    /// the rest: by them a part of the list is laid out as it is within the whole.
    pub fn shapes(&self) -> BTreeMap<String, Vec<String>> {
        let columns = self.columns.iter().enumerate();
        let of_column = |(at, column): (usize, &String)| {
            let last = self.rows.len().to_string();
            let texts = self.rows.iter().map(|row| row.texts[at].as_str());
            let number = (column == NUMBER).then_some(last.as_str());
            let shapes: BTreeSet<String> = texts.chain(number).map(shape).collect();
            (column.clone(), shapes.into_iter().collect())
        };
        columns.map(of_column).collect()
    }
}

impl View {
    /// Adds all rows of a list.
    pub fn add_rows(&mut self, list: &List) {
        self.add_some_rows(list, 0..list.len());
    }

    /// The same with a part of a list.
    pub fn part(&self, list: &List, window: Window, rows: Range<usize>) -> Self {
        let mut view = self.clone();
        view.add_some_rows(list, rows);
        view.window = Some(window);
        view
    }

    fn add_some_rows(&mut self, list: &List, rows: Range<usize>) {
        self.groups = list.firsts().collect();
        for index in rows.clone() {
            let private = list.rows[index].private.iter();
            for ((key, text), is_private) in list.texts_of(index).zip(private) {
                let cell = format!("{ROWS}[{index}].{key}");
                if *is_private {
                    self.private.insert(cell.clone());
                }
                self.cells.insert(cell, text.into_owned());
            }
        }
        let ends = self.groups.iter().skip(1).copied().chain([list.len()]);
        for (number, (first, end)) in self.groups.iter().zip(ends).enumerate() {
            if let Some(name) = list.group_at(*first).filter(|_| rows.contains(first)) {
                let name = if name.is_empty() { "未填" } else { name };
                let count = end - first;
                let cell = format!("{GROUPS}[{number}].{GROUP}");
                self.cells
                    .insert(cell, format!("{name}（{count}{}）", list.counted_in));
            }
        }
        self.ends_with(rows.end);
    }

    /// Counts the rows before this one, and their groups: more are not shown.
    pub fn ends_with(&mut self, row: usize) {
        let groups = self.groups.iter().filter(|first| **first < row).count();
        self.counts.insert(GROUPS.to_owned(), groups);
        self.counts.insert(ROWS.to_owned(), row);
    }
}

/// A text that needs the same room as this one and breaks at the same places: one figure
/// stands for all, and one Han character.
fn shape(text: &str) -> String {
    let stands_for = |one: char| match one {
        '0'..='9' => '0',
        '\u{4e00}'..='\u{9fff}' => '一',
        one => one,
    };
    text.chars().map(stands_for).collect()
}
