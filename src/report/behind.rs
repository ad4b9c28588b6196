//! Who is behind a figure of a table: those whom it counts, and the units that handed up
//! theirs.

use std::path::Path;

use serde_json::{Value, json};

use super::Lang;
use super::cited::{self, Cited};
use super::mask::mask;
use super::table::listed;
use crate::model::handle::{FormId, UnitId};
use crate::publish::{Maker, Output};
use crate::tabulate::{Figures, Person, TableForm};

/// A figure: its table, its row and column, the organisation.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// The form.
    pub form: FormId,
    /// The id of the table: the form's, or that of one of its tables.
    pub table: &'a str,
    /// Its row, or a block beside it.
    pub row: &'a str,
    /// Its column, or a count of the block.
    pub column: &'a str,
    /// Whose.
    pub unit: UnitId,
}

/// A figure and who is behind it.
pub struct Behind<'a> {
    form: &'a str,
    of: Cell<'a>,
    organisation: &'a str,
    /// None where the cell stays empty.
    figure: Option<u32>,
    by: Vec<Share<'a>>,
    without: &'a [String],
}

/// What one member, or one unit that hands up figures, adds to a figure.
struct Share<'a> {
    path: &'a Path,
    name: String,
    organisation: &'a str,
    count: u32,
    keys: Vec<Cited>,
}

impl<'a> Behind<'a> {
    /// The figure of a cell; none where the table has no such cell.
    pub fn of(maker: &Maker<'a>, of: Cell<'a>) -> Option<Self> {
        let source = maker.source;
        let id = of.table;
        let table = source.table(id)?;
        let figures = source.figures(of.unit, id)?;
        if !names(table, of.row).any(|column| column == of.column) {
            return None;
        }
        let workspace = source.workspace;
        let output = Output {
            form: of.form,
            unit: Some(of.unit),
            member: None,
            path: String::new(),
        };
        let cell = format!("{}.{}", of.row, of.column);
        let form = &maker.catalogue.forms[of.form];
        let mut tables = form.tables.iter();
        let own = tables.find(|table| table.id() == id);
        let places = maker.places(
            &output,
            &own.map_or(cell.clone(), |table| table.cell_in_form(&cell)),
        );
        let keys = |unit: UnitId, path: &Path| -> Vec<Cited> {
            let places = places.iter();
            let own = places.filter(|place| place.unit == unit && place.path == *path);
            own.map(|place| Cited::of(&workspace.files, place))
                .collect()
        };
        let mut by = Vec::new();
        for unit in workspace.within(of.unit) {
            let files = &workspace.units[unit];
            if let Some(reported) = &files.figures {
                let count = source.figures(unit, id).and_then(|it| figure(it, of));
                by.push(Share {
                    path: &reported.path,
                    name: String::new(),
                    organisation: &files.path,
                    count: count.unwrap_or_default(),
                    keys: keys(unit, &reported.path),
                });
                continue;
            }
            for person in source.people(unit).into_iter().flatten() {
                let name = person.member.name.as_ref();
                let name = name.map_or_else(String::new, |name| name.text.clone());
                by.push(Share {
                    path: &person.file.path,
                    name,
                    organisation: &files.path,
                    count: alone(table, person, of),
                    keys: keys(unit, &files.member_paths[person.id]),
                });
            }
        }
        by.retain(|share| share.count > 0);
        Some(Self {
            form: id,
            of,
            organisation: &workspace.units[of.unit].path,
            figure: figure(figures, of),
            by,
            without: &figures.without,
        })
    }

    /// For people: the figure, and a line for each who is behind it.
    pub fn text(&self, lang: Lang) -> String {
        let (row, column) = (self.of.row, self.of.column);
        let figure = match self.figure {
            Some(figure) => figure.to_string(),
            None => lang.pick("空着，不填数", "stays empty").to_owned(),
        };
        let head = format!(
            "{}  {row}  {column}  {}：{figure}\n",
            self.form, self.organisation
        );
        let rows = self.by.iter().map(|share| {
            let path = mask(&share.path.to_string_lossy());
            vec![
                share.count.to_string(),
                mask(&share.name),
                path.clone(),
                cited::listed(&share.keys, &path, lang),
            ]
        });
        let mut text = mask(&head) + &listed(&rows.collect::<Vec<_>>());
        if !self.without.is_empty() {
            let without = mask(&self.without.join("、"));
            text += &lang.pick(
                format!("不含：{without}\n"),
                format!("without: {without}\n"),
            );
        }
        text
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let by = self.by.iter().map(|share| {
            json!({
                "path": mask(&share.path.to_string_lossy()),
                "姓名": mask(&share.name),
                "org": share.organisation,
                "count": share.count,
                "keys": share.keys.iter().map(Cited::json).collect::<Vec<Value>>(),
            })
        });
        json!({
            "org": self.organisation,
            "form": self.form,
            "row": self.of.row,
            "column": self.of.column,
            "value": self.figure,
            "by": by.collect::<Vec<Value>>(),
            "without": self.without,
        })
    }
}

/// The rows of a table and the blocks beside it.
pub fn rows(table: &TableForm) -> Vec<String> {
    let empty = Figures::empty(table);
    let rows = empty.table.rows.iter().map(|(name, _)| name.clone());
    let blocks = empty.beside.iter().map(|block| block.name.clone());
    rows.chain(blocks).collect()
}

/// The columns of a row, or the counts of a block.
pub fn names<'a>(table: &TableForm, row: &'a str) -> impl Iterator<Item = String> + use<'a> {
    let empty = Figures::empty(table);
    let has_row = empty.table.rows.iter().any(|(name, _)| name == row);
    let columns = empty.table.columns.into_iter().filter(move |_| has_row);
    let blocks = empty.beside.into_iter();
    let counts = blocks.filter(move |block| block.name == row);
    let counts = counts.flat_map(|block| block.counts.into_iter().map(|(name, _)| name));
    columns.chain(counts)
}

fn figure(figures: &Figures, of: Cell<'_>) -> Option<u32> {
    let beside = || figures.count(of.row, of.column);
    figures.table.figure(of.row, of.column).or_else(beside)
}

/// What the table would have if it counted one member alone: that is what he adds to it.
fn alone(table: &TableForm, person: Person<'_>, of: Cell<'_>) -> u32 {
    let figures = Figures::counted(table, std::iter::once(person));
    figure(&figures, of).unwrap_or_default()
}
