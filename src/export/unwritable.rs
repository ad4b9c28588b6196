//! What no workbook can hold.

use std::io;

use super::grid::{Grid, Line};

/// Why a sheet is not written.
#[derive(Debug)]
pub enum Unwritable {
    /// The text of a cell is longer than any program for sheets takes.
    TooLong {
        /// The row, by the name in it, else by its first text; the line, above or below
        /// the table, by its beginning.
        row: String,
        /// The column; none above and below the table.
        column: Option<String>,
    },
    /// The writer refuses.
    Refused(io::Error),
}

impl From<io::Error> for Unwritable {
    fn from(error: io::Error) -> Self {
        Self::Refused(error)
    }
}

/// So many units of UTF-16 have room in a cell.
pub const MOST: usize = 32_767;

/// The column whose texts name the rows.
const NAME: &str = "姓名";
/// So much of a line shows which is meant.
const BEGINNING: usize = 12;

/// The first text of a sheet that is too long.
pub fn too_long(grid: &Grid) -> Option<Unwritable> {
    let named = grid.columns.iter().position(|column| column.name == NAME);
    let in_row = |texts: &[String], before: Option<&String>| {
        let at = texts.iter().position(|text| is_too_long(text))?;
        let row = before.or_else(|| texts.get(named.unwrap_or(0)));
        let column = grid.columns.get(at + usize::from(before.is_some()));
        Some(Unwritable::TooLong {
            row: beginning(row.map_or("", String::as_str)),
            column: column.map(|column| column.name.clone()),
        })
    };
    let mut rows = grid.rows.iter();
    let found = rows.find_map(|row| match row {
        Line::Texts(texts) | Line::Numbers(texts) => in_row(texts, None),
        Line::Figures(name, figures) => {
            in_row(std::slice::from_ref(name), None).or_else(|| in_row(figures, Some(name)))
        }
        Line::Group(text) | Line::Said(text) => of_line(text),
        Line::Empty => None,
    });
    let heads = grid.heads.iter().map(|head| &head.text);
    let beside = grid.above.iter().chain(&grid.foot).map(|one| &one.text);
    let titles = [&grid.title, &grid.own_title].into_iter();
    let mut lines = titles.chain(heads).chain(beside).chain(&grid.below);
    found.or_else(|| lines.find_map(|line| of_line(line)))
}

fn of_line(text: &str) -> Option<Unwritable> {
    is_too_long(text).then(|| Unwritable::TooLong {
        row: beginning(text),
        column: None,
    })
}

fn is_too_long(text: &str) -> bool {
    text.len() > MOST && text.encode_utf16().count() > MOST
}

fn beginning(text: &str) -> String {
    text.chars().take(BEGINNING).collect()
}

#[cfg(test)]
mod tests {
    use super::super::grid::Column;
    use super::*;

    #[test]
    fn the_cell_is_named() {
        let column = |name: &str| Column {
            name: name.to_owned(),
            ..Column::default()
        };
        let long = "长".repeat(MOST + 1);
        let row = |remark: &str| Line::Texts(["1", "张三", remark].map(str::to_owned).to_vec());
        let mut grid = Grid {
            columns: ["序号", "姓名", "备注"].map(column).to_vec(),
            rows: vec![row(&long[3..])],
            ..Grid::default()
        };
        assert!(too_long(&grid).is_none());
        grid.rows.push(row(&long));
        let Some(Unwritable::TooLong { row, column }) = too_long(&grid) else {
            panic!("too long");
        };
        assert_eq!((row.as_str(), column.as_deref()), ("张三", Some("备注")));
    }
}
