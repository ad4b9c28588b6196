//! Texts that a comment cuts short: YAML reads `祥和苑 #3楼` as 祥和苑.

use crate::model::node::{Entry, Kind, Node};
use crate::model::problem::{Fault, Problem};
use crate::model::provenance::Keys;

/// Reports scalars that are followed by a `#` without a space behind it. A
/// comment is written with one, so this is likely meant as text.
pub fn cut_short(node: &Node, text: &str, problems: &mut Vec<Problem>) {
    match &node.kind {
        Kind::Null => {}
        Kind::Scalar(value) => {
            let rest = text.get(node.span.range().end..).unwrap_or_default();
            let is_plain = text.get(node.span.range()) == Some(value.as_str());
            let comment = rest.trim_start_matches(' ').strip_prefix('#');
            let is_close =
                comment.is_some_and(|comment| !comment.starts_with([' ', '\n', '#', '\t']));
            if is_plain && rest.starts_with(' ') && is_close {
                let fault = Fault::CutByComment {
                    text: value.clone(),
                };
                problems.push(Problem::new(node.span, fault, Keys::NONE));
            }
        }
        Kind::List(items) => items
            .iter()
            .for_each(|item| cut_short(item, text, problems)),
        Kind::Map(entries) => {
            for entry in entries {
                cut_short(&entry.value, text, problems);
                if matches!(entry.value.kind, Kind::Null) {
                    all_cut(entry, text, problems);
                }
            }
        }
    }
}

/// A key whose whole value is a comment: `现居住地: #3楼`.
fn all_cut(entry: &Entry, text: &str, problems: &mut Vec<Problem>) {
    let rest = text.get(entry.key_span.range().end..).unwrap_or_default();
    let rest = rest.trim_start_matches(['"', '\'']).strip_prefix(':');
    let comment = rest.and_then(|rest| rest.trim_start_matches(' ').strip_prefix('#'));
    let is_close = comment
        .is_some_and(|comment| !comment.is_empty() && !comment.starts_with([' ', '\n', '#', '\t']));
    if is_close {
        let text = String::new();
        problems.push(Problem::new(
            entry.key_span,
            Fault::CutByComment { text },
            Keys::NONE,
        ));
    }
}
