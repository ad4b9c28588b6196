//! The sheet of a register.

use super::beside::{foot, head, without};
use super::grid::{Column, Grid, Head, Line};
use super::heights::of_heads;
use super::room::POINTS;
use super::widths::{fit, given};
use super::words::WORDS;
use crate::forms::cells::{GROUP, GROUPS, ROWS};
use crate::forms::points::COUNT;
use crate::forms::source::{ColumnSource, FormSource};
use crate::forms::{Form, Paper, View};
use crate::model::meaning::{Kind, Shape};
use crate::model::member::Member;
use crate::model::numbered::Numbered as _;

/// The size of the type, in points.
pub const SIZE: f64 = 10.5;
/// The height of a row on paper, in millimetres.
const ROW: f64 = 10.095;

/// The sheet of a register.
pub fn grid(form: &Form, source: &FormSource, view: &View) -> Grid {
    let cell = |name: &str| view.cells.get(name).cloned().unwrap_or_default();
    let mut rows = Vec::new();
    for row in 0..view.counts.get(ROWS).copied().unwrap_or(0) {
        if let Some(group) = view.groups.iter().position(|first| *first == row) {
            rows.push(Line::Group(cell(&format!("{GROUPS}[{group}].{GROUP}"))));
        }
        let key = |column| cell(&format!("{ROWS}[{row}].{}", key_of(column)));
        rows.push(Line::Texts(source.columns.iter().map(key).collect()));
    }
    if rows.is_empty() {
        match &source.without_rows {
            Some(said) => rows.push(Line::Said(said.text.clone())),
            None => rows.extend(std::iter::repeat_n(Line::Empty, WORDS.empty)),
        }
    }
    let heads = source.columns.iter().zip(0..).map(|(column, at)| Head {
        at: (0, at),
        size: (1, 1),
        text: head_of(column),
        is_open: false,
    });
    let heads: Vec<Head> = heads.collect();
    let widths: Vec<Option<f64>> = source.columns.iter().map(width).collect();
    let widths = given(&widths, form.declaration.paper.area().0);
    let columns = source.columns.iter().zip(widths);
    let columns = columns.map(|(column, width)| Column {
        name: head_of(column).replace('\n', ""),
        width,
        is_running: is_running(column),
        is_number: is_number(form, column),
    });
    let mut columns: Vec<Column> = columns.collect();
    fit(&mut columns, &heads, &rows, SIZE);
    let remark = source.remark.as_ref().map(|remark| remark.text.clone());
    let mut grid = Grid {
        name: form.id().to_owned(),
        title: form.declaration.title.clone(),
        above: head(form, view),
        heads,
        columns,
        rows,
        least: ROW * POINTS,
        below: remark.into_iter().chain(without(view)).collect(),
        foot: foot(form, view),
        size: SIZE,
        is_landscape: form.declaration.paper == Paper::Landscape,
        ..Grid::default()
    };
    grid.head_rows = of_heads(&grid, 1, ROW * POINTS);
    grid
}

fn head_of(column: &ColumnSource) -> String {
    let head = column.head.as_ref();
    head.map(|head| head.text.clone()).unwrap_or_default()
}

/// What the cells of a column are called: its key, else its head.
fn key_of(column: &ColumnSource) -> String {
    match &column.key {
        Some(key) => key.text.clone(),
        None => head_of(column).replace('\n', ""),
    }
}

/// Remarks and lists of names are running text.
fn is_running(column: &ColumnSource) -> bool {
    let key = key_of(column);
    let last = key.rsplit('.').next();
    matches!(last, Some("备注" | "名单"))
}

/// Sums of money and counts are added up; what only looks like a number is text.
fn is_number(form: &Form, column: &ColumnSource) -> bool {
    let key = key_of(column);
    let shape = column.key.as_ref().and_then(|_| Member::key(&key));
    let is_count = form.declaration.points.is_some() && key == COUNT;
    is_count || shape.is_some_and(|key| key.shape() == Shape::Scalar(Kind::Number))
}

/// The width that a column says it has, in millimetres.
pub fn width(column: &ColumnSource) -> Option<f64> {
    let width = column.width.as_ref()?.text.parse().ok();
    width.filter(|width: &f64| width.is_finite() && *width > 0.0)
}
