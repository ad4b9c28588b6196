//! The sheet of a cross-table: its tree of heads laid out as the layout does
//! (`layouts/lib/headtree.typ`).

use serde_json::Value;

use super::grid::{Grid, Head, Line};
use super::register::pairs;
use crate::forms::{Form, View};

/// The sheet of a cross-table.
pub fn grid(form: &Form, json: &Value, view: &View) -> Grid {
    let nodes = list(&json["列"]);
    let depth = nodes.iter().map(depth_of).max().unwrap_or(1);
    let mut heads = Vec::new();
    cells(nodes, depth, (0, 1), &mut heads);
    let mut names = Vec::new();
    columns(nodes, &mut names);
    let is_tight = names.len() > FEW;
    for head in &mut heads {
        let stands = is_tight && head.size.1 == 1 && !head.text.contains('\n');
        head.is_vertical = stands && head.text.chars().count() > 2;
    }
    let rows = match &json["行"] {
        Value::Array(rows) => rows.iter().filter_map(Value::as_str).collect(),
        rows => {
            let mut all: Vec<&str> = list(&rows["值"]).iter().filter_map(Value::as_str).collect();
            all.extend(rows["合计"].as_str());
            all
        }
    };
    let cell = |name: String| view.cells.get(&name).cloned().unwrap_or_default();
    let figures = |row: &&str| {
        let figures = names.iter().map(|column| cell(format!("{row}.{column}")));
        Line::Figures((*row).to_owned(), figures.collect())
    };
    let corner = list(&json["角"]);
    let corner = |at: usize| {
        corner
            .get(at)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let mut widths = vec![ROWS];
    widths.extend(names.iter().map(|_| if is_tight { TIGHT } else { WIDE }));
    let mut below = beside(json, view);
    below.extend(pairs(form.declaration.foot.iter(), view));
    Grid {
        name: form.id().to_owned(),
        title: form.declaration.title.clone(),
        above: pairs(form.declaration.head.iter(), view),
        corner: Some([corner(0), corner(1)]),
        heads,
        head_rows: depth,
        names: std::iter::once(corner(1))
            .chain(names.iter().map(|name| (*name).to_owned()))
            .collect(),
        widths,
        rows: rows.iter().map(figures).collect(),
        below,
        is_landscape: true,
    }
}

/// Tables of more columns have their heads upright.
const FEW: usize = 20;
/// Widths in millimetres: of the names of rows, and of columns.
const ROWS: f64 = 38.0;
const TIGHT: f64 = 8.0;
const WIDE: f64 = 15.0;

/// The lines that account for what a table counts beside it.
fn beside(json: &Value, view: &View) -> Vec<String> {
    let counts = json["补充资料"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, _)| {
            let count = view
                .cells
                .get(&format!("补充资料.{name}"))
                .cloned()
                .unwrap_or_default();
            format!("补充资料：{name}{count}人。")
        });
    let sums = view
        .cells
        .get("对账")
        .filter(|text| !text.is_empty())
        .cloned();
    counts.chain(sums).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn is_column(node: &Value) -> bool {
    node["名"].is_string()
}

fn width_of(node: &Value) -> u16 {
    u16::from(is_column(node)) + list(&node["列"]).iter().map(width_of).sum::<u16>()
}

fn depth_of(node: &Value) -> u32 {
    1 + list(&node["列"]).iter().map(depth_of).max().unwrap_or(0)
}

/// The names of the columns, from left to right.
fn columns<'a>(nodes: &'a [Value], names: &mut Vec<&'a str>) {
    for node in nodes {
        names.extend(node["名"].as_str());
        columns(list(&node["列"]), names);
    }
}

/// The heads of nodes from a row and a column on. Plain columns stand in the last row
/// together; a head that is a column has those below it beside itself, one row lower.
fn cells(nodes: &[Value], rows: u32, (row, mut column): (u32, u16), heads: &mut Vec<Head>) {
    for node in nodes {
        let below = list(&node["列"]);
        let (width, text) = (
            width_of(node),
            node["头"].as_str().unwrap_or_default().to_owned(),
        );
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
            let is_leaf = |node: &Value| is_column(node) && list(&node["列"]).is_empty();
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
