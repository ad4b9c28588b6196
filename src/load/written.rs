//! Nodes as YAML text, in the plainest way that says the same.

use super::parse;
use crate::model::node::{Entry, Kind, Node};

/// A new file, line by line.
pub fn file(kind: &Kind) -> String {
    block(kind, 0) + "\n"
}

/// A node as lines, but for the indentation of the first.
pub fn block(kind: &Kind, indent: usize) -> String {
    let line = format!("\n{}", " ".repeat(indent));
    let further = |kind: &Kind| block(kind, indent + 2);
    let entry = |entry: &Entry| match &entry.value.kind {
        Kind::List(_) | Kind::Map(_) if !is_empty(&entry.value) => {
            let value = further(&entry.value.kind);
            format!("{}:{line}  {value}", scalar(&entry.key, false))
        }
        Kind::Null => format!("{}:", scalar(&entry.key, false)),
        kind => format!("{}: {}", scalar(&entry.key, false), further(kind)),
    };
    match kind {
        Kind::List(items) if !items.is_empty() => {
            let items = items
                .iter()
                .map(|item| format!("- {}", further(&item.kind)));
            items.collect::<Vec<_>>().join(&line)
        }
        Kind::Map(entries) if !entries.is_empty() => {
            entries.iter().map(entry).collect::<Vec<_>>().join(&line)
        }
        Kind::Scalar(text) => scalar(text, false),
        _ => in_brackets(kind),
    }
}

/// A node within brackets, on one line.
pub fn in_brackets(kind: &Kind) -> String {
    match kind {
        Kind::Null => "~".to_owned(),
        Kind::Scalar(text) => scalar(text, true),
        Kind::List(_) => format!("[{}]", within(kind)),
        Kind::Map(_) => format!("{{{}}}", within(kind)),
    }
}

/// What a list or a map holds, as it stands between its brackets.
pub fn within(kind: &Kind) -> String {
    let entry = |entry: &Entry| {
        let value = in_brackets(&entry.value.kind);
        format!("{}: {value}", scalar(&entry.key, true))
    };
    let parts: Vec<String> = match kind {
        Kind::List(items) => items.iter().map(|item| in_brackets(&item.kind)).collect(),
        Kind::Map(entries) => entries.iter().map(entry).collect(),
        Kind::Null | Kind::Scalar(_) => Vec::new(),
    };
    parts.join(", ")
}

/// So many figures are no year, age or amount.
const FIGURES: usize = 6;

fn is_empty(node: &Node) -> bool {
    match &node.kind {
        Kind::List(items) => items.is_empty(),
        Kind::Map(entries) => entries.is_empty(),
        Kind::Null | Kind::Scalar(_) => true,
    }
}

/// A text without quotes where that is read as the same. What other programs would take
/// for a number, and lose zeros or figures of, has quotes: ID numbers, telephones.
pub fn scalar(text: &str, in_brackets: bool) -> String {
    let figures = text.trim_end_matches('X');
    if figures.len() >= FIGURES && figures.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("\"{text}\"");
    }
    // Most texts are nothing but letters, or dates: nothing in them means anything else.
    let is_letter = |c: char| c.is_alphanumeric() && !c.is_ascii();
    let is_date = |c: char| c.is_ascii_digit() || c == '-';
    let is_dated = text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(is_date);
    if !text.is_empty() && (text.chars().all(is_letter) || is_dated) {
        return text.to_owned();
    }
    let alone = match in_brackets {
        true => format!("{{a: {text}}}"),
        false => format!("a: {text}"),
    };
    let is_plain = parse(&alone).is_ok_and(|node| match &node.kind {
        Kind::Map(entries) => {
            let read = entries.first().map(|entry| &entry.value.kind);
            entries.len() == 1 && matches!(read, Some(Kind::Scalar(read)) if read == text)
        }
        _ => false,
    });
    let is_shown = !text.starts_with(['"', '\'']) && !text.contains('\n');
    match is_plain && is_shown {
        true => text.to_owned(),
        // What JSON quotes is YAML.
        false => serde_json::Value::from(text).to_string(),
    }
}
