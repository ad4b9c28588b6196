//! Rows that are about nobody, and rows that only go on with the one above.

use super::draft::{ID, NAME};
use super::heads::Head;
use super::sheet::{Content, Row, Sheet};
use super::texts::{closed, name_in};
use super::values::shown;
use crate::model::id_number::IdNumber;
use crate::model::value::Scalar as _;

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
        let head = columns.find(|head| head.purpose.is_key(route));
        head.map(|head| head.column)
    };
    let (name, id) = (column(NAME), column(ID));
    let is_of_person = |column: u32| Some(column) == name || Some(column) == id;
    let is_alone = matches!(row.cells[..], [(column, _)] if !is_of_person(column));
    let said = |column: Option<u32>| Some(closed(&shown(row.get(column?)?)));
    // A name, or a number that can be right, makes it that of a person.
    let is_name = said(name).is_some_and(|name| name_in(&name).is_none() && !is_total(&name));
    let is_id = said(id).is_some_and(|id| IdNumber::read(&id).is_ok());
    let is_label = |(_, content): &(u32, Content)| {
        let said = shown(content);
        is_total(&said) || is_blank(&said)
    };
    let is_foot = !is_name && !is_id && row.cells.iter().any(is_label);
    if is_alone || is_foot || is_wide(row) {
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

/// Whether a text is the head of a sum.
fn is_total(text: &str) -> bool {
    const TOTALS: [&str; 6] = ["合计", "小计", "总计", "共计", "累计", "合计人数"];
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let head = text.split(['：', ':']).next().unwrap_or_default();
    TOTALS.contains(&head)
}

/// Whether a text is a label with room behind it, as those who sign have: `填表人：`.
fn is_blank(text: &str) -> bool {
    let label = text
        .trim()
        .split_once(['：', ':'])
        .map(|(label, _)| label.trim());
    label.is_some_and(|label| {
        let is_han = label
            .chars()
            .all(|c| !c.is_ascii() && c.is_alphabetic() || c.is_whitespace());
        is_han && (2..=8).contains(&label.chars().count())
    })
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

/// What is said above heads, from the nearest row, and the name of the sheet.
pub fn above(sheet: &Sheet, heads: usize) -> Vec<String> {
    let rows = sheet.rows[..heads].iter().rev();
    let titles = rows
        .filter(|row| is_wide(row) || row.cells.len() < 3)
        .map(text);
    titles.chain([sheet.name.clone()]).collect()
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
