//! The contract of a page: every text in its cell and on its page, nothing over
//! anything else, in each cell the value of its key.

use std::collections::BTreeMap;

use super::inspect::{Inspected, PageFrame, TextRun};
use crate::check::finding::{Breach, BreachKind};

/// Places may differ by so much, in mm.
const TOLERANCE: f64 = 0.3;
const MM_PER_PT: f64 = 25.4 / 72.0;

/// Everything on the pages of an output that breaks the contract. `values` are
/// the texts of the cells by their names.
pub fn breaches(pages: &Inspected, values: &BTreeMap<String, String>) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (index, page) in pages.pages.iter().enumerate() {
        let mut report = |cell: &Option<String>, kind| {
            breaches.push(Breach {
                page: index + 1,
                cell: cell.clone().unwrap_or_default(),
                kind,
            });
        };
        let runs: Vec<&TextRun> = page.texts.iter().filter(|run| is_printed(run)).collect();
        for run in &runs {
            if let Some(kind) = outside(page, run) {
                report(&run.cell, kind);
            }
        }
        for (run, other) in overlapping(&runs) {
            let cell = run.cell.clone().or_else(|| other.cell.clone());
            let (text, other) = (run.text.clone(), other.text.clone());
            report(&cell, BreachKind::Overlap { text, other });
        }
    }
    breaches.extend(different(pages, values));
    breaches
}

/// The box of a run as the layouts set it, 0.88 em above the baseline and 0.12
/// below: left, top, right, bottom.
fn bounds(run: &TextRun) -> (f64, f64, f64, f64) {
    let em = run.size * MM_PER_PT;
    let (x, y) = run.origin;
    match run.turned {
        false => (x, y - 0.88 * em, x + run.width, y + 0.12 * em),
        true => (x - 0.12 * em, y, x + 0.88 * em, y + run.width),
    }
}

fn is_within(run: &TextRun, (x, y, width, height): (f64, f64, f64, f64)) -> bool {
    let (left, top, right, bottom) = bounds(run);
    left >= x - TOLERANCE
        && top >= y - TOLERANCE
        && right <= x + width + TOLERANCE
        && bottom <= y + height + TOLERANCE
}

fn outside(page: &PageFrame, run: &TextRun) -> Option<BreachKind> {
    let text = || run.text.clone();
    if !is_within(run, (0.0, 0.0, page.size.0, page.size.1)) {
        return Some(BreachKind::OutsidePage { text: text() });
    }
    let name = run.cell.as_ref()?;
    let mut areas = page.cells.iter().filter(|cell| cell.name == *name);
    let first = areas.clone().next()?.area;
    if areas.any(|cell| is_within(run, cell.area)) {
        return None;
    }
    let em = run.size * MM_PER_PT;
    Some(BreachKind::OutsideCell {
        text: text(),
        size: (first.2, first.3),
        room: (first.2 / em) as usize,
        // A hair more than a whole number is that number.
        count: (run.width / em - 0.05).ceil() as usize,
    })
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
        .map(|run| (bounds(run), *run))
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

/// Cells that print something else than their value. What is only set in
/// another way, with breaks and spaces, is the same; a cell may be repeated.
fn different(pages: &Inspected, values: &BTreeMap<String, String>) -> Vec<Breach> {
    let differs = |(cell, printed): (String, String)| {
        let value = values.get(&cell).map_or("", String::as_str);
        let (plain, expected) = (squash(&printed), squash(value));
        let repeated = !expected.is_empty()
            && plain.len().is_multiple_of(expected.len())
            && plain == expected.repeat(plain.len() / expected.len());
        if plain == expected || repeated {
            return None;
        }
        let on = |page: &PageFrame| page.cells.iter().any(|one| one.name == cell);
        let page = pages.pages.iter().position(on).unwrap_or(0) + 1;
        let value = value.to_owned();
        Some(Breach {
            page,
            cell,
            kind: BreachKind::Different { printed, value },
        })
    };
    pages.texts().into_iter().filter_map(differs).collect()
}

fn is_printed(run: &TextRun) -> bool {
    run.text.chars().any(|character| !is_space(character))
}

fn squash(text: &str) -> String {
    text.chars()
        .filter(|character| !is_space(*character))
        .collect()
}

fn is_space(character: char) -> bool {
    character.is_whitespace() || character == '\u{200b}'
}
