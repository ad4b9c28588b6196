//! What a page prints, and what of it is different on another.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use chrono::NaiveDate;
use indexmap::IndexSet;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::forms::cells::{GROUPS, item};
use crate::forms::register_cell::NUMBER;
use crate::forms::stamp::CELL;
use crate::load::hexadecimal;
use crate::prose::Block;
use crate::publish::Given;

/// All that a page prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    day: NaiveDate,
    photo: Option<[u8; 32]>,
    sealed: bool,
    /// Those of cells that are not in rows.
    cells: BTreeMap<String, String>,
    /// The rows of registers, by what their cells are called before `[`.
    rows: BTreeMap<String, Vec<Row>>,
    /// The parts of a document.
    parts: Vec<String>,
    /// How many items other lists have.
    counts: BTreeMap<String, usize>,
}

/// The texts of a row by the keys of their columns, but for its number.
type Row = Vec<(String, String)>;

/// A text that is another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// What prints it.
    pub of: Printing,
    /// What was printed; nothing where it was not there.
    pub old: String,
    /// What would be printed now.
    pub new: String,
}

/// What prints a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Printing {
    /// A cell, by its name.
    Cell(String),
    /// A row that is on one of the pages only, by the name of its first cell that says
    /// something.
    Row(String),
    /// A part of a document, by its number.
    Part(usize),
    /// The photo: what is printed is no text.
    Photo,
    /// The day that the file carries.
    Day,
    /// The place of a seal.
    Seal,
    /// How many items a list has, all texts of which are empty.
    Count(String),
}

impl Texts {
    /// What an output prints.
    pub fn of(given: &Given) -> Self {
        let mut texts = Self {
            day: given.day,
            photo: given.photo.as_ref().map(|photo| photo.digest),
            sealed: given.view.sealed,
            cells: BTreeMap::new(),
            rows: BTreeMap::new(),
            parts: given.view.parts.iter().map(Block::text).collect(),
            counts: given.view.counts.clone(),
        };
        for (cell, text) in &given.view.cells {
            let list = item(cell).map(|(list, ..)| list);
            let is_of_list = |list| given.lists.iter().any(|one| one.is_its(list));
            if cell != CELL && !list.is_some_and(is_of_list) {
                texts.cells.insert(cell.clone(), text.clone());
            }
        }
        for list in &given.lists {
            let rows = (0..list.len()).map(|row| {
                let group = list.group_at(row).map(|name| (GROUPS, name.into()));
                let all = list.texts_of(row).filter(|(key, _)| *key != NUMBER);
                let all = all.chain(group);
                all.map(|(key, text)| (key.to_owned(), text.into_owned()))
                    .collect()
            });
            texts.rows.insert(list.called(), rows.collect());
        }
        texts
    }

    /// What is printed otherwise on another page, in the order of the names of cells, rows in
    /// their own.
    pub fn changes(&self, new: &Self) -> Vec<TextChange> {
        let mut found = Vec::new();
        let mut add = |of: Printing, old: &str, new: &str| {
            if old != new {
                let (old, new) = (old.to_owned(), new.to_owned());
                found.push(TextChange { of, old, new });
            }
        };
        let names: BTreeSet<&String> = self.cells.keys().chain(new.cells.keys()).collect();
        for name in names {
            let [old, new] = [self, new].map(|it| it.cells.get(name).map_or("", String::as_str));
            add(Printing::Cell(name.clone()), old, new);
        }
        let lists: BTreeSet<&String> = self.rows.keys().chain(new.rows.keys()).collect();
        for list in lists {
            let [old, new] = [self, new].map(|it| it.rows.get(list).map_or(&[][..], Vec::as_slice));
            rows(list, old, new, &mut add);
        }
        for (at, [old, new]) in aligned(&self.parts, &new.parts) {
            let [old, new] = [old, new].map(|text| text.map_or("", String::as_str));
            add(Printing::Part(at), old, new);
        }
        if self.photo != new.photo {
            let [old, new] = [self, new].map(|it| it.photo.map(|photo| hexadecimal(&photo)));
            let [old, new] = [&old, &new].map(|it| it.as_deref().unwrap_or_default());
            add(Printing::Photo, old, new);
        }
        let [old, new_seal] = [self, new].map(|it| if it.sealed { SEALED } else { "" });
        add(Printing::Seal, old, new_seal);
        if found.is_empty() {
            found.extend(self.hidden_changes(new));
        }
        found
    }

    /// What is different where no text is.
    fn hidden_changes(&self, new: &Self) -> impl Iterator<Item = TextChange> {
        let change = |of, old: Option<String>, new: Option<String>| {
            let [old, new] = [old, new].map(Option::unwrap_or_default);
            (old != new).then_some(TextChange { of, old, new })
        };
        let days = [self, new].map(|it| Some(it.day.to_string()));
        let [old, new_day] = days;
        let day = change(Printing::Day, old, new_day);
        let lists: BTreeSet<&String> = self.counts.keys().chain(new.counts.keys()).collect();
        let count = |list: &String| {
            let [old, new] = [self, new].map(|it| it.counts.get(list).map(usize::to_string));
            change(Printing::Count(list.clone()), old, new)
        };
        let counts: Vec<TextChange> = lists.into_iter().filter_map(count).collect();
        day.into_iter().chain(counts)
    }
}

/// What stands for the place of a seal.
const SEALED: &str = "（印章）";

/// The cells of rows that are others: those of one row beside one another where as many come
/// in the place of as many; of one that is new or gone, its first text.
fn rows(list: &str, old: &[Row], new: &[Row], add: &mut dyn FnMut(Printing, &str, &str)) {
    for (at, pair) in aligned(old, new) {
        let cell = |key: &str| format!("{list}[{at}].{key}");
        let first = |row: &Row| {
            let said = row.iter().find(|(_, text)| !text.is_empty());
            said.or(row.first()).cloned().unwrap_or_default()
        };
        match pair {
            [Some(old), Some(new)] => {
                let keys = old.iter().chain(new).map(|(key, _)| key);
                let keys: IndexSet<&String> = keys.collect();
                for key in keys {
                    let text = |row: &[(String, String)]| {
                        let mut texts = row.iter();
                        let found = texts.find(|(known, _)| known == key);
                        found.map_or(String::new(), |(_, text)| text.clone())
                    };
                    add(Printing::Cell(cell(key)), &text(old), &text(new));
                }
            }
            [Some(gone), None] => {
                let (key, text) = first(gone);
                add(Printing::Row(cell(&key)), &text, "");
            }
            [None, Some(new)] => {
                let (key, text) = first(new);
                add(Printing::Row(cell(&key)), "", &text);
            }
            [None, None] => {}
        }
    }
}

/// Items of two lists that are not the same in both, side by side; their place in the new
/// one, of those that are gone in the old one.
fn aligned<'a, T: Ord + Eq + Hash>(old: &'a [T], new: &'a [T]) -> Vec<(usize, [Option<&'a T>; 2])> {
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (before, after) = (op.old_range(), op.new_range());
        for step in 0..before.len().max(after.len()) {
            let [was, is] = [(&before, old), (&after, new)].map(|(range, items)| {
                let at = range.start + step;
                (at < range.end).then(|| (at, &items[at]))
            });
            let at = is.or(was).map_or(0, |(at, _)| at);
            pairs.push((at, [was, is].map(|item| item.map(|(_, item)| item))));
        }
    }
    pairs
}
