//! No number is broken over lines: a date, a figure, an ID number, a telephone.

use std::ops::Range;

use super::breach::{Breach, Contract};
use super::inspect::{Inspected, MM_PER_PT, TOLERANCE, TextRun};
use super::values::is_space;
use crate::check::rules::pages::broken_number::BrokenNumber;

/// The smallest type that values usually have, in pt.
const SMALL: f64 = 9.0;

/// What registers leave free beside a text, in mm.
pub const SIDES: f64 = 1.8;

/// Looks at all places where the lines of a cell break.
pub fn check(pages: &Inspected, contract: Contract<'_>, breaches: &mut Vec<Breach>) {
    let mut runs: Vec<(&str, usize, &TextRun)> = Vec::new();
    for (index, page) in pages.pages.iter().enumerate() {
        for run in &page.texts {
            // A part of a document holds its figures.
            let cells = run.part.iter().chain(&run.cell);
            runs.extend(cells.map(|cell| (cell.as_str(), index + 1, run)));
        }
    }
    // Only cells of several runs have breaks; their runs stay in the order of the pages.
    runs.sort_by_key(|(cell, ..)| *cell);
    for of_cell in runs
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|runs| runs.len() > 1)
    {
        let cell = of_cell[0].0;
        let value = contract.view.cells.get(cell).map_or("", String::as_str);
        let characters: Vec<char> = value.chars().collect();
        // The places in the value of the characters that are printed.
        let printed: Vec<usize> = (0..characters.len())
            .filter(|at| !is_space(characters[*at]))
            .collect();
        let mut count = 0;
        let mut last: Option<(usize, &TextRun)> = None;
        for (_, page, run) in of_cell {
            let is_new_line = last.is_some_and(|(before, above)| {
                before != *page || (above.origin.1 - run.origin.1).abs() > TOLERANCE
            });
            if is_new_line && let Some(at) = printed.get(count % printed.len().max(1)) {
                let broken = numbers(&characters);
                let broken = broken
                    .into_iter()
                    .find(|one| one.start < *at && at < &one.end);
                if let Some(number) = broken {
                    let length = number.len();
                    let number: String = characters[number].iter().collect();
                    let number = match contract.view.is_sample {
                        true => "9".repeat(length),
                        false => number,
                    };
                    let place = contract.place(*page, cell);
                    let needed = needed(length);
                    let found = BrokenNumber {
                        place,
                        number,
                        needed,
                    };
                    breaches.push(Breach::of(cell, found));
                    break;
                }
            }
            count += run.text.chars().filter(|one| !is_space(*one)).count();
            last = Some((*page, run));
        }
    }
}

/// The width in mm that a text needs which is one number alone, in type of 9 pt.
pub fn width_of(text: &str) -> Option<f64> {
    let characters: Vec<char> = text.trim().chars().collect();
    let is_number = !characters.is_empty() && length(&characters) == characters.len();
    is_number.then(|| needed(characters.len()))
}

fn needed(characters: usize) -> f64 {
    (characters as f64 * 0.5 * SMALL * MM_PER_PT + SIDES).ceil()
}

/// The numbers of a text, as `layouts/lib/units.typ` knows them.
fn numbers(text: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match length(&text[at..]) {
            0 => at += 1,
            length => {
                found.push(at..at + length);
                at += length;
            }
        }
    }
    found
}

/// How long the number is that a text begins with: 2016-04-20, 0943-3221234, 1993.06.28,
/// 62242319650312123X.
fn length(text: &[char]) -> usize {
    let digits = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        rest.iter().take_while(|one| one.is_ascii_digit()).count()
    };
    let is = |at: usize, one: char| text.get(at) == Some(&one);
    let first = digits(0);
    if first == 0 {
        return 0;
    }
    let second = digits(first + 1);
    let third = first + 1 + second;
    if first == 4 && is(first, '-') && (1..=2).contains(&second) && is(third, '-') {
        let last = digits(third + 1);
        if (1..=2).contains(&last) {
            return third + 1 + last;
        }
    }
    if (3..=4).contains(&first) && is(first, '-') && (7..=8).contains(&second) {
        return third;
    }
    let mut end = first;
    while is(end, '.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    end + usize::from(is(end, 'X') || is(end, 'x'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dates_figures_telephones_and_id_numbers() {
        for (text, expected) in [
            ("1993.06.28", &["1993.06.28"][..]),
            ("自2016-04-20起", &["2016-04-20"]),
            ("0943-3221234/13893001234", &["0943-3221234", "13893001234"]),
            ("62242319650312123X", &["62242319650312123X"]),
            ("3-5岁", &["3", "5"]),
            ("没有", &[]),
        ] {
            let characters: Vec<char> = text.chars().collect();
            let found = numbers(&characters).into_iter();
            let found: Vec<String> = found.map(|one| characters[one].iter().collect()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
