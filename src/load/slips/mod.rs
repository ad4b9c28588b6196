//! The slips that people make in YAML: each as what it is, at its place, with the line as
//! it should read. They are looked for where a file is no YAML, or cannot be meant so; all
//! of a file are told at once, as far as they do not hang together.

mod conflict;
pub mod doubt;
mod draft;
mod flow;
mod key;
mod lines;
mod quotes;
mod scan;
mod slip;
#[cfg(test)]
mod tests;
mod value;

use self::lines::{Line, lines};
use self::scan::Scan;
use super::raw;
use super::replacement::{Replacement, applied};
use super::tree::parse;
use super::tree_fault::{TreeFault, YamlCause, show_lines};
use crate::model::node::Span;

/// The slips of a text that is no YAML, or is in doubt, in their order.
pub fn slips(text: &str) -> Vec<TreeFault> {
    let found = Vec::new();
    let mut scan = Scan { text, found };
    let lines = lines(text, width_of_tab(text));
    let is_mark = conflict::note(&mut scan, &lines);
    let is_break = |line: &Line<'_>| line.indent == 0 && matches!(line.body, "---" | "...");
    let lines = lines.into_iter().zip(is_mark);
    let kept = lines.filter(|(line, is_mark)| !is_mark && !is_break(line));
    let kept: Vec<Line<'_>> = kept.map(|(line, _)| line).collect();
    for line in kept.iter().filter(|line| !line.is_text) {
        if let Some(odd) = line.odd {
            let place = Span::new(line.start, line.at);
            let written = text[place.range()].to_owned();
            let at = written.find(odd).unwrap_or_default();
            let span = Span::new(line.start + at, line.start + at + odd.len_utf8());
            let new = line.spaces();
            let edit = Replacement { place, written, new };
            scan.note(span, YamlCause::Indent(odd), Some((edit, true)));
        }
    }
    scan.block(&kept);
    let mut found = scan.found;
    found.sort_by_key(|fault| fault.span);
    show_lines(text, &mut found);
    found
}

/// The text with its odd characters and its slips mended, as far as that is safe, and how
/// many they are.
pub fn mended(text: &str) -> Option<(String, usize)> {
    let (mut text, mut count) = edited(text, &raw::odd(text))?;
    if is_sound(&text) {
        return (count > 0).then_some((text, count));
    }
    let (mut next, mut of_slips) = (text.clone(), 0);
    for _ in 0..ROUNDS {
        let (edited, made) = edited(&next, &slips(&next))?;
        (next, of_slips) = (edited, of_slips + made);
        if made == 0 || is_sound(&next) {
            break;
        }
    }
    if is_sound(&next) {
        (text, count) = (next, count + of_slips);
    }
    (count > 0).then_some((text, count))
}

/// What one slip hides another may show.
const ROUNDS: usize = 4;

fn edited(text: &str, faults: &[TreeFault]) -> Option<(String, usize)> {
    let mends = faults.iter().filter_map(|fault| fault.mend.as_ref());
    let mends = mends.filter(|mend| mend.is_sure);
    let mut edits: Vec<Replacement> = mends.flat_map(|mend| mend.edits.clone()).collect();
    edits.sort_by_key(|edit| edit.place);
    Some((applied(text, &edits)?, edits.len()))
}

/// Whether a text is YAML, and can be meant so.
pub fn is_sound(text: &str) -> bool {
    parse(text).is_ok_and(|node| !doubt::is_whole(&node, text))
}

/// How many spaces a tab stands for: so many that the file is YAML.
fn width_of_tab(text: &str) -> usize {
    let widths = [2, 4, 8];
    let with_spaces = |width: usize| {
        let lines = lines(text, width);
        let lines = lines.iter().map(|line| line.spaces() + line.body + "\n");
        lines.collect::<String>()
    };
    let mut fitting = widths.into_iter().filter(|_| text.contains('\t'));
    let fits = fitting.find(|width| is_sound(&with_spaces(*width)));
    fits.unwrap_or(widths[0])
}
