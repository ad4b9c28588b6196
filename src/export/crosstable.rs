//! The sheet of a cross-table.

use super::beside::{foot, head, reconciled, without};
use super::grid::{Column, Grid, Head, Line};
use super::headtree::{cells, columns, depth, upright};
use super::heights::of_heads;
use super::register::{SIZE, width as given};
use super::room::{POINTS, ems, widest_number, width};
use super::widths::{area, level};
use super::words::WORDS;
use crate::forms::cells::{NAME, UNITS};
use crate::forms::source::{ColumnSource, FormSource};
use crate::forms::{Form, Paper, View};
use crate::model::value::Given as _;

/// Columns are narrow that are less wide, in millimetres: then heads stand upright.
const NARROW: f64 = 9.0;
/// The size of the type where columns are narrow, in points.
const SMALL: f64 = 9.0;
/// The least width of a narrow column, and that of the numbers of lines, in millimetres.
const LEAST: f64 = 5.0;
const NUMBER: f64 = 8.0;
/// Names of rows are no longer than so many characters on a line, those of organisations
/// no wider than so many millimetres.
const NAME_LINE: f64 = 14.0;
const NAMES: f64 = 45.0;
/// The height of the first row of heads, of all heads, and of a row, in millimetres: the
/// words of the corner stand clear of its diagonal.
const HEAD: f64 = 5.5;
const HEADS: f64 = 15.0;
const ROW: f64 = 8.0;
/// No row is made higher so that the page is full.
const HIGHEST: f64 = 12.0;
/// What stands above and below the table on the page, in millimetres.
const AROUND: f64 = 48.0;
/// What the first column is called where no corner says it.
const ROW_NAMES: &str = "名称";

/// The sheet of a cross-table.
pub fn grid(form: &Form, source: &FormSource, view: &View) -> Grid {
    let leaves = columns(&source.columns);
    let rows = rows_of(form, source, view);
    let declared = source.rows.as_ref();
    let is_numbered = declared.is_some_and(|rows| rows.numbered.given() == Some(&true));
    let lines = lines_of(source, view, &rows, &leaves, is_numbered);
    let (size, widths) = widths(form, &lines, &leaves, is_numbered);
    let corner = source.corner.iter().map(|word| word.text.clone());
    let corner: Option<[String; 2]> = corner.collect::<Vec<_>>().try_into().ok();
    let first = corner.as_ref().map_or(ROW_NAMES, |[_, rows]| rows).to_owned();
    let number = is_numbered.then_some(WORDS.line.as_str());
    let names = std::iter::once(first.as_str()).chain(number);
    let names = names.chain(leaves.iter().filter_map(|leaf| name_of(leaf)));
    let columns = names.zip(widths).map(|(name, width)| Column {
        name: name.to_owned(),
        width,
        ..Column::default()
    });
    let mut grid = Grid {
        name: form.id().to_owned(),
        title: form.declaration.title.clone(),
        above: head(form, view),
        corner,
        columns: columns.collect(),
        rows: lines,
        below: reconciled(form, view)
            .into_iter()
            .chain(without(view))
            .collect(),
        foot: foot(form, view),
        size,
        is_landscape: form.declaration.paper == Paper::Landscape,
        ..Grid::default()
    };
    add_heads(&mut grid, source, is_numbered);
    grid.least = least(form, &grid, rows.len());
    grid
}

fn add_heads(grid: &mut Grid, source: &FormSource, is_numbered: bool) {
    let depth = depth(&source.columns);
    if is_numbered {
        grid.heads.push(Head {
            at: (0, 1),
            size: (depth, 1),
            text: WORDS.line.clone(),
            is_open: false,
        });
    }
    let before = 1 + u16::from(is_numbered);
    cells(&source.columns, depth, (0, before), &mut grid.heads);
    let is_tight = grid.size < SIZE;
    for at in 0..grid.heads.len() {
        let Head {
            at: (_, column),
            size: (_, columns),
            ref text,
            ..
        } = grid.heads[at];
        let is_narrow = grid.width(column, columns) < NARROW && !text.contains('\n');
        if is_tight && is_narrow && column >= before {
            grid.heads[at].text = upright(text);
        }
    }
    grid.head_rows = of_heads(grid, depth, HEAD * POINTS);
    let lack = HEADS * POINTS - grid.head_rows.iter().sum::<f64>();
    if let Some(last) = grid.head_rows.last_mut().filter(|_| lack > 0.0) {
        *last += lack;
    }
}

/// The least height of a row: on paper the rows of groups fill the page.
fn least(form: &Form, grid: &Grid, rows: usize) -> f64 {
    let of_units = form.declaration.rows.as_ref().is_some_and(|it| it.of_units);
    let heads = grid.head_rows.iter().sum::<f64>() / POINTS;
    let left = area(form.declaration.paper).1 - AROUND - heads;
    let share = if of_units {
        ROW
    } else {
        left / rows.max(1) as f64
    };
    share.clamp(ROW, HIGHEST) * POINTS
}

/// The size of the type, and the widths of all columns in millimetres.
fn widths(
    form: &Form,
    rows: &[Line],
    leaves: &[&ColumnSource],
    is_numbered: bool,
) -> (f64, Vec<f64>) {
    let all = area(form.declaration.paper).0;
    let number = is_numbered.then_some(NUMBER);
    let names = |size: f64| {
        let names = rows.iter().filter_map(|row| match row {
            Line::Figures(name, _) => Some(ems(name)),
            _ => None,
        });
        let per_line = names.map(|wide| wide / (wide / NAME_LINE).ceil().max(1.0));
        width(per_line.map(f64::ceil).fold(4.0, f64::max), size).min(NAMES)
    };
    let room = |size: f64| all - names(size) - number.unwrap_or(0.0);
    let known: f64 = leaves.iter().filter_map(|leaf| given(leaf)).sum();
    let open = leaves.iter().filter(|leaf| given(leaf).is_none()).count();
    let narrowest = leaves
        .iter()
        .filter_map(|leaf| given(leaf))
        .fold(f64::MAX, f64::min);
    let is_tight = |size: f64| match open {
        0 => narrowest * room(size) / known < NARROW,
        open => narrowest.min((room(size) - known) / open as f64) < NARROW,
    };
    let size = if is_tight(SIZE) { SMALL } else { SIZE };
    let left = room(size);
    let skip = usize::from(is_numbered);
    let need = |(at, leaf): (usize, &&ColumnSource)| {
        let figures = rows.iter().filter_map(|row| match row {
            Line::Figures(_, figures) => figures.get(at + skip),
            _ => None,
        });
        let figures = figures.map(|text| ems(text)).fold(0.0, f64::max);
        let head = leaf
            .node_head
            .as_ref()
            .map_or("", |head| head.text.as_str());
        let longest = head.split('\n').map(ems).fold(0.0, f64::max);
        let whole = if size < SIZE { 0.0 } else { longest.min(4.0) };
        width(figures.max(whole).max(widest_number(head)), size).max(LEAST)
    };
    let needs: Vec<(Option<f64>, f64)> = leaves
        .iter()
        .enumerate()
        .map(|(at, leaf)| (given(leaf), need((at, leaf))))
        .collect();
    let shared = needs.iter().filter(|(given, _)| given.is_none());
    let shared: Vec<f64> = shared.map(|(_, need)| *need).collect();
    // Where all are given they fill the page.
    let scale = if open == 0 { left / known } else { 1.0 };
    let mut shares = level(&shared, left - known).into_iter();
    let widths = needs.into_iter().map(|(given, need)| match given {
        Some(width) => (width * scale).max(need),
        None => shares.next().unwrap_or(need),
    });
    let first = std::iter::once(names(size)).chain(number);
    (size, first.chain(widths).collect())
}

fn lines_of(
    source: &FormSource,
    view: &View,
    rows: &[(String, String)],
    leaves: &[&ColumnSource],
    is_numbered: bool,
) -> Vec<Line> {
    let names: Vec<&str> = leaves.iter().filter_map(|leaf| name_of(leaf)).collect();
    let mut lines = Vec::new();
    if source.numbered.given() == Some(&true) {
        let signs = WORDS.signs.iter().take(1 + usize::from(is_numbered));
        let numbers = (1..=names.len()).map(|number| number.to_string());
        lines.push(Line::Numbers(signs.cloned().chain(numbers).collect()));
    }
    let cell = |name: String| view.cells.get(&name).cloned().unwrap_or_default();
    for (number, (name, key)) in (1..).zip(rows) {
        let figures = names.iter().map(|column| cell(format!("{key}.{column}")));
        let number = is_numbered.then(|| format!("{number}"));
        let figures = number.into_iter().chain(figures).collect();
        lines.push(Line::Figures(name.clone(), figures));
    }
    lines
}

/// The rows from the top: what each is called, and what its cells are called by.
fn rows_of(form: &Form, source: &FormSource, view: &View) -> Vec<(String, String)> {
    let Some(rows) = &form.declaration.rows else {
        return Vec::new();
    };
    let mut names: Vec<(String, String)> = match rows.of_units {
        true => (0..view.counts.get(UNITS).copied().unwrap_or(0))
            .map(|at| format!("{UNITS}[{at}]"))
            .map(|key| {
                let name = view.cells.get(&format!("{key}.{NAME}"));
                (name.cloned().unwrap_or_default(), key)
            })
            .collect(),
        false => {
            let groups = rows.groups.iter();
            groups
                .map(|group| (group.name.clone(), group.name.clone()))
                .collect()
        }
    };
    let declared = source.rows.as_ref();
    let is_first = declared.is_some_and(|rows| rows.total_first.given() == Some(&true));
    let at = if is_first { 0 } else { names.len() };
    names.insert(at, (rows.total.clone(), rows.total.clone()));
    names
}

fn name_of(node: &ColumnSource) -> Option<&str> {
    Some(node.name.as_ref()?.text.as_str())
}
