//! Figures by row and column names: what a unit hands in, and its checksum.

use std::ops::Range;

use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::figures::Figures;
use super::form::TableForm;
use crate::load::hexadecimal;
use crate::model::figures::{Counts, OTHERS, ReportedTable};

/// Counts that forms had not from the first: where they are 0 they are left out, so that
/// older checksums stay valid.
const LATER: [&str; 1] = ["已出党"];

/// The figures of a unit as it hands them in: the tables of the notice by their ids, those
/// of the workspace's own below 其他表.
pub fn handed_in<'a>(
    tables: impl Iterator<Item = (&'a TableForm, &'a Figures)>,
) -> Map<String, Value> {
    let (mut all, mut others) = (Map::new(), Map::new());
    for (form, figures) in tables {
        let into = if form.is_of_notice {
            &mut all
        } else {
            &mut others
        };
        // What is not whole is not handed in: the unit above would take it for that.
        if !figures.is_missing() && figures.without.is_empty() {
            into.insert(form.id.clone(), named(figures));
        }
    }
    if !others.is_empty() {
        all.insert(OTHERS.to_owned(), Value::Object(others));
    }
    all
}

/// The figures of one form by row and column; cells that stay empty are left
/// out.
fn named(figures: &Figures) -> Value {
    let row = |cells: &[Option<u32>]| -> Value {
        let cells = figures.table.columns.iter().zip(cells);
        let given = cells.filter_map(|(column, cell)| Some((column.clone(), json!((*cell)?))));
        Value::Object(given.collect())
    };
    let rows = figures
        .table
        .rows
        .iter()
        .map(|(name, cells)| (name.clone(), row(cells)));
    let mut object = Map::new();
    object.insert("行".to_owned(), Value::Object(rows.collect()));
    insert_beside(figures, &mut object);
    for block in object.values_mut().filter_map(Value::as_object_mut) {
        block.retain(|name, count| *count != 0 || !LATER.contains(&name.as_str()));
    }
    Value::Object(object)
}

/// Adds the counts beside a table to an object.
pub fn insert_beside(figures: &Figures, object: &mut Map<String, Value>) {
    for block in &figures.beside {
        let counts = block.counts.iter();
        let counts = counts.map(|(name, count)| (name.clone(), json!(count)));
        object.insert(block.name.clone(), Value::Object(counts.collect()));
    }
}

/// Figures of a table that this workspace does not have, as they are written.
pub fn as_written(table: &ReportedTable) -> Value {
    let counts = |counts: &Counts| -> Value {
        let given = counts.entries.iter();
        let given = given.filter_map(|(name, _, value)| Some((name.clone(), json!(value.get()?))));
        Value::Object(given.collect())
    };
    let rows = table.rows.entries.iter();
    let rows = rows.map(|(name, _, row)| (name.clone(), counts(row)));
    let mut object = Map::new();
    object.insert("行".to_owned(), Value::Object(rows.collect()));
    for (name, block) in table.blocks() {
        if !block.entries.is_empty() {
            object.insert(name.to_owned(), counts(block));
        }
    }
    Value::Object(object)
}

/// 校验和: SHA-256 of the canonical JSON of the figures, which is compact and
/// has its keys in byte order.
pub fn checksum(figures: &Value) -> String {
    let (canonical, _) = spelled(figures);
    hexadecimal(&Sha256::digest(canonical))
}

/// A figure in the canonical JSON.
pub(super) struct Number {
    /// The keys that lead to it.
    pub route: Vec<String>,
    /// Its place.
    pub range: Range<usize>,
    /// It.
    pub is: u32,
}

/// The canonical JSON, and its figures in their order.
pub(super) fn spelled(value: &Value) -> (String, Vec<Number>) {
    let (mut text, mut numbers) = (String::new(), Vec::new());
    spell(value, &mut Vec::new(), &mut text, &mut numbers);
    (text, numbers)
}

fn spell(value: &Value, route: &mut Vec<String>, text: &mut String, numbers: &mut Vec<Number>) {
    let Value::Object(map) = value else {
        let start = text.len();
        text.push_str(&value.to_string());
        let is = value.as_u64().and_then(|number| u32::try_from(number).ok());
        numbers.extend(is.map(|is| Number {
            route: route.clone(),
            range: start..text.len(),
            is,
        }));
        return;
    };
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_by_key(|(key, _)| *key);
    text.push('{');
    for (index, (key, value)) in entries.into_iter().enumerate() {
        text.push_str(if index == 0 { "" } else { "," });
        text.push_str(&format!("{}:", json!(key)));
        route.push(key.clone());
        spell(value, route, text, numbers);
        route.pop();
    }
    text.push('}');
}
