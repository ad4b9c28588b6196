//! The sheet of a cross-table.

use super::beside::{foot, head, reconciled, without};
use super::grid::{Column, Grid, Head, Line};
use super::headtree::{cells, columns, depth, upright};
use super::heights::of_heads;
use super::register::{SIZE, width as given};
use super::room::{POINTS, ems, widest_number, width};
use super::widths::level;
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
/// Rows of groups, which fill one page, are no lower and no higher.
const LOWEST: f64 = 6.0;
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
    let (size, widths) = widths(form, source, &lines, &leaves, is_numbered);
    let corner = source.corner.iter().map(|word| word.text.clone());
    let corner: Option<[String; 2]> = corner.collect::<Vec<_>>().try_into().ok();
    let first = corner
        .as_ref()
        .map_or(ROW_NAMES, |[_, rows]| rows)
        .to_owned();
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
    grid.is_one_page = !of_units(form);
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

/// Whether it has a line for each organisation: then it goes on to further pages.
fn of_units(form: &Form) -> bool {
    let rows = form.declaration.rows.as_ref();
    rows.is_some_and(|rows| rows.of_units)
}

/// The least height of a row: on paper the rows of groups fill the page.
fn least(form: &Form, grid: &Grid, rows: usize) -> f64 {
    let heads = grid.head_rows.iter().sum::<f64>() / POINTS;
    let left = form.declaration.paper.area().1 - AROUND - heads;
    let share = (left / rows.max(1) as f64).clamp(LOWEST, HIGHEST);
    POINTS * if of_units(form) { ROW } else { share }
}

/// The size of the type, and the widths of all columns in millimetres.
fn widths(
    form: &Form,
    source: &FormSource,
    rows: &[Line],
    leaves: &[&ColumnSource],
    is_numbered: bool,
) -> (f64, Vec<f64>) {
    let all = form.declaration.paper.area().0;
    let number = is_numbered.then_some(NUMBER);
    let names = |size: f64| names_width(source, rows, size);
    let room = |size: f64| all - names(size) - number.unwrap_or(0.0);
    let known: f64 = leaves.iter().filter_map(|leaf| given(leaf)).sum();
    let open = leaves.iter().filter(|leaf| given(leaf).is_none()).count();
    let narrowest = leaves.iter().filter_map(|leaf| given(leaf));
    let narrowest = narrowest.fold(f64::MAX, f64::min);
    let is_tight = |size: f64| match open {
        0 => narrowest * room(size) / known < NARROW,
        open => narrowest.min((room(size) - known) / open as f64) < NARROW,
    };
    let size = if is_tight(SIZE) { SMALL } else { SIZE };
    let left = room(size);
    let skip = usize::from(is_numbered);
    // Heads that lie are not broken where there is room for that.
    let needs = |most: f64| -> Vec<(Option<f64>, f64)> {
        let leaves = leaves.iter().enumerate();
        let needs = leaves.map(|(at, leaf)| (given(leaf), need(rows, at + skip, leaf, size, most)));
        needs.collect()
    };
    let shared = |needs: &[(Option<f64>, f64)]| -> Vec<f64> {
        let shared = needs.iter().filter(|(given, _)| given.is_none());
        shared.map(|(_, need)| *need).collect()
    };
    let mosts = [f64::MAX, BROKEN].map(|most| if size < SIZE { 0.0 } else { most });
    let fits = |needs: &Vec<(Option<f64>, f64)>| shared(needs).iter().sum::<f64>() <= left - known;
    let whole = Some(needs(mosts[0])).filter(fits);
    let needs = whole.unwrap_or_else(|| needs(mosts[1]));
    // Where all are given they fill the page.
    let scale = if open == 0 { left / known } else { 1.0 };
    let mut shares = level(&shared(&needs), left - known).into_iter();
    let widths = needs.into_iter().map(|(given, need)| match given {
        Some(width) => (width * scale).max(need),
        None => shares.next().unwrap_or(need),
    });
    let first = std::iter::once(names(size)).chain(number);
    (size, first.chain(widths).collect())
}

/// Where there is little room, so many em of a head stay together.
const BROKEN: f64 = 4.0;

/// What a column needs for its figures, and for its head, of which so many em stay together.
fn need(rows: &[Line], at: usize, leaf: &ColumnSource, size: f64, most: f64) -> f64 {
    let figures = rows.iter().filter_map(|row| match row {
        Line::Figures(_, figures) => figures.get(at),
        _ => None,
    });
    let figures = figures.map(|text| ems(text)).fold(0.0, f64::max);
    let head = leaf
        .node_head
        .as_ref()
        .map_or("", |head| head.text.as_str());
    let longest = head.split('\n').map(ems).fold(0.0, f64::max).min(most);
    width(figures.max(longest).max(widest_number(head)), size).max(LEAST)
}

/// The width of the names of rows, and of the corner, whose words stand beside each other.
fn names_width(source: &FormSource, rows: &[Line], size: f64) -> f64 {
    let names = rows.iter().filter_map(|row| match row {
        Line::Figures(name, _) => Some(ems(name)),
        _ => None,
    });
    let per_line = names.map(|wide| (wide / (wide / NAME_LINE).ceil().max(1.0)).ceil());
    let corner = source
        .corner
        .iter()
        .map(|word| ems(&word.text) + 0.75)
        .sum();
    let most = per_line.fold(4.0, f64::max).max(corner);
    width(most, size).min(NAMES)
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
