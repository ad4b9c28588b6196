//! How many pages there are, and their size.

use super::breach::{Breach, Contract};
use super::inspect::{Inspected, PageFrame, TOLERANCE};
use crate::check::Finding;
use crate::check::rules::pages::page_count::PageCount;
use crate::check::rules::pages::paper::Paper as OtherPaper;
use crate::forms::Paper;

/// A4 upright, in mm.
const UPRIGHT: (f64, f64) = (210.0, 297.0);
const LYING: (f64, f64) = (UPRIGHT.1, UPRIGHT.0);

/// Holds the number and the sizes of the pages against the form: its own pages,
/// on which cells stand, and behind them those of its notes, which are upright.
pub fn check(pages: &Inspected, contract: Contract<'_>, breaches: &mut Vec<Breach>) {
    let declaration = &contract.form.declaration;
    let own = match declaration.paper {
        Paper::Portrait => UPRIGHT,
        Paper::Landscape => LYING,
    };
    let has_cell = |page: &PageFrame| !page.cells.is_empty();
    let last = pages.pages.iter().rposition(has_cell);
    let count = last.map_or(pages.pages.len(), |last| last + 1);
    let notes = pages.pages.len() - count;
    let form = || contract.form.id().to_owned();
    let mut report = |finding: Finding| breaches.push(Breach::of("", finding));
    for (index, page) in pages.pages.iter().enumerate() {
        let place = || contract.place(index + 1, "");
        let expected = if index < count { own } else { UPRIGHT };
        if !is_of(page.size, expected) {
            let paper = OtherPaper {
                place: place(),
                found: page.size,
                expected,
            };
            report(paper.into());
        }
        if index < count && last.is_some() && !has_cell(page) {
            report(PageCount::NoCell(place()).into());
        }
    }
    let part = contract.view.window.as_ref();
    let before = part.map_or(0, |part| part.pages);
    // Cards and registers go on to further pages; tables but for those of organisations, and
    // blank forms have as
    // many pages as the form says.
    let goes_on = contract.form.pieces().iter().any(|form| {
        let form = &form.declaration;
        let of_units = form.rows.as_ref().is_some_and(|rows| rows.of_units);
        !form.is_cross_table() || of_units
    });
    let or_more = goes_on && !contract.view.blank;
    let expected = declaration.pages;
    if before + count < expected || count > expected && !or_more {
        report(PageCount::Pages(form(), count, expected, or_more).into());
    }
    // Notes stand behind the last part of a list.
    let has_notes = declaration.has_notes && part.is_none_or(|part| part.is_last);
    match (has_notes, notes) {
        (true, 0) => report(PageCount::NoNotes(form()).into()),
        (false, 1..) => report(PageCount::Surplus(form(), notes).into()),
        _ => {}
    }
}

fn is_of(found: (f64, f64), expected: (f64, f64)) -> bool {
    (found.0 - expected.0).abs() <= TOLERANCE && (found.1 - expected.1).abs() <= TOLERANCE
}
