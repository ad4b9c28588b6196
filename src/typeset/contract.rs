//! The contract of a page: every text whole, in its cell and on its page, in a
//! font of a role, nothing over anything else; every cell of the form, and in
//! each the value of its key; as many pages as the form says, of its paper.

use super::breach::{Breach, Contract, once};
use super::inspect::{Inspected, MM_PER_PT, PageFrame, TOLERANCE, TextRun};
use super::{area, numbers, paper, pictures, values};
use crate::check::Finding;
use crate::check::rules::pages::PagePlace;
use crate::check::rules::pages::cut::Cut;
use crate::check::rules::pages::foreign_font::ForeignFont;
use crate::check::rules::pages::narrow_column::NarrowColumn;
use crate::check::rules::pages::outside_cell::OutsideCell;
use crate::check::rules::pages::outside_page::OutsidePage;
use crate::check::rules::pages::overlap::Overlap;

/// Everything on the pages of an output that breaks the contract, and, as
/// notices, where texts are in smaller type than usual.
pub fn breaches(pages: &Inspected, contract: Contract<'_>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (index, page) in pages.pages.iter().enumerate() {
        let place =
            |cell: &Option<String>| contract.place(index + 1, cell.as_deref().unwrap_or_default());
        let outside = |run: &TextRun| outside(page, run, contract, || place(&run.cell));
        let mut runs: Vec<&TextRun> = page.texts.iter().filter(|run| is_printed(run)).collect();
        for run in &runs {
            // What stands in no cell is told for the page as a whole.
            if let Some(finding) = outside(run)
                && (run.cell.is_some() || finding.get::<OutsidePage>().is_none())
            {
                breaches.push(Breach::at(run, finding));
            }
            if !is_of_role(contract, run) {
                let font = ForeignFont {
                    place: place(&run.cell),
                    text: contract.shown(run),
                    family: run.family.clone(),
                };
                breaches.push(Breach {
                    text: Some((run.text.clone(), run.span)),
                    ..Breach::at(run, font)
                });
            }
        }
        for (run, other) in overlapping(&runs) {
            // The one that runs out of its cell is at fault.
            let culprit = match outside(other) {
                Some(_) => other,
                None => run,
            };
            let named = [culprit, other].into_iter().find(|run| run.cell.is_some());
            let at = named.unwrap_or(culprit);
            let place = place(&at.cell);
            let (text, other) = (contract.shown(run), contract.shown(other));
            breaches.push(Breach::at(at, Overlap { place, text, other }));
        }
        // What runs out of its cell is told already.
        runs.retain(|run| run.cell.is_none() || outside(run).is_none());
        area::check(page, index + 1, &runs, contract, &mut breaches);
        let report = |finding: Finding| breaches.push(Breach::of("照片", finding));
        pictures::check(page, &place(&None), report);
    }
    values::check(pages, contract, &mut breaches);
    numbers::check(pages, contract, &mut breaches);
    paper::check(pages, contract, &mut breaches);
    once(breaches, contract)
}

fn outside(
    page: &PageFrame,
    run: &TextRun,
    contract: Contract<'_>,
    place: impl Fn() -> PagePlace,
) -> Option<Finding> {
    let place_and_text = || (place(), contract.shown(run));
    if !run.is_within((0.0, 0.0, page.size.0, page.size.1)) {
        let (place, text) = place_and_text();
        return Some(OutsidePage { place, text }.into());
    }
    let name = run.cell.as_ref();
    let mut areas = page.cells.iter().filter(|cell| Some(&cell.name) == name);
    let first = areas.clone().next().map(|cell| cell.area);
    match first {
        Some(first) if !areas.any(|cell| run.is_within(cell.area)) => {
            let column = name.and_then(|name| contract.form.column_of(name));
            let column = column.filter(|_| contract.form.is_own);
            if let Some((column, needed)) = column.zip(numbers::width_of(&run.text))
                && run.width > first.2
            {
                let narrow = NarrowColumn {
                    form: contract.form.id().to_owned(),
                    head: column.head.clone(),
                    width: first.2 + numbers::SIDES,
                    needed,
                };
                return Some(narrow.into());
            }
            let em = run.size * MM_PER_PT;
            let (place, text) = place_and_text();
            let cell = OutsideCell {
                place,
                text,
                width: first.2,
                needed: (run.width + numbers::SIDES).ceil(),
                height: first.3,
                room: (first.2 / em) as usize,
                // A hair more than a whole number is that number.
                count: (run.width / em - 0.05).ceil() as usize,
            };
            Some(cell.into())
        }
        _ if run.cut => {
            let (place, text) = place_and_text();
            Some(Cut { place, text }.into())
        }
        _ => None,
    }
}

/// Pairs of runs on the same place. Runs are taken from top to bottom, so that
/// only neighbours are compared.
fn overlapping<'a>(runs: &[&'a TextRun]) -> Vec<(&'a TextRun, &'a TextRun)> {
    // In vertical heads such a mark moves up within its place: its box then
    // reaches into the one above, its ink does not.
    let is_mark = |run: &TextRun| matches!(run.text.as_str(), "、" | "，" | "。");
    let mut boxes: Vec<_> = runs
        .iter()
        .filter(|run| !is_mark(run))
        .map(|run| (run.bounds(), *run))
        .collect();
    boxes.sort_by(|(a, _), (b, _)| a.1.total_cmp(&b.1));
    let mut pairs = Vec::new();
    for (index, (a, run)) in boxes.iter().enumerate() {
        for (b, other) in &boxes[index + 1..] {
            if b.1 > a.3 - TOLERANCE {
                break;
            }
            let across = a.2.min(b.2) - a.0.max(b.0);
            let down = a.3.min(b.3) - a.1.max(b.1);
            if across >= TOLERANCE && down >= TOLERANCE {
                pairs.push((*run, *other));
            }
        }
    }
    pairs
}

/// Whether a run is in a font of a role, or in the one chosen for a whole name.
fn is_of_role(contract: Contract<'_>, run: &TextRun) -> bool {
    let faces = &contract.view.faces;
    let chosen = run.cell.as_ref().and_then(|cell| faces.get(cell));
    chosen == Some(&run.family) || contract.fonts.is_of_role(&run.family, &run.text)
}

fn is_printed(run: &TextRun) -> bool {
    run.text
        .chars()
        .any(|character| !values::is_space(character))
}
