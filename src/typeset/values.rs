//! What stands in the cells of a page: all cells that the form has and no other,
//! in each the value of its key, in type of the usual size.

use std::collections::{BTreeMap, BTreeSet};

use super::contract::Contract;
use super::inspect::{Inspected, PageFrame};
use crate::check::finding::{Breach, BreachKind};
use crate::model::nearest::nearest;

/// A size may be off by so much, in pt.
const SIZE_TOLERANCE: f64 = 0.05;

/// Holds the cells of all pages against the values.
pub fn check(pages: &Inspected, contract: Contract<'_>, breaches: &mut Vec<Breach>) {
    let texts = pages.texts();
    for (cell, printed) in &texts {
        let kind = match contract.form.cells.knows(cell) {
            true => different(printed, contract.view.cells.get(cell)),
            false => {
                let names = contract.form.cells.names();
                let near = nearest(cell, names.iter().map(String::as_str));
                Some(BreachKind::UnknownCell(near.map(str::to_owned)))
            }
        };
        breaches.extend(kind.map(|kind| breach(pages, cell, kind)));
    }
    for cell in contract.form.cells.required(&contract.view.counts) {
        if !texts.contains_key(&cell) {
            breaches.push(Breach {
                page: 1,
                cell,
                kind: BreachKind::Unprinted,
            });
        }
    }
    shrunk(pages, breaches);
}

fn breach(pages: &Inspected, cell: &str, kind: BreachKind) -> Breach {
    let on = |page: &PageFrame| page.cells.iter().any(|one| one.name == cell);
    Breach {
        page: pages.pages.iter().position(on).unwrap_or(0) + 1,
        cell: cell.to_owned(),
        kind,
    }
}

/// Whether a cell prints something else than its value. What is only set in
/// another way, with breaks and spaces, is the same; a cell may be repeated.
fn different(printed: &str, value: Option<&String>) -> Option<BreachKind> {
    let value = value.map_or("", String::as_str);
    let (plain, expected) = (squash(printed), squash(value));
    let repeated = !expected.is_empty()
        && plain.len().is_multiple_of(expected.len())
        && plain == expected.repeat(plain.len() / expected.len());
    (plain != expected && !repeated).then(|| BreachKind::Different {
        printed: printed.to_owned(),
        value: value.to_owned(),
    })
}

/// Cells in smaller type than the layout says is usual for them.
fn shrunk(pages: &Inspected, breaches: &mut Vec<Breach>) {
    let usual_of = |cell: &str| pages.usual.get(cell).or_else(|| pages.usual.get(""));
    let mut known = BTreeSet::new();
    for (index, page) in pages.pages.iter().enumerate() {
        let mut sizes = BTreeMap::<&str, f64>::new();
        for run in &page.texts {
            let Some(cell) = &run.cell else { continue };
            let size = sizes.entry(cell).or_insert(run.size);
            *size = size.min(run.size);
        }
        for (cell, size) in sizes {
            let Some(usual) = usual_of(cell) else {
                continue;
            };
            if size < usual - SIZE_TOLERANCE && known.insert(cell) {
                breaches.push(Breach {
                    page: index + 1,
                    cell: cell.to_owned(),
                    kind: BreachKind::Shrunk {
                        cells: vec![(cell.to_owned(), size)],
                        usual: *usual,
                    },
                });
            }
        }
    }
}

fn squash(text: &str) -> String {
    text.chars()
        .filter(|character| !is_space(*character))
        .collect()
}

/// White space, and the places where a line may break inside of a word.
pub fn is_space(character: char) -> bool {
    character.is_whitespace() || character == '\u{200b}'
}
