//! What is YAML, but cannot be meant so: `{学历：大专}` is a key without a value to YAML, and a
//! file in which all colons are full-width ones one long text.

use super::key;
use super::slip::{is_other_space, is_separator, is_wide_colon};
use crate::model::node::{Entry, Kind, Node};
use crate::model::numbered::{is_key, is_list_key};
use crate::model::scalar_node::is_bracketed;

/// Whether a file looks like a slip: it has no keys, or one of them does.
pub fn is_whole(node: &Node, text: &str) -> bool {
    matches!(node.kind, Kind::Scalar(_)) || is_in(node, text)
}

/// Whether anything in a tree looks like a slip.
pub fn is_in(node: &Node, text: &str) -> bool {
    match &node.kind {
        Kind::Null | Kind::Scalar(_) => false,
        Kind::List(items) => items.iter().any(|item| is_in(item, text)),
        Kind::Map(entries) => {
            let start = entries
                .first()
                .map_or(0, |entry| entry.key_span.range().start);
            let is_in_brackets = text[..start]
                .trim_end_matches([' ', '\n', '"', '\''])
                .ends_with('{');
            let is_odd = |entry: &Entry| {
                is_of_key(entry, text)
                    || is_in_brackets && is_two(&entry.value, text)
                    || is_list_key(&entry.key) && is_list(&entry.value, text)
            };
            entries
                .iter()
                .any(|entry| is_odd(entry) || is_in(&entry.value, text))
        }
    }
}

/// Whether a key shows that it is not what was meant.
fn is_of_key(entry: &Entry, text: &str) -> bool {
    let key = &entry.key;
    let is_plain = text.get(entry.key_span.range()) == Some(key)
        && !text[..entry.key_span.range().start].ends_with(['"', '\'']);
    let lacks_value = matches!(entry.value.kind, Kind::Null);
    let colon = key.find(|c: char| c == ':' || is_wide_colon(c));
    is_plain
        && (key.starts_with(is_other_space)
            || key::item(key).is_some_and(|(_, lacks_space)| lacks_space)
            || colon.is_some_and(|at| lacks_value || is_key(key[..at].trim_end())))
}

/// Whether a text is a list in brackets that YAML does not know.
fn is_list(value: &Node, text: &str) -> bool {
    let Kind::Scalar(read) = &value.kind else {
        return false;
    };
    text.get(value.span.range()) == Some(read)
        && !text[..value.span.range().start].ends_with(['"', '\''])
        && is_bracketed(read.trim())
}

/// Whether a text within braces holds another entry: `大专，学位：学士`.
fn is_two(value: &Node, text: &str) -> bool {
    let Kind::Scalar(read) = &value.kind else {
        return false;
    };
    let is_plain = text.get(value.span.range()) == Some(read);
    let before = &text[..value.span.range().start];
    is_plain && !before.ends_with(['"', '\'']) && {
        let mut parts = read.split(is_separator).skip(1);
        parts.any(|part| {
            let key = part.split([':', '：']).next().unwrap_or_default();
            key.len() < part.len() && is_key(key.trim())
        })
    }
}
