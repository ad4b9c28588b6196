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
const FIRST: char = '\u{3400}';

/// More items than the lists of cards have room for by themselves.
const ITEMS: usize = 9;

/// A view with a value in every cell of a form.
pub fn probe(form: &Form) -> View {
    let names = form.cells.names();
    let single = names.iter().filter(|name| !name.contains("[].")).cloned();
    let listed = names.iter().filter_map(|name| name.split_once("[]."));
    let counts: BTreeMap<_, _> = listed
        .clone()
        .map(|(list, _)| (list.to_owned(), ITEMS))
        .collect();
    let listed =
        listed.flat_map(|(list, key)| (0..ITEMS).map(move |at| format!("{list}[{at}].{key}")));
    let cells = single.chain(listed).filter(|name| name != "照片");
    let is_grouped = counts.contains_key(GROUPS);
    let grouped = form.tables.iter().map(|table| {
        let is_grouped = counts.contains_key(&table.cell_in_form(GROUPS));
        let groups = (0..ITEMS).filter(|_| is_grouped);
        (table.id().to_owned(), groups.collect())
    });
    View {
        groups: (0..ITEMS).filter(|_| is_grouped).collect(),
        groups_of: grouped.collect(),
        has_photo: true,
        is_sample: true,
        cells: cells.zip((FIRST..).map(String::from)).collect(),
        counts,
        ..View::default()
    }
}

/// Texts outside of every named cell that print values of a probe, with the cell
/// whose value each is.
pub fn unnamed<'a>(pages: &'a Inspected, probe: &'a View) -> Vec<(&'a TextRun, &'a str)> {
    let cells = probe.cells.iter();
    let values = cells.map(|(name, value)| (value.as_str(), name.as_str()));
    let values: BTreeMap<&str, &str> = values.collect();
    let runs = pages.pages.iter().flat_map(|page| &page.texts);
    let outside = runs.filter(|run| run.cell.is_none());
    let named = outside.filter_map(|run| {
        let mut characters = run.text.chars();
        let name = characters.find_map(|one| values.get(one.to_string().as_str()))?;
        Some((run, *name))
    });
    named.collect()
}
