//! What may stand where: nothing outside of the type area but the folio, no text over a
//! line, no box to be ticked outside of a named cell.

use super::breach::{Breach, Contract};
use super::inspect::{Area, PageFrame, Stroke, TOLERANCE, TextRun};
use super::struck;
use super::values::squash;
use crate::check::rules::pages::loose_tick::LooseTick;
use crate::check::rules::pages::outside_area::OutsideArea;
use crate::check::rules::pages::outside_page::OutsidePage;
use crate::check::rules::pages::over_rule::OverRule;
use crate::forms::Paper;

/// The type area of GB/T 9704 on a page that stands, and on one that lies.
const UPRIGHT: Area = on(28.0, 37.0, Paper::Portrait);
const LYING: Area = on(35.0, 28.0, Paper::Landscape);

const fn on(left: f64, top: f64, paper: Paper) -> Area {
    let (width, height) = paper.area();
    (left, top, width, height)
}

/// Boxes to be ticked, and ticks.
const TICKS: [char; 6] = ['☐', '☑', '☒', '✓', '✔', '□'];

/// Holds what stands on a page against its type area and its lines.
pub fn check(
    page: &PageFrame,
    number: usize,
    runs: &[&TextRun],
    contract: Contract<'_>,
    breaches: &mut Vec<Breach>,
) {
    let area = match page.size.0 < page.size.1 {
        true => UPRIGHT,
        false => LYING,
    };
    let place = |cell: &Option<String>| contract.place(number, cell.as_deref().unwrap_or_default());
    // What is set a character a line is told as it reads.
    let together = |wrong: &dyn Fn(&TextRun) -> Option<f64>| {
        let wrong = runs.iter().filter_map(|run| Some((*run, wrong(run)?)));
        let (loose, named): (Vec<_>, Vec<_>) = wrong.partition(|(run, _)| run.cell.is_none());
        let first = loose.first().map(|(run, _)| {
            let text = loose.iter().map(|(run, _)| run.text.trim());
            let text: String = text.collect::<String>().chars().take(MOST).collect();
            let over = loose.iter().map(|(_, over)| *over).fold(0.0, f64::max);
            let run = TextRun {
                text,
                ..(*run).clone()
            };
            (run, over)
        });
        let named = named.into_iter().map(|(run, over)| (run.clone(), over));
        first.into_iter().chain(named).collect::<Vec<_>>()
    };
    // A layout of one's own may have another.
    let is_own = contract.form.has_own_layout() && contract.form.is_own;
    let paper = (0.0, 0.0, page.size.0, page.size.1);
    let off = |run: &TextRun| beyond(run.bounds(), paper).filter(|_| run.cell.is_none());
    let out = |run: &TextRun| beyond(run.bounds(), area).filter(|_| !is_own && !is_folio(run));
    let outside = together(&out).into_iter().next();
    if let Some((run, _)) = together(&off).into_iter().next() {
        let (place, text) = (place(&None), run.text.clone());
        breaches.push(Breach::at(&run, OutsidePage { place, text }));
    } else if let Some((run, over)) = outside {
        let (place, text) = (place(&run.cell), contract.shown(&run));
        breaches.push(Breach::at(&run, OutsideArea { place, text, over }));
    } else if !is_own {
        let drawn = page.rules.iter().map(hull);
        let pictures = page.images.iter().map(|picture| {
            let (x, y, width, height) = picture.area;
            (x, y, x + width, y + height)
        });
        let over = drawn.chain(pictures).filter_map(|one| beyond(one, area));
        if let Some(over) = over.reduce(f64::max) {
            let (place, text) = (place(&None), String::new());
            breaches.push(Breach::of("", OutsideArea { place, text, over }));
        }
    }
    let is_over = |run: &TextRun| {
        let is_mark = matches!(run.text.as_str(), "、" | "，" | "。");
        let mut rules = page.rules.iter();
        let is_wrong = |rule: &Stroke| crosses(rule, run) && !struck::is_meant(contract, rule, run);
        (!is_mark && rules.any(is_wrong)).then_some(0.0)
    };
    for (run, _) in together(&is_over) {
        let (place, text) = (place(&run.cell), contract.shown(&run));
        breaches.push(Breach::at(&run, OverRule { place, text }));
    }
    let is_loose = |run: &TextRun| run.cell.is_none() && run.text.contains(TICKS);
    for (run, _) in together(&|run| is_loose(run).then_some(0.0)) {
        let (place, text) = (place(&None), run.text.clone());
        breaches.push(Breach::at(&run, LooseTick { place, text }));
    }
}

/// So many characters of a text are shown.
const MOST: usize = 20;

/// The folio, alone, stands outside of the type area.
fn is_folio(run: &TextRun) -> bool {
    let text = squash(&run.text);
    let number = text
        .strip_prefix('—')
        .and_then(|rest| rest.strip_suffix('—'));
    number.is_some_and(|number| number.bytes().all(|one| one.is_ascii_digit()))
}

/// How far a box reaches beyond an area, if it does.
fn beyond((left, top, right, bottom): Area, (x, y, width, height): Area) -> Option<f64> {
    let beyond = [x - left, y - top, right - x - width, bottom - y - height];
    let most = beyond.into_iter().fold(0.0, f64::max);
    (most > TOLERANCE).then_some(most)
}

fn hull(rule: &Stroke) -> Area {
    let ((x1, y1), (x2, y2)) = (rule.start, rule.end);
    (x1.min(x2), y1.min(y2), x1.max(x2), y1.max(y2))
}

/// Whether a line goes through the box of a run, and not only along its edge.
fn crosses(rule: &Stroke, run: &TextRun) -> bool {
    let (left, top, right, bottom) = run.bounds();
    let (left, right) = (left + TOLERANCE, right - TOLERANCE);
    let (top, bottom) = (top + TOLERANCE, bottom - TOLERANCE);
    if left >= right || top >= bottom {
        return false;
    }
    // What of the line is left between the sides of the box (Liang and Barsky).
    let (dx, dy) = (rule.end.0 - rule.start.0, rule.end.1 - rule.start.1);
    let sides = [
        (-dx, rule.start.0 - left),
        (dx, right - rule.start.0),
        (-dy, rule.start.1 - top),
        (dy, bottom - rule.start.1),
    ];
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (step, room) in sides {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            from = from.max(room / step);
        } else {
            to = to.min(room / step);
        }
    }
    from < to
}
