//! Reads values out of the nodes of a file.

use std::borrow::Cow;

use super::node::{Kind, Node, Span};
use super::problem::{Fault, Problem};
use super::provenance::{KeyId, Keys};
use super::usual::usual;
use super::value::{Reason, Scalar, Value};

/// The characters of a text that only look like usual ones, each at its place, where the
/// text stands in the file letter by letter.
fn look_alikes(node: &Node, key: KeyId) -> impl Iterator<Item = Problem> {
    let text = match &node.kind {
        Kind::Scalar(text) => text.as_ref(),
        _ => "",
    };
    let written = node.span.range();
    let odd = text.char_indices();
    let odd = odd.filter_map(|(at, c)| Some((at, c, usual(c)?)));
    odd.map(move |(at, character, meant)| {
        let start = written.start + at;
        let span = match written.len() == text.len() {
            true => Span::new(start, start + character.len_utf8()),
            false => node.span,
        };
        Problem::new(span, Fault::LookAlike(character, meant), Keys::of(key))
    })
}

/// Brackets in which people put a list, that YAML does not know or that are quoted.
const OPENING: &[char] = &['［', '【', '〔', '['];
const CLOSING: &[char] = &['］', '】', '〕', ']'];

/// Whether a text of a list's key is meant as a list in brackets: it begins with one and
/// ends with the other, or one of them was forgotten. Brackets within a text are a part of
/// it.
pub fn is_bracketed(text: &str) -> bool {
    let inner = text.strip_prefix(OPENING);
    let behind = inner.unwrap_or(text);
    let inside = behind.strip_suffix(CLOSING);
    let has = |text: &str, marks: &[char]| text.contains(marks);
    match (inner, inside) {
        (Some(_), Some(inside)) => !has(inside, OPENING) && !has(inside, CLOSING),
        (Some(inner), None) => !has(inner, CLOSING),
        (None, Some(inside)) => !has(inside, OPENING),
        (None, None) => false,
    }
}

/// A value of a list, or as many as its text names.
pub(super) fn scalars<T: Scalar>(
    node: &Node,
    place: Span,
    key: KeyId,
    problems: &mut Vec<Problem>,
) -> Vec<Value<T>> {
    match &node.kind {
        Kind::Scalar(text) if text.contains(T::BETWEEN) => {
            let parts = parts_of::<T>(node, text).into_iter();
            parts
                .map(|part| scalar(&part, place, key, problems))
                .collect()
        }
        _ => vec![scalar(node, place, key, problems)],
    }
}

/// The values that one text of a list names; each has its own place, where the text
/// stands in the file letter by letter.
fn parts_of<T: Scalar>(node: &Node, text: &str) -> Vec<Node> {
    let written = node.span.range();
    let is_by_letter = written.len() == text.len();
    let mut end = written.start;
    let parts = text.split_inclusive(T::BETWEEN).map(|piece| {
        let part = piece.trim_end_matches(T::BETWEEN);
        let start = end + part.len() - part.trim_start().len();
        end += piece.len();
        let part = part.trim();
        let span = match is_by_letter {
            true => Span::new(start, start + part.len()),
            false => node.span,
        };
        let kind = Kind::Scalar(part.to_owned());
        Node {
            span,
            ..kind.into()
        }
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// The value that a node is; what it does not mean is told at its place, or at `place`
/// where it is no text.
pub(super) fn scalar<T: Scalar>(
    node: &Node,
    place: Span,
    key: KeyId,
    problems: &mut Vec<Problem>,
) -> Value<T> {
    let with_spaces = node.with_spaces.as_deref().filter(|_| T::HAS_SPACES);
    let (text, span, parsed) = match &node.kind {
        Kind::Scalar(text) => {
            let text = T::as_meant(with_spaces.unwrap_or(text).trim());
            if let Cow::Owned(_) = text {
                problems.extend(look_alikes(node, key));
            }
            let is_broken = !T::HAS_LINES && text.contains(['\n', '\t']);
            let parsed = (!is_broken).then(|| T::read(&text));
            (text, node.span, parsed.unwrap_or(Err(Reason::NotOneLine)))
        }
        _ => ("".into(), place, Err(Reason::NotScalar)),
    };
    if let Err(reason) = &parsed {
        let fault = Fault::BadValue {
            text: text.clone().into_owned(),
            reason: reason.clone(),
        };
        problems.push(Problem::new(span, fault, Keys::of(key)));
    }
    Value {
        text: text.into_owned(),
        span,
        key,
        parsed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_in_brackets_is_told_from_brackets_in_a_text() {
        for text in [
            "［李明，王强］",
            "【李明】",
            "〔李明、王强〕",
            "[李明, 王强]",
            "［李明，王强",
            "李明】",
            "［］",
        ] {
            assert!(is_bracketed(text), "{text}");
        }
        for text in [
            "",
            "李明",
            "获【先进】称号",
            "【甲】任【乙】",
            "［兼］支部书记",
            "支部书记【兼】",
            "（不详）",
        ] {
            assert!(!is_bracketed(text), "{text}");
        }
    }
}
