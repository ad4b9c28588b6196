//! Figures by row and column names: what a unit hands in, and its checksum.

use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::tree::Figures;

/// Counts that forms had not from the first: where they are 0 they are left out, so that
/// older checksums stay valid.
const LATER: [&str; 1] = ["已出党"];

/// The figures of one form by row and column; cells that stay empty are left
/// out.
pub fn named(figures: &Figures) -> Value {
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

/// 校验和: SHA-256 of the canonical JSON of the figures, which is compact and
/// has its keys in byte order.
pub fn checksum(figures: &[(&str, &Figures)]) -> String {
    let tables = figures
        .iter()
        .map(|(form, figures)| ((*form).to_owned(), named(figures)));
    let canonical = compact(&Value::Object(tables.collect()));
    Sha256::digest(canonical.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn compact(value: &Value) -> String {
    let Value::Object(map) = value else {
        return value.to_string();
    };
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_by_key(|(key, _)| *key);
    let entries = entries
        .iter()
        .map(|(key, value)| format!("{}:{}", json!(key), compact(value)));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}
