//! The sheet of a cross-table: its tree of heads laid out as the layout does
//! (`layouts/lib/headtree.typ`).

use super::grid::{Grid, Head, Line};
use super::register::{pairs, width, without};
use crate::forms::cells::{NAME, UNITS};
use crate::forms::source::{ColumnSource, FormSource};
use crate::forms::{Form, Paper, View};
use crate::model::value::Given as _;

/// The sheet of a cross-table.
pub fn grid(form: &Form, source: &FormSource, view: &View) -> Grid {
    let nodes = &source.columns;
    let depth = nodes.iter().map(depth_of).max().unwrap_or(1);
    let columns = ColumnSource::nodes(nodes);
    let columns: Vec<&ColumnSource> = columns.into_iter().filter(|node| is_column(node)).collect();
    let names: Vec<&str> = columns
        .iter()
        .filter_map(|column| name_of(column))
        .collect();
    let rows = source.rows.as_ref();
    let is_numbered = rows.is_some_and(|rows| rows.numbered.given() == Some(&true));
    let before = 1 + u16::from(is_numbered);
    let mut heads = Vec::new();
    if is_numbered {
        let text = "行次".to_owned();
        heads.push(Head {
            at: (0, 1),
            size: (depth, 1),
            text,
            ..Head::default()
        });
    }
    cells(nodes, depth, (0, before), &mut heads);
    let is_tight = names.len() > FEW;
    for head in &mut heads {
        let stands = is_tight && head.size.1 == 1 && !head.text.contains('\n');
        head.is_vertical = stands && head.text.chars().count() > 2;
    }
    let cell = |name: String| view.cells.get(&name).cloned().unwrap_or_default();
    let mut lines = Vec::new();
    if source.numbered.given() == Some(&true) {
        let signs = SIGNS
            .iter()
            .take(before.into())
            .map(|&sign| sign.to_owned());
        let numbers = (1..=names.len()).map(|number| number.to_string());
        lines.push(Line::Texts(signs.chain(numbers).collect()));
    }
    for (number, (name, key)) in (1..).zip(rows_of(form, source, view)) {
        let figures = names.iter().map(|column| cell(format!("{key}.{column}")));
        let number = is_numbered.then(|| format!("{number}"));
        lines.push(Line::Figures(
            name,
            number.into_iter().chain(figures).collect(),
        ));
    }
    let corner = |at: usize| {
        source
            .corner
            .get(at)
            .map(|word| word.text.clone())
            .unwrap_or_default()
    };
    let usual = if is_tight { TIGHT } else { WIDE };
    let mut widths = vec![ROWS];
    widths.extend(is_numbered.then_some(TIGHT));
    widths.extend(columns.iter().map(|column| width(column).unwrap_or(usual)));
    let mut below = beside(form, view);
    below.extend(without(view));
    below.extend(pairs(form.declaration.foot.iter(), view));
    let number = is_numbered.then_some("行次");
    Grid {
        name: form.id().to_owned(),
        title: form.declaration.title.clone(),
        above: pairs(form.declaration.head.iter(), view),
        corner: Some([corner(0), corner(1)]),
        heads,
        head_rows: depth,
        names: std::iter::once(corner(1))
            .chain(number.into_iter().chain(names).map(str::to_owned))
            .collect(),
        widths,
        rows: lines,
        below,
        is_landscape: form.declaration.paper == Paper::Landscape,
    }
}

/// What the first columns are numbered by.
const SIGNS: [&str; 2] = ["甲", "乙"];

/// The rows from the top: what each is called, and what its cells are called by.
fn rows_of(form: &Form, source: &FormSource, view: &View) -> Vec<(String, String)> {
    let Some(rows) = &form.declaration.rows else {
        return Vec::new();
    };
    let mut names: Vec<(String, String)> = match rows.of_units {
        true => (0..view.counts.get(UNITS).copied().unwrap_or(0))
            .map(|at| format!("{UNITS}[{at}]"))
            .map(|key| {
                (
                    view.cells
                        .get(&format!("{key}.{NAME}"))
                        .cloned()
                        .unwrap_or_default(),
                    key,
                )
            })
            .collect(),
        false => rows
            .groups
            .iter()
            .map(|group| (group.name.clone(), group.name.clone()))
            .collect(),
    };
    let declared = source.rows.as_ref();
    let is_first = declared.is_some_and(|rows| rows.total_first.given() == Some(&true));
    let at = if is_first { 0 } else { names.len() };
    names.insert(at, (rows.total.clone(), rows.total.clone()));
    names
}

/// Tables of more columns have their heads upright.
const FEW: usize = 20;
/// Widths in millimetres: of the names of rows, and of columns.
const ROWS: f64 = 38.0;
const TIGHT: f64 = 8.0;
const WIDE: f64 = 15.0;

/// The lines that account for what a table counts beside it.
fn beside(form: &Form, view: &View) -> Vec<String> {
    let cell = |name: &str| view.cells.get(name).filter(|text| !text.is_empty());
    let blocks = form.declaration.beside.iter();
    let lines = blocks.flat_map(|block| match block.equal {
        Some(_) => vec![cell(&block.name).cloned()],
        None => {
            let counts = block.counts.iter().map(|(name, _)| {
                let count = cell(&format!("{}.{name}", block.name))?;
                Some(format!("{}：{name}{count}人。", block.name))
            });
            counts.collect()
        }
    });
    lines.flatten().collect()
}

fn name_of(node: &ColumnSource) -> Option<&str> {
    Some(node.name.as_ref()?.text.as_str())
}

fn is_column(node: &ColumnSource) -> bool {
    node.name.is_some()
}

fn width_of(node: &ColumnSource) -> u16 {
    u16::from(is_column(node)) + node.children.iter().map(width_of).sum::<u16>()
}

fn depth_of(node: &ColumnSource) -> u32 {
    1 + node.children.iter().map(depth_of).max().unwrap_or(0)
}

/// The heads of nodes from a row and a column on. Plain columns stand in the last row
/// together; a head that is a column has those below it beside itself, one row lower.
fn cells(nodes: &[ColumnSource], rows: u32, (row, mut column): (u32, u16), heads: &mut Vec<Head>) {
    for node in nodes {
        let below = &node.children[..];
        let text = node.node_head.as_ref().map(|head| head.text.clone());
        let (width, text) = (width_of(node), text.unwrap_or_default());
        let mut head = |at, size, text: String, is_open| {
            heads.push(Head {
                at,
                size,
                text,
                is_vertical: false,
                is_open,
            });
        };
        if is_column(node) {
            head((row, column), (rows - row, 1), text, false);
            if !below.is_empty() {
                head((row, column + 1), (1, width - 1), String::new(), true);
                cells(below, rows, (row + 1, column + 1), heads);
            }
        } else {
            let is_leaf = |node: &ColumnSource| is_column(node) && node.children.is_empty();
            let height = if below.iter().all(is_leaf) {
                rows - 1 - row
            } else {
                1
            };
            head((row, column), (height, width), text, false);
            cells(below, rows, (row + height, column), heads);
        }
        column += width;
    }
}
