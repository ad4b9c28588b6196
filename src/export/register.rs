//! The sheet of a register.

use serde_json::Value;

use super::grid::{Grid, Head, Line};
use crate::forms::{Form, Paper, View};

/// The sheet of a register.
pub fn grid(form: &Form, json: &Value, view: &View) -> Grid {
    let columns = json["列"].as_array().map(Vec::as_slice).unwrap_or_default();
    let head = |column: &Value| text(&column["表头"]);
    let key = |column: &Value| match column["键"].as_str() {
        Some(key) => key.to_owned(),
        None => head(column).replace('\n', ""),
    };
    let cell = |name: &str| view.cells.get(name).cloned().unwrap_or_default();
    let mut rows = Vec::new();
    for row in 0..view.counts.get("行").copied().unwrap_or(0) {
        if let Some(group) = view.groups.iter().position(|first| *first == row) {
            rows.push(Line::Group(cell(&format!("组[{group}].名"))));
        }
        let texts = columns
            .iter()
            .map(|column| cell(&format!("行[{row}].{}", key(column))));
        rows.push(Line::Texts(texts.collect()));
    }
    let heads = columns.iter().zip(0..).map(|(column, at)| Head {
        at: (0, at),
        size: (1, 1),
        text: head(column),
        ..Head::default()
    });
    let mut below = pairs(form.declaration.foot.iter(), view);
    below.extend(json["表注"].as_str().map(str::to_owned));
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
        widths: columns.iter().map(|column| width(&column["宽"])).collect(),
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

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn width(value: &Value) -> f64 {
    let text = value.as_str().and_then(|text| text.parse().ok());
    value.as_f64().or(text).unwrap_or(DEFAULT)
}

/// The width of a column that says none.
const DEFAULT: f64 = 20.0;
