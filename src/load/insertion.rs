//! Where something new stands in a list or a block of a YAML file, and how it is written
//! there: on lines of its own or within brackets, as what is there.

use super::written;
use crate::model::node::{Kind, Node, Span};

/// The place of what is `added` as the part of this number to a list or block, which
/// stands behind a key, and what is to be put there. It may be wrong where the file is
/// written oddly: who asks reads the file again.
pub fn insertion(
    text: &str,
    key: Option<Span>,
    whole: &Node,
    index: usize,
    added: &Kind,
) -> Option<(usize, String)> {
    let starts = starts(text, whole);
    Some(match starts.get(index) {
        _ if starts.is_empty() => first(text, key, added)?,
        Some(next) if is_in_brackets(text, whole) => {
            (*next, format!("{}, ", written::within(added)))
        }
        None if is_in_brackets(text, whole) => {
            let last = parts(whole).last().map(|last| end(text, last));
            (last?, format!(", {}", written::within(added)))
        }
        _ => between(text, whole, &starts, index, added),
    })
}

/// The first of a block or list of which only the key is there, or nothing.
fn first(text: &str, key: Option<Span>, added: &Kind) -> Option<(usize, String)> {
    let Some(key) = key else {
        let line = if text.is_empty() || text.ends_with('\n') {
            ""
        } else {
            "\n"
        };
        return Some((text.len(), format!("{line}{}\n", written::block(added, 0))));
    };
    let rest = text[key.range().end..].trim_start_matches(['"', '\'']);
    let rest = rest.trim_start_matches(' ').strip_prefix(':')?;
    let line = rest.split('\n').next()?;
    let is_bare = line.trim_start().is_empty() || line.trim_start().starts_with('#');
    let indent = column(text, start(text, key)) + 2;
    let added = format!("\n{}{}", " ".repeat(indent), written::block(added, indent));
    is_bare.then(|| (text.len() - rest.len() + line.len(), added))
}

/// What is added as lines of its own, and where: before the first part, or behind the
/// lines of the one before.
fn between(
    text: &str,
    whole: &Node,
    starts: &[usize],
    index: usize,
    added: &Kind,
) -> (usize, String) {
    let indent = column(text, starts[0]);
    let (line, added) = (" ".repeat(indent), written::block(added, indent));
    let Some(before) = index.checked_sub(1).map(|before| starts[before]) else {
        return (starts[0], format!("{added}\n{line}"));
    };
    // A list may stand as far in as its key.
    let is_map = matches!(whole.kind, Kind::Map(_));
    let mut at = line_end(text, before);
    let mut look = at;
    while look < text.len() {
        let next = &text[look + 1..line_end(text, look + 1)];
        let deep = next.len() - next.trim_start_matches(' ').len();
        look += 1 + next.len();
        let rest = &next[deep..];
        if !rest.is_empty() && (deep > indent || is_map && deep == indent && rest.starts_with('-'))
        {
            at = look;
        } else if !rest.is_empty() && !rest.starts_with('#') {
            break;
        }
    }
    (at, format!("\n{line}{added}"))
}

/// Where the parts of a list or a block begin.
fn starts(text: &str, node: &Node) -> Vec<usize> {
    let dash = |item: &Node| {
        let start = start(text, item.span);
        text[..start].rfind('-').unwrap_or(start)
    };
    match &node.kind {
        Kind::Map(entries) => {
            let keys = entries.iter().map(|entry| entry.key_span);
            keys.map(|key| start(text, key)).collect()
        }
        Kind::List(items) => items.iter().map(dash).collect(),
        Kind::Null | Kind::Scalar(_) => Vec::new(),
    }
}

/// Whether a list or a block stands within brackets.
fn is_in_brackets(text: &str, node: &Node) -> bool {
    let before = text[..start(text, node.span)].trim_end();
    match node.kind {
        Kind::Map(_) => before.ends_with('{'),
        _ => before.trim_end_matches([' ', '{']).ends_with('['),
    }
}

fn parts(node: &Node) -> Vec<&Node> {
    match &node.kind {
        Kind::Map(entries) => entries.iter().map(|entry| &entry.value).collect(),
        Kind::List(items) => items.iter().collect(),
        Kind::Null | Kind::Scalar(_) => Vec::new(),
    }
}

/// Where a value within brackets ends, with its own brackets and quotes.
fn end(text: &str, node: &Node) -> usize {
    let Some(last) = parts(node).pop() else {
        let end = node.span.range().end;
        return end + usize::from(start(text, node.span) < node.span.range().start);
    };
    let end = end(text, last);
    let rest = text[end..].trim_start_matches([' ', '\n', ',']);
    text.len() - rest.len() + rest.chars().next().map_or(0, char::len_utf8)
}

/// Where a text begins, its quotes included.
fn start(text: &str, span: Span) -> usize {
    let start = span.range().start;
    start - usize::from(text[..start].ends_with(['"', '\'']))
}

fn column(text: &str, at: usize) -> usize {
    at - text[..at].rfind('\n').map_or(0, |before| before + 1)
}

fn line_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |end| from + end)
}
