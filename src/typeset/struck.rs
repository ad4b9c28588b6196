//! Words that are struck out: on a page those through whose middle a line goes from end to
//! end.

use std::collections::BTreeMap;

use super::breach::Contract;
use super::inspect::{Inspected, Stroke, TOLERANCE, TextRun};
use crate::forms::choice::STROKE;
use crate::forms::declaration::Format;

/// The texts of cells in which words are struck out, as they are printed.
pub fn texts(pages: &Inspected, contract: Contract<'_>) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::<String, String>::new();
    for page in &pages.pages {
        for run in page.texts.iter().filter(|run| is_of_choice(contract, run)) {
            let is_struck = page.rules.iter().any(|rule| strikes(rule, run));
            let text = texts.entry(run.cell.clone().unwrap_or_default());
            let text = text.or_default();
            for character in run.text.chars() {
                text.push(character);
                text.extend(is_struck.then_some(STROKE));
            }
        }
    }
    texts
}

/// Whether words are struck out in the cell in which a run stands.
fn is_of_choice(contract: Contract<'_>, run: &TextRun) -> bool {
    let format = |cell: &String| contract.form.format_of(cell);
    run.cell.as_ref().and_then(format) == Some(Format::Strike)
}

/// Whether a line strikes out what it goes through.
pub fn is_meant(contract: Contract<'_>, rule: &Stroke, run: &TextRun) -> bool {
    is_of_choice(contract, run) && strikes(rule, run)
}

/// Whether a line goes through the middle of a run, from end to end.
fn strikes(rule: &Stroke, run: &TextRun) -> bool {
    let (left, top, right, bottom) = run.bounds();
    let (from, to) = (rule.start.0.min(rule.end.0), rule.start.0.max(rule.end.0));
    let (y, quarter) = (rule.start.1, (bottom - top) / 4.0);
    let is_level = (rule.start.1 - rule.end.1).abs() < TOLERANCE / 10.0;
    let is_through = y > top + quarter && y < bottom - quarter;
    is_level && is_through && from <= left + TOLERANCE && to >= right - TOLERANCE
}
