//! Texts that a comment cuts short: YAML reads `祥和苑 #3楼` as 祥和苑.

use crate::model::node::{Entry, Kind, Node, Span};
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
            if is_plain && rest.starts_with(' ') && close_comment(rest).is_some() {
                problems.push(cut(node.span, value));
            }
        }
        Kind::List(items) => items
            .iter()
            .for_each(|item| cut_short(item, text, problems)),
        Kind::Map(entries) => {
            for entry in entries {
                cut_short(&entry.value, text, problems);
                if matches!(entry.value.kind, Kind::Null) && is_all_cut(entry, text) {
                    problems.push(cut(entry.key_span, ""));
                }
            }
        }
    }
}

/// Whether the whole value of a key is a comment: `现居住地: #3楼`.
fn is_all_cut(entry: &Entry, text: &str) -> bool {
    let rest = text.get(entry.key_span.range().end..).unwrap_or_default();
    let rest = rest.trim_start_matches(['"', '\'']).strip_prefix(':');
    let comment = rest.and_then(close_comment);
    comment.is_some_and(|comment| !comment.is_empty())
}

/// What follows a `#` behind spaces, unless it is set off as comments are.
fn close_comment(rest: &str) -> Option<&str> {
    let comment = rest.trim_start_matches(' ').strip_prefix('#')?;
    (!comment.starts_with([' ', '\n', '#', '\t'])).then_some(comment)
}

fn cut(span: Span, text: &str) -> Problem {
    let text = text.to_owned();
    Problem::new(span, Fault::CutByComment { text }, Keys::NONE)
}
