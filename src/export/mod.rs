//! Sheets for others: registers and cross-tables as they look on paper, from the same
//! declaration and the same view, and rosters in the columns that others ask for.

mod crosstable;
mod csv;
mod grid;
mod profile;
mod register;
mod xlsx;

pub use grid::Grid;
pub use profile::{PROFILES, Profile};

use crate::forms::source::FormSource;
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

/// The sheet of a form for a unit; none for cards and documents, and where a day is missing.
pub fn of_form(from: Source<'_>, form: &Form, unit: UnitId) -> Option<Grid> {
    let declared = load::parse(std::str::from_utf8(&form.json).ok()?).ok()?;
    let source = <FormSource as Document>::read(&declared, &mut Vec::new());
    let view = View::of(from, form, unit, None)?;
    match form.declaration.scope {
        _ if !has_sheets(form) => None,
        Scope::Member | Scope::Round => None,
        _ if form.declaration.points.is_some() => Some(register::grid(form, &source, &view)),
        Scope::Branch => Some(register::grid(form, &source, &view)),
        Scope::Organisation => Some(crosstable::grid(form, &source, &view)),
    }
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

    /// The bytes of a sheet: the same for the same.
    ///
    /// # Errors
    /// Where the writer refuses.
    pub fn bytes(self, grid: &Grid) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Xlsx => xlsx::bytes(grid).map_err(std::io::Error::other),
            Self::Csv => csv::bytes(grid, true),
            Self::PlainCsv => csv::bytes(grid, false),
        }
    }
}
