//! The sheet of a register.

use super::grid::{Grid, Head, Line};
use crate::forms::cells::{GROUP, GROUPS, ROWS, WITHOUT};
use crate::forms::source::{ColumnSource, FormSource};
use crate::forms::{Form, Paper, View};

/// The sheet of a register.
pub fn grid(form: &Form, source: &FormSource, view: &View) -> Grid {
    let columns = &source.columns;
    let head = |column: &ColumnSource| {
        let head = column.head.as_ref();
        head.map(|head| head.text.clone()).unwrap_or_default()
    };
    let key = |column: &ColumnSource| match &column.key {
        Some(key) => key.text.clone(),
        None => head(column).replace('\n', ""),
    };
    let cell = |name: &str| view.cells.get(name).cloned().unwrap_or_default();
    let mut rows = Vec::new();
    for row in 0..view.counts.get(ROWS).copied().unwrap_or(0) {
        if let Some(group) = view.groups.iter().position(|first| *first == row) {
            rows.push(Line::Group(cell(&format!("{GROUPS}[{group}].{GROUP}"))));
        }
        let texts = columns
            .iter()
            .map(|column| cell(&format!("{ROWS}[{row}].{}", key(column))));
        rows.push(Line::Texts(texts.collect()));
    }
    let heads = columns.iter().zip(0..).map(|(column, at)| Head {
        at: (0, at),
        size: (1, 1),
        text: head(column),
        ..Head::default()
    });
    let mut below = pairs(form.declaration.foot.iter(), view);
    below.extend(source.remark.as_ref().map(|remark| remark.text.clone()));
    below.extend(without(view));
    Grid {
        name: form.id().to_owned(),
        title: form.declaration.title.clone(),
        above: pairs(form.declaration.head.iter(), view),
        heads: heads.collect(),
        head_rows: 1,
        names: columns
            .iter()
            .map(|column| head(column).replace('\n', ""))
            .collect(),
        widths: columns
            .iter()
            .map(|column| width(column).unwrap_or(DEFAULT))
            .collect(),
        rows,
        below,
        is_landscape: form.declaration.paper == Paper::Landscape,
        ..Grid::default()
    }
}

/// What stands beside a table, with its names.
pub fn pairs<'a>(names: impl Iterator<Item = &'a String>, view: &View) -> Vec<String> {
    let text = |name: &String| view.cells.get(name).cloned().unwrap_or_default();
    names
        .map(|name| format!("{name}：{}", text(name)))
        .collect()
}

/// The line that names the organisations of which nobody is in a list or table.
pub fn without(view: &View) -> Option<String> {
    let text = view.cells.get(WITHOUT).filter(|text| !text.is_empty());
    text.cloned()
}

/// The width that a column says it has, in millimetres.
pub fn width(column: &ColumnSource) -> Option<f64> {
    column.width.as_ref()?.text.parse().ok()
}

/// The width of a column that says none.
const DEFAULT: f64 = 20.0;
