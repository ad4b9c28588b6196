//! The slips that people make in YAML: each as what it is, at its place, with the line as
//! it should read. They are looked for where a file is no YAML, or cannot be meant so; all
//! of a file are told at once, as far as they do not hang together.

mod conflict;
pub mod doubt;
mod flow;
mod flow_text;
mod key;
mod lines;
mod quotes;
mod read;
mod scan;
mod slip;
#[cfg(test)]
mod tests;
mod value;

use self::lines::{Line, Widths, lines};
pub use self::read::of_problems;
use self::scan::Scan;
use super::replacement::Replacement;
use super::tree::parse;
use super::tree_fault::{TreeFault, YamlCause, show_lines};
use crate::model::node::Span;

/// So many lines of a file are moved; the text is looked through once for each.
const MOST_MOVED: usize = 20;

/// The slips of a text that is no YAML, or is in doubt, in their order.
pub fn slips(text: &str) -> Vec<TreeFault> {
    let lines = lines(text, widths(text));
    let (mut lines, mut scan) = scanned(text, lines);
    // What is no space has no width of its own: where it makes a line stand too far in, it
    // indents nothing. One that was moved moves those below it.
    for _ in 0..MOST_MOVED {
        let is_too_far = |line: &Line<'_>| {
            let mut found = scan.found.iter();
            let is_it = |fault: &TreeFault| fault.span.range().start == line.at;
            let too_far = found.any(|fault| fault.cause == YamlCause::TooFarIn && is_it(fault));
            line.odd.is_some() && too_far
        };
        let Some(at) = lines.iter().position(is_too_far) else {
            break;
        };
        let above = lines[..at].iter().rfind(|line| !line.is_blank());
        lines[at].indent = above.map_or(0, |above| above.indent);
        (lines, scan) = scanned(text, lines);
    }
    let mut found = scan.found;
    found.sort_by_key(|fault| fault.span);
    // A line that two readings stumble over is told once, with its mend first.
    found.dedup_by(|later, kept| {
        let is_same = later.span == kept.span && later.cause == kept.cause;
        if is_same && kept.mend.is_none() {
            kept.mend = later.mend.take();
        }
        is_same
    });
    show_lines(text, &mut found);
    found
}

/// The slips that the lines of a text have as they are indented.
fn scanned<'a>(text: &'a str, lines: Vec<Line<'a>>) -> (Vec<Line<'a>>, Scan<'a>) {
    let found = Vec::new();
    let mut scan = Scan { text, found };
    let is_mark = conflict::note(&mut scan, &lines);
    let is_break = |line: &Line<'_>| line.indent == 0 && matches!(line.body, "---" | "...");
    let first = lines.iter().position(|line| !line.is_blank());
    let breaks = lines.iter().skip(first.map_or(0, |first| first + 1));
    let breaks = breaks.filter(|line| line.indent == 0 && line.body == "---");
    let documents: Vec<Span> = breaks.map(|line| Span::new(line.at, line.at + 1)).collect();
    let kept = lines.iter().zip(is_mark);
    let kept = kept.filter(|(line, is_mark)| !is_mark && !is_break(line));
    let kept: Vec<Line<'a>> = kept.map(|(line, _)| *line).collect();
    for line in kept.iter().filter(|line| !line.is_text) {
        if let Some(odd) = line.odd {
            let place = Span::new(line.start, line.at);
            let written = text[place.range()].to_owned();
            let at = written.find(odd).unwrap_or_default();
            let span = Span::new(line.start + at, line.start + at + odd.len_utf8());
            let new = line.spaces();
            let edit = Replacement {
                place,
                written,
                new,
            };
            scan.note(span, YamlCause::Indent(odd), Some((edit, true)));
        }
    }
    scan.block(&kept);
    for mark in documents {
        scan.note(mark, YamlCause::ManyDocuments, None);
    }
    (lines, scan)
}

/// Whether a text is YAML, and can be meant so.
pub fn is_sound(text: &str) -> bool {
    parse(text).is_ok_and(|node| !doubt::is_whole(&node, text))
}

/// How wide what is no space is meant where it indents lines: so that the file is YAML.
fn widths(text: &str) -> Widths {
    let usual = Widths::ALL[0];
    if lines(text, usual).iter().all(|line| line.odd.is_none()) {
        return usual;
    }
    let with_spaces = |widths: &Widths| {
        let lines = lines(text, *widths);
        let lines = lines.iter().map(|line| line.spaces() + line.body + "\n");
        lines.collect::<String>()
    };
    let mut all = Widths::ALL.into_iter();
    let fits = all.find(|widths| is_sound(&with_spaces(widths)));
    fits.unwrap_or(usual)
}
