//! Slips that only show when a file is read: a text where a block or a code belongs, that
//! would be one if it were written with YAML's own marks.

use super::slip::{Slip, bracket, is_separator, is_wide_colon};
use super::{flow, slips};
use crate::load::draft::Draft;
use crate::load::replacement::Replacement;
use crate::load::tree_fault::{Mend, TreeFault, YamlCause, show_lines};
use crate::model::node::Span;
use crate::model::numbered::is_key;
use crate::model::problem::{Fault, Problem};

/// The slips behind problems of a file that is YAML; such problems are taken out.
pub fn of_problems(text: &str, problems: &mut Vec<Problem>) -> Vec<TreeFault> {
    let mut found: Vec<TreeFault> = Vec::new();
    let is_block = |problem: &Problem| {
        matches!(problem.fault, Fault::NotMap(_)) && begins_block(text, problem.span)
    };
    if problems.iter().any(is_block) {
        found = slips(text);
    }
    if !found.is_empty() {
        problems.retain(|problem| !is_block(problem));
    }
    problems.retain(|problem| {
        let slips = match problem.fault {
            Fault::BadValue { .. } | Fault::NotList | Fault::NotMap(_) => {
                of_value(text, problem.span)
            }
            _ => Vec::new(),
        };
        let is_slip = !slips.is_empty();
        found.extend(slips);
        !is_slip
    });
    found.sort_by_key(|fault| fault.span);
    show_lines(text, &mut found);
    found
}

/// Whether a text, at a place or behind the key there, begins with a key and its colon.
fn begins_block(text: &str, place: Span) -> bool {
    let (from, to) = (place.range().start, place.range().end);
    let behind = text[to..].trim_start_matches(['"', '\'', ':', ' ', '\n']);
    [&text[from..], behind].into_iter().any(|text| {
        let line = text.split('\n').next().unwrap_or_default();
        let colon = line.find(|c: char| c == ':' || is_wide_colon(c));
        let colon = colon.filter(|at| !line[*at..].starts_with(": "));
        colon.is_some_and(|at| is_key(line[..at].trim_end()))
    })
}

/// The slips of a value that means nothing where it stands.
fn of_value(text: &str, place: Span) -> Vec<TreeFault> {
    let (start, end) = (place.range().start, place.range().end);
    let value = &text[start..end];
    let before = text[..start].chars().next_back();
    if before.is_none_or(|c| matches!(c, '"' | '\'')) {
        return Vec::new();
    }
    let first = value.chars().next();
    let last = value.chars().next_back();
    if let (Some(first), Some(last)) = (first, last)
        && is_wide_quote(first)
        && is_wide_quote(last)
        && value.len() > first.len_utf8()
    {
        let inner = &value[first.len_utf8()..value.len() - last.len_utf8()];
        let range = start..start + first.len_utf8();
        let edit = (start..end, format!("\"{inner}\""));
        let is_sure = !inner.contains(['"', '\\']);
        let slip = Slip::at(range, YamlCause::WideQuotes, edit);
        return vec![fault(text, Slip { is_sure, ..slip })];
    }
    let is_list = text[..start]
        .trim_end_matches([' ', '\n'])
        .ends_with(['[', ',']);
    if is_list {
        let marks = value.char_indices().filter(|(_, c)| is_separator(*c));
        return marks
            .map(|(at, _)| fault(text, flow::separator(text, start + at)))
            .collect();
    }
    let opens = first.and_then(bracket).is_some_and(|(_, opens)| opens);
    let closes = last.and_then(bracket).is_some_and(|(_, opens)| !opens);
    match opens && closes {
        true => brackets(text, place),
        false => Vec::new(),
    }
}

/// The slips of what should stand within brackets.
fn brackets(text: &str, place: Span) -> Vec<TreeFault> {
    let mut draft = Draft::default();
    draft.add(&text[place.range()], place.range().start);
    let mut found = Vec::new();
    while let Some(slip) = flow::slip(&draft.text, 0).filter(|_| found.len() < 20) {
        let span = draft.span(slip.range);
        let edit = slip
            .edit
            .and_then(|(range, new)| draft.edit(text, range, &new));
        let Some(edit) = edit else {
            break;
        };
        let mend = Some(Mend::of(edit, slip.is_sure));
        let cause = slip.cause;
        found.push(TreeFault { span, cause, mend });
    }
    found
}

/// A slip of the file itself.
fn fault(text: &str, slip: Slip) -> TreeFault {
    let mend = slip.edit.map(|(range, new)| {
        let place = Span::new(range.start, range.end);
        let written = text[range].to_owned();
        Mend::of(
            Replacement {
                place,
                written,
                new,
            },
            slip.is_sure,
        )
    });
    TreeFault {
        span: Span::new(slip.range.start, slip.range.end),
        cause: slip.cause,
        mend,
    }
}

/// Quotes that YAML does not know.
fn is_wide_quote(character: char) -> bool {
    matches!(
        character,
        '“' | '”'
            | '‘'
            | '’'
            | '＂'
            | '＇'
            | '„'
            | '‟'
            | '「'
            | '」'
            | '『'
            | '』'
            | '〝'
            | '〞'
    )
}
