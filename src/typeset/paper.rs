//! How many pages there are, and their size.

use super::contract::Contract;
use super::inspect::{Inspected, PageFrame, TOLERANCE};
use crate::check::finding::{Breach, BreachKind};
use crate::forms::{Paper, Scope};

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
    let mut report = |page: usize, kind| {
        breaches.push(Breach {
            page,
            cell: String::new(),
            kind,
        });
    };
    for (index, page) in pages.pages.iter().enumerate() {
        let expected = if index < count { own } else { UPRIGHT };
        if !is_of(page.size, expected) {
            let found = page.size;
            report(index + 1, BreachKind::Paper { found, expected });
        }
        if index < count && last.is_some() && !has_cell(page) {
            report(index + 1, BreachKind::NoCell);
        }
    }
    // Cards and registers go on to further pages; tables and blank forms have as
    // many pages as the form says.
    let or_more = declaration.scope != Scope::Organisation && !contract.view.blank;
    let expected = declaration.pages;
    if count < expected || count > expected && !or_more {
        let found = count;
        report(
            count,
            BreachKind::PageCount {
                found,
                expected,
                or_more,
            },
        );
    }
    if declaration.has_notes != (notes > 0) {
        report(pages.pages.len(), BreachKind::NotesCount { found: notes });
    }
}

fn is_of(found: (f64, f64), expected: (f64, f64)) -> bool {
    (found.0 - expected.0).abs() <= TOLERANCE && (found.1 - expected.1).abs() <= TOLERANCE
}
