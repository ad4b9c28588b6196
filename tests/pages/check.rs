//! What must hold for every output: nothing is lost, nothing runs out of its
//! cell or off the page, nothing is printed over anything else.

use paicha::forms::View;
use paicha::typeset::{Inspected, PageFrame, TextRun};

use crate::harness::{cell, page_text, squash};

/// Places may differ by so much, in mm.
pub const TOLERANCE: f64 = 0.3;

const MM_PER_PT: f64 = 25.4 / 72.0;

/// Everything that holds for every output of a view.
pub fn all(what: &str, view: &View, pages: &Inspected) {
    nothing_lost(what, view, pages);
    inside(what, pages);
    no_overlap(what, pages);
    no_line_begins_with_a_dot(what, pages);
    assert_eq!(pages.missing_glyphs().len(), 0, "{what}: missing glyphs");
}

/// Each value stands whole in its cell, over all the cell's pieces.
pub fn nothing_lost(what: &str, view: &View, pages: &Inspected) {
    // 附件2 has neither of the pairs above the table that views have.
    let headless = page_text(pages, 0).starts_with("—1—附件2");
    for (name, text) in &view.cells {
        if headless && ["填报单位", "填表日期"].contains(&name.as_str()) {
            continue;
        }
        // What is struck out is looked at by itself.
        let (found, expected) = (cell(pages, name), squash(text).replace('\u{336}', ""));
        // A document may say a figure more than once, a letter is printed with its receipt.
        let is_once = view.parts.is_empty() && !view.cells.contains_key("介绍信编号");
        let times = match is_once {
            true => 1,
            false => found.len() / expected.len().max(1),
        };
        assert_eq!(found, expected.repeat(times.max(1)), "{what}: {name}");
    }
}

/// The box of a run: left, top, right, bottom.
pub fn bounds(run: &TextRun) -> (f64, f64, f64, f64) {
    let em = run.size * MM_PER_PT;
    let (x, y) = run.origin;
    match run.turned {
        // The em box that the layouts set: 0.88 above the baseline, 0.12 below.
        false => (x, y - 0.88 * em, x + run.width, y + 0.12 * em),
        true => (x - 0.12 * em, y, x + 0.88 * em, y + run.width),
    }
}

fn within(run: &TextRun, area: (f64, f64, f64, f64)) -> bool {
    let (left, top, right, bottom) = bounds(run);
    left >= area.0 - TOLERANCE
        && top >= area.1 - TOLERANCE
        && right <= area.0 + area.2 + TOLERANCE
        && bottom <= area.1 + area.3 + TOLERANCE
}

fn printed(page: &PageFrame) -> impl Iterator<Item = &TextRun> {
    page.texts
        .iter()
        .filter(|run| !squash(&run.text).is_empty())
}

/// No run leaves its cell or the type area; only the folio stands below it.
pub fn inside(what: &str, pages: &Inspected) {
    for (number, page) in pages.pages.iter().enumerate() {
        let type_area = match page.size.0 < page.size.1 {
            true => (28.0, 37.0, 156.0, 225.0),
            false => (35.0, 28.0, 225.0, 156.0),
        };
        for run in printed(page) {
            let text = &run.text;
            if !text.contains('—') || run.size != 14.0 {
                assert!(
                    within(run, type_area),
                    "{what}, page {}: “{text}” leaves the type area: {:?}",
                    number + 1,
                    bounds(run)
                );
            }
            let Some(name) = &run.cell else { continue };
            let pieces = page.cells.iter().filter(|cell| &cell.name == name);
            assert!(
                pieces.clone().any(|cell| within(run, cell.area)),
                "{what}, page {}: “{text}” leaves {name}: {:?}, {:?}",
                number + 1,
                bounds(run),
                pieces.map(|cell| cell.area).collect::<Vec<_>>()
            );
        }
        for cell in &page.cells {
            let (x, y, width, height) = cell.area;
            let (left, top) = (type_area.0 - TOLERANCE, type_area.1 - TOLERANCE);
            let (right, bottom) = (
                type_area.0 + type_area.2 + TOLERANCE,
                type_area.1 + type_area.3 + TOLERANCE,
            );
            assert!(
                x >= left && y >= top && x + width <= right && y + height <= bottom,
                "{what}: {} leaves the type area",
                cell.name
            );
        }
    }
}

/// The dot of names stands behind what it ends.
pub fn no_line_begins_with_a_dot(what: &str, pages: &Inspected) {
    for page in &pages.pages {
        let names = printed(page).filter(|run| {
            let cell = run.cell.as_deref().unwrap_or_default();
            !run.turned && (cell.ends_with("姓名") || cell == "入党介绍人")
        });
        for run in names.filter(|run| run.text.starts_with('·')) {
            let is_before = |other: &&TextRun| {
                let below = (other.origin.1 - run.origin.1).abs();
                other.cell == run.cell && other.origin.0 < run.origin.0 && below < TOLERANCE
            };
            assert!(
                printed(page).any(|other| is_before(&other)),
                "{what}: a line begins with “{}”",
                run.text
            );
        }
    }
}

/// No two runs stand on the same place. In vertical heads “、” moves up within
/// its place: its box then reaches into the one above, its ink does not.
pub fn no_overlap(what: &str, pages: &Inspected) {
    for (number, page) in pages.pages.iter().enumerate() {
        let runs: Vec<&TextRun> = printed(page).filter(|run| run.text != "、").collect();
        for (index, run) in runs.iter().enumerate() {
            for other in &runs[index + 1..] {
                let (a, b) = (bounds(run), bounds(other));
                let across = a.2.min(b.2) - a.0.max(b.0);
                let down = a.3.min(b.3) - a.1.max(b.1);
                assert!(
                    across < TOLERANCE || down < TOLERANCE,
                    "{what}, page {}: “{}” and “{}” overlap",
                    number + 1,
                    run.text,
                    other.text
                );
            }
        }
    }
}
