//! Rows that are about nobody, and rows that only go on with the one above.

use super::draft::{ID, NAME};
use super::heading::Purpose;
use super::heads::Head;
use super::sheet::{Row, Sheet};
use super::values::shown;

/// What a row below heads is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// That of a person, or of what should be one.
    Person,
    /// About nobody: the name of a group, a total, who filled in the sheet; its text.
    Remark(String),
    /// Name and ID number are merged with those of the row of this number, from 1, and
    /// something else stands in it.
    Continued(u32),
    /// Name and ID number are, and nothing else stands in it.
    Nothing,
}

/// What a row is.
pub fn kind(sheet: &Sheet, at: usize, columns: &[Head]) -> Kind {
    let row = &sheet.rows[at];
    let column = |route: &str| {
        let mut columns = columns.iter();
        let head =
            columns.find(|head| matches!(head.purpose, Purpose::Key(key) if key.route() == route));
        head.map(|head| head.column)
    };
    let (name, id) = (column(NAME), column(ID));
    let is_of_person = |column: u32| Some(column) == name || Some(column) == id;
    let is_alone = matches!(row.cells[..], [(column, _)] if !is_of_person(column));
    if is_alone || is_wide(row) {
        return Kind::Remark(text(row));
    }
    let above = at.checked_sub(1).map(|above| &sheet.rows[above]);
    let is_merged = |column: Option<u32>| {
        let column = column?;
        let is_same = row.get(column).is_some() && above?.get(column) == row.get(column);
        (is_same && row.spread.binary_search(&column).is_ok()).then_some(())
    };
    match (is_merged(name), is_merged(id), above) {
        (Some(()), Some(()), Some(above)) => {
            let mut own = row.cells.iter().map(|(column, _)| column);
            match own.any(|column| row.spread.binary_search(column).is_err()) {
                true => Kind::Continued(first_of(sheet, above, at, name)),
                false => Kind::Nothing,
            }
        }
        _ => Kind::Person,
    }
}

/// The number, from 1, of the first of the rows that a cell is merged over.
fn first_of(sheet: &Sheet, above: &Row, at: usize, name: Option<u32>) -> u32 {
    let mut first = above;
    for row in sheet.rows[..at].iter().rev() {
        first = row;
        if name.is_none_or(|name| row.spread.binary_search(&name).is_err()) {
            break;
        }
    }
    first.number.saturating_add(1)
}

/// Whether each cell of a row is merged with one beside it.
fn is_wide(row: &Row) -> bool {
    let is_spread = |column: u32| {
        let is_filled = row.spread.binary_search(&column).is_ok();
        is_filled && column > 0 && row.get(column) == row.get(column - 1)
    };
    let mut cells = row.cells.iter().map(|(column, _)| *column);
    cells.all(|column| is_spread(column) || is_spread(column + 1))
}

/// What a row says, each text once.
fn text(row: &Row) -> String {
    let mut texts: Vec<String> = row
        .cells
        .iter()
        .map(|(_, content)| shown(content))
        .collect();
    texts.dedup();
    texts.join("　")
}
