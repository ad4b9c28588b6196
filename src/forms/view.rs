//! What a layout is given for one output: the text of every cell by its name.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Serialize;

use super::catalogue::Form;
use super::cells::{GROUP, GROUPS, RECONCILIATION, ROWS, SUPPLEMENT};
use super::declaration::Scope;
use super::rows::rows;
use super::{card_cell, printed, register_cell};
use crate::derive::{Derived, Facts, Reference};
use crate::load::{Unit, Workspace, photo};
use crate::model::codes::EmptyCell;
use crate::model::member::Member;
use crate::model::organisation::Organisation;
use crate::model::value::Given as _;
use crate::tabulate::Tables;
use crate::tabulate::reconciliation::{NAMES, Reconciliation};

/// A member with what is printed of him and his branch.
pub struct Person<'a> {
    /// The member.
    pub member: &'a Member,
    /// The facts on the form's day.
    pub facts: &'a Facts,
    /// The branch.
    pub organisation: &'a Organisation,
    /// The form's days.
    pub reference: &'a Reference,
}

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
        let files = &source.workspace.units[unit];
        let organisation = files.organisation.record.as_ref()?;
        let reference = source.derived.reference(unit, form.id())?;
        let mut view = Self::default();
        match (form.declaration.scope, member) {
            (Scope::Member, Some(index)) => {
                let member = files.members[index].record.as_ref()?;
                let facts = source.derived.facts(unit, form.id()).get(index)?.as_ref()?;
                view.card(
                    &Person {
                        member,
                        facts,
                        organisation,
                        reference,
                    },
                    source,
                    files,
                );
                view.cells.retain(|name, _| form.cells.knows(name));
            }
            (Scope::Branch, _) => {
                view.pairs(form, organisation, reference);
                view.register(source, form, unit, organisation);
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
            let text = match name.as_str() {
                "填报单位" => {
                    printed::text(organisation.unit.as_ref().or(organisation.name.as_ref()))
                }
                "填表日期" => printed::long_day(reference.filled_on),
                "填表人" => printed::text(organisation.filled_by.as_ref()),
                "联系电话" => printed::text(organisation.phone.as_ref()),
                _ => continue,
            };
            self.set(name, text);
        }
    }

    fn card(&mut self, person: &Person<'_>, source: Source<'_>, unit: &Unit) {
        let empty = empty_text(source.workspace);
        for (name, _, text) in card_cell::CELLS {
            self.set(*name, or(text(person), empty));
        }
        for (name, _, text) in card_cell::AWAY_CELLS {
            let empty = if person.facts.away.value.is_yes() {
                empty
            } else {
                ""
            };
            self.set(*name, or(text(person), empty));
        }
        self.set("失去联系时间", card_cell::lost_time(person));
        for (index, appraisal) in person.member.appraisals.iter().enumerate() {
            let name = |key: &str| format!("民主评议[{index}].{key}");
            self.set(name("评议时间"), printed::text(appraisal.day.as_ref()));
            self.set(
                name("评议结果"),
                or(printed::text(appraisal.result.as_ref()), empty),
            );
        }
        for (index, relative) in person.member.family.iter().enumerate() {
            for (key, text) in card_cell::relative(person, relative) {
                self.set(format!("家庭主要成员[{index}].{key}"), or(text, empty));
            }
        }
        self.counts
            .insert("民主评议".to_owned(), person.member.appraisals.len());
        self.counts
            .insert("家庭主要成员".to_owned(), person.member.family.len());
        let photo = person.member.photo.as_ref();
        self.photo = photo
            .and_then(|p| self::photo(&source.workspace.root, &unit.path, &p.text).ok())
            .map(|photo| photo.path);
        self.has_photo = self.photo.is_some();
    }

    fn register(
        &mut self,
        source: Source<'_>,
        form: &Form,
        unit: usize,
        organisation: &Organisation,
    ) {
        let empty = empty_text(source.workspace);
        let rows = rows(source, form, unit);
        for (index, row) in rows.iter().enumerate() {
            let person = Person {
                member: row.scope.member,
                facts: row.scope.facts,
                organisation,
                reference: row.scope.reference,
            };
            for column in &form.declaration.columns {
                let Some(key) = &column.key else { continue };
                let text = match &column.value {
                    Some(value) => printed::value(&value.value(&row.scope), column.format),
                    None if key == register_cell::NUMBER => (index + 1).to_string(),
                    None => register_cell::cell(key, &person, column.format).unwrap_or_default(),
                };
                self.set(format!("{ROWS}[{index}].{key}"), or(text, empty));
            }
            if row.group.is_some() && (index == 0 || rows[index - 1].group != row.group) {
                self.groups.push(index);
            }
        }
        for (number, first) in self.groups.clone().into_iter().enumerate() {
            let group = &rows[first].group;
            let count = rows.iter().filter(|row| row.group == *group).count();
            let name = group
                .as_deref()
                .filter(|name| !name.is_empty())
                .unwrap_or("未填");
            self.set(
                format!("{GROUPS}[{number}].{GROUP}"),
                format!("{name}（{count}人）"),
            );
        }
        self.counts.insert(GROUPS.to_owned(), self.groups.len());
        self.counts.insert(ROWS.to_owned(), rows.len());
    }

    fn table(&mut self, source: Source<'_>, form: &Form, unit: usize) -> Option<()> {
        let figures = source.tables.of(unit, form.id())?;
        for (row, cells) in &figures.table.rows {
            for (column, cell) in figures.table.columns.iter().zip(cells) {
                let text = cell.map(|figure| figure.to_string()).unwrap_or_default();
                self.set(format!("{row}.{column}"), text);
            }
        }
        for (name, count) in &figures.supplement {
            self.set(format!("{SUPPLEMENT}.{name}"), count.to_string());
        }
        if let Some(counts) = &figures.reconciliation {
            self.set(RECONCILIATION, reconciliation(counts));
        }
        Some(())
    }
}

/// The line below 附件7 where members are late transfers or pending.
fn reconciliation(counts: &Reconciliation) -> String {
    if counts.late_transfers == 0 && counts.pending == 0 {
        return String::new();
    }
    let [found, not_found, disposed, late, pending] = NAMES;
    format!(
        "对账：{found}：{}人 + {not_found}：{}人 = {disposed}：{}人 + {late}：{}人 + {pending}：{}人",
        counts.found, counts.not_found, counts.disposed, counts.late_transfers, counts.pending
    )
}

fn empty_text(workspace: &Workspace) -> &'static str {
    let round = workspace
        .round
        .as_ref()
        .and_then(|file| file.record.as_ref());
    let setting = round.and_then(|round| round.empty_cell.given());
    printed::empty(setting.copied().unwrap_or(EmptyCell::Blank))
}

fn or(text: String, empty: &str) -> String {
    match text.is_empty() {
        true => empty.to_owned(),
        false => text,
    }
}
