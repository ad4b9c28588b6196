//! How people call the cells of a form: by row and head, not by the name of the cell.

use super::catalogue::Form;
use super::cells::{self, GROUPS, NAME, ROWS, UNITS, leaves};
use super::declaration::{Column, Format, Scope};
use crate::check::Called;
use crate::model::node::Span;

impl Form {
    /// How a cell is called.
    pub fn called(&self, cell: &str) -> Called {
        if cell.is_empty() {
            return Called::default();
        }
        if let Some((table, cell)) = self.piece_of(cell) {
            let (id, called) = (table.id(), table.called(cell));
            return Called::new(format!("“{id}”{called}"), format!("“{id}”, {called:#}"));
        }
        let head = |key: &str| {
            let column = self.column(key).map(|column| column.head.clone());
            column.unwrap_or_else(|| key.to_owned())
        };
        match cells::item(cell) {
            Some((GROUPS, index, _)) => Called::new(
                format!("第 {} 组的组名", index + 1),
                format!("name of group {}", index + 1),
            ),
            Some((UNITS, index, key)) => {
                let unit = index + 1;
                let head = match key {
                    NAME => "名称",
                    key => self.leaf(key).map_or(key, |column| self.head_of(column)),
                };
                Called::new(
                    format!("第 {unit} 个组织“{head}”栏"),
                    format!("organisation {unit}, “{head}”"),
                )
            }
            Some((ROWS, index, key)) => {
                let (row, head) = (index + 1, head(key));
                Called::new(
                    format!("第 {row} 行“{head}”栏"),
                    format!("row {row}, “{head}”"),
                )
            }
            Some((list, index, key)) => {
                let item = index + 1;
                Called::new(
                    format!("“{list}”第 {item} 项“{key}”栏"),
                    format!("item {item} of “{list}”, “{key}”"),
                )
            }
            None => match self.figure(cell) {
                Some((row, column)) => {
                    let head = self.head_of(column);
                    Called::new(
                        format!("“{row}”一行“{head}”栏"),
                        format!("row “{row}”, “{head}”"),
                    )
                }
                None => Called::new(format!("“{cell}”栏"), format!("“{cell}”")),
            },
        }
    }

    /// The column, or the leaf of a header tree, that a cell stands in.
    pub fn column_of(&self, cell: &str) -> Option<&Column> {
        if let Some((table, cell)) = self.piece_of(cell) {
            return table.column_of(cell);
        }
        match cells::item(cell) {
            Some((UNITS, _, key)) => self.leaf(key),
            Some((_, _, key)) => self.column(key),
            None => self.figure(cell).map(|(_, column)| column),
        }
    }

    /// How a cell shows its value.
    pub fn format_of(&self, cell: &str) -> Option<Format> {
        let mut cells = self.declaration.cells.iter();
        match cells.find(|known| known.name == cell) {
            Some(known) => known.format,
            None => self.column_of(cell)?.format,
        }
    }

    /// Whether it sets a cell letter by letter.
    pub fn has_apart(&self) -> bool {
        let cells = self.declaration.cells.iter().map(|cell| cell.format);
        let columns = self
            .pieces()
            .iter()
            .flat_map(|form| &form.declaration.columns);
        let mut all = cells.chain(columns.map(|column| column.format));
        all.any(|format| format == Some(Format::Apart))
    }

    /// Where the form says of a column or a head what is printed of it.
    pub fn place_of_head(&self, head: &str) -> Option<Span> {
        let is_it = |column: &&Column| column.head.contains(head);
        let pieces = self.pieces().iter();
        let mut nodes = pieces.flat_map(|form| nodes(&form.declaration.columns));
        nodes.find(is_it).map(|column| column.at)
    }

    fn column(&self, key: &str) -> Option<&Column> {
        let mut columns = self.declaration.columns.iter();
        columns.find(|column| column.key.as_deref() == Some(key))
    }

    /// The row and the column of a figure of a cross-table.
    fn figure<'a, 'b>(&'a self, cell: &'b str) -> Option<(&'b str, &'a Column)> {
        let is_table = self.declaration.scope == Scope::Organisation;
        let (row, name) = cell.split_once('.').filter(|_| is_table)?;
        Some((row, self.leaf(name)?))
    }

    /// The leaf of a header tree of this name.
    fn leaf(&self, name: &str) -> Option<&Column> {
        let mut leaves = leaves(&self.declaration.columns).into_iter();
        leaves.find(|leaf| leaf.name.as_deref() == Some(name))
    }

    /// The head of a column; its name where several have one head.
    fn head_of<'a>(&self, column: &'a Column) -> &'a str {
        let leaves = leaves(&self.declaration.columns).into_iter();
        let same = leaves.filter(|leaf| leaf.head == column.head).count();
        match &column.name {
            Some(name) if same > 1 => name,
            _ => &column.head,
        }
    }
}

/// All nodes of a header tree.
fn nodes(columns: &[Column]) -> Vec<&Column> {
    let nodes = columns.iter();
    nodes
        .flat_map(|column| [vec![column], self::nodes(&column.children)].concat())
        .collect()
}
