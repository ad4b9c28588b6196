//! Room and sizes, measured on every page of the sample and of the blank forms: how
//! near texts come to rules, and how far apart the sizes of neighbours are.

use std::collections::BTreeMap;

use paicha::typeset::{Cell, Inspected, PageFrame, Stroke, TextRun};

use crate::built::each_output;
use crate::check::bounds;
use crate::geometry::MM;
use crate::harness::{Bench, FORMS, squash};
use crate::standard::is_folio;

/// No text stands nearer to a rule, in mm.
const CLEAR: f64 = 0.8;
/// What is lost in counting, in mm.
const HAIR: f64 = 0.01;
/// The sizes of values, in pt.
const STEPS: [f64; 6] = [12.0, 11.0, 10.5, 10.0, 9.5, 9.0];

/// All pages with a name.
fn each_form(mut look: impl FnMut(&str, &Inspected)) {
    let bench = Bench::sample();
    for form in FORMS {
        look(&format!("{form}, 空白"), &bench.blank(form));
    }
    each_output(|path, _, pages| look(path, pages));
}

/// The place of a run's ink, at most: marks stand in a corner of theirs. In vertical
/// heads one moves up, and its place then reaches over the rule.
fn place(run: &TextRun) -> (f64, f64, f64, f64) {
    let (left, top, right, bottom) = bounds(run);
    match matches!(run.text.as_str(), "、" | "，" | "。") {
        true => (left, (top + bottom) / 2.0, (left + right) / 2.0, bottom),
        false => (left, top, right, bottom),
    }
}

/// How far a rule is from a text, in mm: below 0 where it goes through. None where they
/// don't face one another.
fn distance(run: &TextRun, rule: &Stroke) -> Option<f64> {
    let (left, top, right, bottom) = place(run);
    let ((a, b), (c, d)) = (rule.start, rule.end);
    let beside = |low: f64, high: f64, from: f64, to: f64| {
        low.max(from.min(to)) < high.min(from.max(to)) - HAIR
    };
    let middle = if (b - d).abs() < HAIR {
        beside(left, right, a, c).then(|| (top - b).max(b - bottom))?
    } else if (a - c).abs() < HAIR {
        beside(top, bottom, b, d).then(|| (left - a).max(a - right))?
    } else {
        // The diagonal of a corner: the nearest of the text's corners, all on one side.
        if !beside(left, right, a, c) || !beside(top, bottom, b, d) {
            return None;
        }
        let length = (c - a).hypot(d - b);
        let corners = [(left, top), (right, top), (left, bottom), (right, bottom)];
        let off = corners.map(|(x, y)| ((x - a) * (d - b) - (y - b) * (c - a)) / length);
        let sides = off.map(f64::signum);
        let nearest = off.into_iter().map(f64::abs).fold(f64::MAX, f64::min);
        if sides.iter().all(|side| *side == sides[0]) {
            nearest
        } else {
            -nearest
        }
    };
    Some(middle - rule.thickness / 2.0)
}

/// The cells of the letter of introduction in which words are struck out.
const STRUCK: [&str; 2] = ["性别", "党员类别"];

/// The short rule on which a figure is written is none of the table's, nor is what strikes
/// out a word.
fn is_of_table(page: &PageFrame, rule: &Stroke) -> bool {
    let mut figures = page
        .cells
        .iter()
        .filter(|cell| cell.name.starts_with("补充资料") || STRUCK.contains(&cell.name.as_str()));
    !figures.any(|cell| {
        let (x, y, width, height) = cell.area;
        let inside = |(a, b): (f64, f64)| {
            a >= x - HAIR && a <= x + width + HAIR && b >= y - HAIR && b <= y + height + HAIR
        };
        inside(rule.start) && inside(rule.end)
    })
}

#[test]
fn no_text_is_nearer_to_a_rule_than_eight_tenths() {
    let mut near = BTreeMap::<String, (f64, String)>::new();
    each_form(|name, pages| {
        for (index, page) in pages.pages.iter().enumerate() {
            let rules: Vec<&Stroke> = page
                .rules
                .iter()
                .filter(|rule| is_of_table(page, rule))
                .collect();
            let runs = page
                .texts
                .iter()
                .filter(|run| !squash(&run.text).is_empty());
            for run in runs.filter(|run| !is_folio(run, index + 1)) {
                let nearest = rules
                    .iter()
                    .filter_map(|rule| distance(run, rule))
                    .fold(f64::MAX, f64::min);
                if nearest < CLEAR - HAIR {
                    let what = run.cell.as_ref().unwrap_or(&run.text).clone();
                    let found = (
                        nearest,
                        format!("{name}, page {}: “{}”", index + 1, run.text),
                    );
                    let known = near.entry(what).or_insert_with(|| found.clone());
                    if found.0 < known.0 {
                        *known = found;
                    }
                }
            }
        }
    });
    assert!(near.is_empty(), "{near:#?}");
}

/// The size of a cell's text, its smallest run.
fn size(page: &PageFrame, cell: &Cell) -> Option<f64> {
    let runs = page
        .texts
        .iter()
        .filter(|run| run.cell.as_ref() == Some(&cell.name));
    runs.map(|run| run.size).reduce(f64::min)
}

fn step(size: f64) -> Option<usize> {
    STEPS.iter().position(|step| (step - size).abs() < 0.01)
}

/// How many lines of `room` em a text takes, none where it has no room: Han characters
/// with the marks that cling to them, Latin words whole.
fn lines(text: &str, room: f64) -> usize {
    let width = |character: char| if character.is_ascii() { 0.5 } else { 1.0 };
    let mut units = Vec::<(String, f64)>::new();
    for character in text.chars().filter(|c| !c.is_control()) {
        let clings = "，、。；：？！）》”·".contains(character);
        let before = units.last().and_then(|(unit, _)| unit.chars().last());
        let latin = |one: char| one.is_ascii_graphic() || one == '—';
        match units.last_mut() {
            Some((unit, em)) if clings || latin(character) && before.is_some_and(latin) => {
                unit.push(character);
                *em += width(character);
            }
            _ => units.push((character.to_string(), width(character))),
        }
    }
    let (mut count, mut used) = (1, 0.0);
    for (_, em) in units {
        if em > room {
            return usize::MAX;
        }
        if used + em > room {
            (count, used) = (count + 1, 0.0);
        }
        used += em;
    }
    count
}

/// Whether a cell's text would not go into it a step larger. The rows of registers are
/// made for two lines of the usual size; they grow only for what no size makes fit.
fn is_needed(cell: &Cell, size: usize) -> bool {
    let larger = STEPS[size.saturating_sub(1)] * MM;
    let (_, _, width, height) = cell.area;
    let usual = if cell.name.starts_with("行[") {
        2.15 * 10.5 * MM
    } else {
        f64::MAX
    };
    let height = height.min(usual);
    let most = ((height / larger + 0.15) / 1.15 + 0.001).floor();
    lines(&cell.text, width / larger) as f64 > most
}

/// Cells that have one size all together: the remarks of a register, the results of a
/// card's reviews.
fn group(name: &str) -> Option<String> {
    let list = name.starts_with("民主评议[") || name.ends_with("备注");
    let plain: String = name.chars().filter(|c| !c.is_ascii_digit()).collect();
    list.then_some(plain)
}

#[test]
fn no_value_is_smaller_than_its_neighbours_without_need() {
    let mut small = Vec::new();
    each_form(|name, pages| {
        let all = pages.pages.iter().flat_map(|page| {
            let sized = page
                .cells
                .iter()
                .filter_map(|cell| Some((cell, step(size(page, cell)?)?)));
            sized.map(move |(cell, size)| (page, cell, size))
        });
        let all: Vec<_> = all.collect();
        let needs = |cell: &Cell, size| match group(&cell.name) {
            Some(of) => all.iter().any(|(_, one, step)| {
                group(&one.name).as_ref() == Some(&of) && *step == size && is_needed(one, size)
            }),
            None => is_needed(cell, size),
        };
        for (page, cell, size) in &all {
            let row = |other: &&(&PageFrame, &Cell, usize)| {
                let middle = |cell: &Cell| cell.area.1 + cell.area.3 / 2.0;
                std::ptr::eq(*page, other.0) && (middle(cell) - middle(other.1)).abs() < 1.0
            };
            let largest = all
                .iter()
                .filter(row)
                .map(|other| other.2)
                .min()
                .unwrap_or(*size);
            if size - largest > 1 && !needs(cell, *size) {
                let (of, than) = (STEPS[*size], STEPS[largest]);
                small.push(format!(
                    "{name}: {} in {of} beside {than}: {}",
                    cell.name, cell.text
                ));
            }
        }
    });
    assert!(small.is_empty(), "{small:#?}");
}
