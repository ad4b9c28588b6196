//! A form filled in without any member: each cell with a value of its own, so
//! that what a layout prints of it can be told from all else on the page.

use std::collections::BTreeMap;

use super::inspect::{Inspected, TextRun};
use crate::forms::cells::GROUPS;
use crate::forms::{Form, View};

/// A picture of 2寸 at 300 dots an inch.
pub const PHOTO: &[u8] = include_bytes!("probe.png");

/// Values are characters from here on, a character a cell: no form prints them by
/// itself, and they have room in every cell.
const FIRST: u32 = 0x3400;

/// More items than the lists of cards have room for by themselves.
const ITEMS: usize = 9;

/// A view with a value in every cell of a form.
pub fn probe(form: &Form) -> View {
    let names = form.cells.names();
    let lists = names.iter().filter_map(|name| name.split_once("[]."));
    let counts: BTreeMap<String, usize> = lists.map(|(list, _)| (list.to_owned(), ITEMS)).collect();
    let single = names.iter().filter(|name| !name.contains("[].")).cloned();
    let listed = names.iter().filter_map(|name| name.split_once("[]."));
    let listed =
        listed.flat_map(|(list, key)| (0..ITEMS).map(move |at| format!("{list}[{at}].{key}")));
    let cells = single.chain(listed).filter(|name| name != "照片");
    let value = |at: usize| {
        let point = u32::try_from(at).map_or(FIRST, |at| FIRST + at);
        char::from_u32(point).map(String::from).unwrap_or_default()
    };
    let is_grouped = counts.contains_key(GROUPS);
    View {
        groups: (0..ITEMS).filter(|_| is_grouped).collect(),
        has_photo: true,
        cells: cells
            .enumerate()
            .map(|(at, name)| (name, value(at)))
            .collect(),
        counts,
        ..View::default()
    }
}

/// Texts outside of every named cell that print values of a probe, with the cell
/// whose value each is.
pub fn unnamed<'a>(pages: &'a Inspected, probe: &'a View) -> Vec<(&'a TextRun, &'a str)> {
    let values: BTreeMap<&str, &str> = probe
        .cells
        .iter()
        .map(|(name, value)| (value.as_str(), name.as_str()))
        .collect();
    let runs = pages.pages.iter().flat_map(|page| &page.texts);
    let outside = runs.filter(|run| run.cell.is_none());
    let named = outside.filter_map(|run| {
        let mut characters = run.text.chars();
        let name = characters.find_map(|one| values.get(one.to_string().as_str()))?;
        Some((run, *name))
    });
    named.collect()
}
