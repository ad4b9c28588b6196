//! Sheets for others: registers and cross-tables as they look on paper, from the same
//! declaration and the same view, and rosters in the columns that others ask for.

mod beside;
mod crosstable;
mod csv;
mod grid;
mod guard;
mod headtree;
mod heights;
mod look;
mod names;
mod page;
mod profile;
mod register;
mod room;
mod spans;
mod unwritable;
mod widths;
mod words;
mod xlsx;

pub use grid::Grid;
pub use profile::{PROFILES, Profile};
pub use unwritable::{MOST, Unwritable};

use crate::forms::source::FormSource;
use crate::forms::table_source::TableSource;
use crate::forms::{Form, Scope, View};
use crate::load;
use crate::model::handle::UnitId;
use crate::model::numbered::Document;
use crate::tabulate::Source;

/// Whether a form is made of rows and columns.
pub fn has_sheets(form: &Form) -> bool {
    let declaration = &form.declaration;
    let is_grid = matches!(declaration.scope, Scope::Branch | Scope::Organisation);
    is_grid && declaration.prose.is_none()
}

/// The sheet of a form for a unit, or of one of its tables; none for cards and documents,
/// and where a day is missing.
pub fn of_form(from: Source<'_>, (form, table): (&Form, &Form), unit: UnitId) -> Option<Grid> {
    let declared = load::parse(std::str::from_utf8(&form.json).ok()?).ok()?;
    let mut source = <FormSource as Document>::read(&declared, &mut Vec::new());
    let mut own = source.tables.iter();
    let is_it = |of: &&TableSource| of.id.as_ref().is_some_and(|id| id.text == table.id());
    if let Some(own) = own.find(is_it) {
        source = own.alone(&source);
    }
    let view = View::of(from, table, unit, None)?;
    let mut grid = match table.declaration.scope {
        _ if !has_sheets(table) => return None,
        Scope::Member | Scope::Round => return None,
        _ if table.declaration.points.is_some() => register::grid(table, &source, &view),
        Scope::Branch => register::grid(table, &source, &view),
        Scope::Organisation => crosstable::grid(table, &source, &view),
    };
    grid.number = form.id().to_owned();
    if !form.tables.is_empty() {
        // What stands above and below all tables; between them what is beside each.
        let around = View::around(from, form, unit)?;
        let own = beside::supplement(table, &view);
        let notes = usize::from(source.remark.is_some());
        grid.below.splice(notes..notes, own);
        grid.above = beside::head(form, &around);
        grid.foot = beside::foot(form, &around);
        grid.own_title = std::mem::replace(&mut grid.title, form.declaration.title.clone());
    }
    Some(grid)
}

/// How a sheet is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// As a workbook.
    Xlsx,
    /// As text, for Excel and WPS.
    Csv,
    /// As text, for programs: without a byte order mark, with LF.
    PlainCsv,
}

impl Written {
    /// The ending of its file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv | Self::PlainCsv => "csv",
        }
    }

    /// Whether one file holds several sheets.
    pub fn holds_several(self) -> bool {
        self == Self::Xlsx
    }

    /// The bytes of sheets, one or, where it holds them, several: the same for the same.
    ///
    /// # Errors
    /// Where a text has no room in a cell, or the writer refuses.
    pub fn bytes(self, grids: &[Grid]) -> Result<Vec<u8>, Unwritable> {
        let Some(first) = grids.first() else {
            return Ok(Vec::new());
        };
        Ok(match self {
            Self::Xlsx => match grids.iter().find_map(unwritable::too_long) {
                Some(unwritable) => return Err(unwritable),
                None => xlsx::bytes(grids).map_err(std::io::Error::other)?,
            },
            Self::Csv => csv::bytes(first, true)?,
            Self::PlainCsv => csv::bytes(first, false)?,
        })
    }
}
