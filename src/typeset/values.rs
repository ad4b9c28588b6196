//! What stands in the cells of a page: all cells that the form has and no other,
//! in each the value of its key, in type of the usual size.

use std::collections::{BTreeMap, BTreeSet};

use super::breach::{Breach, Contract};
use super::inspect::{Inspected, PageFrame};
use super::struck;
use crate::check::Finding;
use crate::check::rules::pages::different::Different;
use crate::check::rules::pages::not_apart::NotApart;
use crate::check::rules::pages::shrunk::Shrunk;
use crate::check::rules::pages::unknown_cell::UnknownCell;
use crate::check::rules::pages::unprinted::Unprinted;
use crate::forms::cells::WITHOUT;
use crate::forms::declaration::Format;
use crate::forms::stamp::CELL;
use crate::model::nearest::nearest;

/// A size may be off by so much, in pt.
const SIZE_TOLERANCE: f64 = 0.05;

/// Holds the cells of all pages against the values.
pub fn check(pages: &Inspected, contract: Contract<'_>, breaches: &mut Vec<Breach>) {
    let mut texts = pages.texts();
    texts.extend(struck::texts(pages, contract));
    for (cell, printed) in &texts {
        let place = |shown| contract.place(page_of(pages, cell), shown);
        let value = contract.view.cells.get(cell).map_or("", String::as_str);
        let finding: Finding = if !contract.form.cells.knows(cell) {
            let names = contract.form.cells.names();
            let near = nearest(cell, names.iter().map(String::as_str));
            let unknown = UnknownCell {
                place: place(""),
                cell: cell.clone(),
                nearest: near.map(str::to_owned),
            };
            unknown.into()
        } else if is_different(printed, value) {
            let different = Different {
                place: place(cell),
                printed: contract.shown_text(printed),
                value: contract.shown_text(value),
            };
            different.into()
        } else {
            continue;
        };
        breaches.push(Breach::of(cell, finding));
    }
    let without = contract.form.cells.without().iter().cloned();
    let without = without.filter(|name| contract.view.cells.contains_key(name));
    for cell in contract
        .form
        .cells
        .required(|list| contract.view.items(list))
        .into_iter()
        .chain(without)
        .filter(|cell| is_of_part(cell, contract))
    {
        if !texts.contains_key(&cell) {
            let form = contract.form.id().to_owned();
            let called = contract.form.called(&cell);
            breaches.push(Breach::of(cell, Unprinted { form, cell: called }));
        }
    }
    if contract.form.has_apart() {
        apart(pages, contract, breaches);
    }
    shrunk(pages, contract, breaches);
}

/// Whether a cell stands on the pages of this part of a list: what is above it, only on
/// the first one; what is below it, only on the last one.
fn is_of_part(cell: &String, contract: Contract<'_>) -> bool {
    let form = &contract.form.declaration;
    contract.view.window.as_ref().is_none_or(|part| {
        let is_above = form.head.contains(cell);
        let is_below = form.foot.contains(cell) || [WITHOUT, CELL].contains(&cell.as_str());
        (part.pages == 0 || !is_above) && (part.is_last || !is_below)
    })
}

/// Cells that are set letter by letter: each run of one is one character.
fn apart(pages: &Inspected, contract: Contract<'_>, breaches: &mut Vec<Breach>) {
    for (index, page) in pages.pages.iter().enumerate() {
        let together = page.texts.iter().find(|run| {
            let format = run
                .cell
                .as_ref()
                .and_then(|cell| contract.form.format_of(cell));
            format == Some(Format::Apart) && squash(&run.text).chars().nth(1).is_some()
        });
        if let Some(run) = together {
            let cell = run.cell.as_deref().unwrap_or_default();
            let (place, text) = (contract.place(index + 1, cell), contract.shown(run));
            breaches.push(Breach::at(run, NotApart { place, text }));
        }
    }
}

/// The first page on which a cell stands.
fn page_of(pages: &Inspected, cell: &str) -> usize {
    let on = |page: &PageFrame| page.cells.iter().any(|one| one.name == cell);
    pages.pages.iter().position(on).unwrap_or(0) + 1
}

/// Whether a cell prints something else than its value. What is only set in
/// another way, with breaks and spaces, is the same; a cell may be repeated.
fn is_different(printed: &str, value: &str) -> bool {
    let (plain, expected) = (squash(printed), squash(value));
    let repeated = !expected.is_empty()
        && plain.len().is_multiple_of(expected.len())
        && plain == expected.repeat(plain.len() / expected.len());
    plain != expected && !repeated
}

/// Cells in smaller type than the layout says is usual for them.
fn shrunk(pages: &Inspected, contract: Contract<'_>, breaches: &mut Vec<Breach>) {
    let usual_of = |cell: &str| pages.usual.get(cell).or_else(|| pages.usual.get(""));
    let mut known = BTreeSet::new();
    for page in &pages.pages {
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
                let shrunk = Shrunk {
                    form: contract.form.id().to_owned(),
                    cells: vec![(contract.form.called(cell), size)],
                    usual: *usual,
                };
                breaches.push(Breach::of(cell, shrunk));
            }
        }
    }
}

/// A text without its white space.
pub fn squash(text: &str) -> String {
    text.chars()
        .filter(|character| !is_space(*character))
        .collect()
}

/// White space, and the places where a line may break inside of a word.
pub fn is_space(character: char) -> bool {
    character.is_whitespace() || character == '\u{200b}'
}
