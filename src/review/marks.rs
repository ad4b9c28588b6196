//! Which cells of an output say something else than they did: rows of registers are those of
//! the same member, wherever they stand, other rows those that say the same.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, capture_diff_slices};

use super::print::shown;
use super::{Change, MemberChange, OutputChange, Review};
use crate::forms::View;
use crate::forms::card_cell::PHOTO;
use crate::forms::cells::{GROUPS, NAME, item};
use crate::forms::document::{PARTS, TEXT};
use crate::forms::register_cell::NUMBER;
use crate::load::Workspace;
use crate::model::handle::{MemberId, UnitId};
use crate::prose::Block;
use crate::publish::Prepared;

/// What becomes of a cell or of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Another text stands in a cell.
    Cell,
    /// A row is new.
    NewRow,
    /// A row is gone.
    GoneRow,
}

/// A cell, or a row, that is to be marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What becomes of it.
    pub kind: MarkKind,
    /// The names of its cells before and now.
    pub cells: [Vec<String>; 2],
    /// The file of the member whom it is about.
    pub about: Option<String>,
}

/// Who is whom in two states, by file.
#[derive(Default)]
pub struct Persons {
    /// The old files of those who are called otherwise, with the new ones.
    followed: BTreeMap<String, String>,
    /// The files of those who are in one state alone.
    alone: [BTreeSet<String>; 2],
}

impl Persons {
    /// Those of these members; all others are the same in both states.
    pub fn of(members: &[MemberChange]) -> Self {
        let mut persons = Self::default();
        for member in members {
            let path = member.path.clone();
            match member.change.first() {
                Some(Change::Removed) => drop(persons.alone[0].insert(path)),
                Some(Change::Added) => drop(persons.alone[1].insert(path)),
                _ => {
                    let old = member.old_path.clone();
                    persons.followed.extend(old.map(|old| (old, path)));
                }
            }
        }
        persons
    }

    /// What a member is known by whose file has this path in the old state (0) or the new
    /// one (1).
    fn known(&self, at: usize, path: String) -> String {
        if self.alone[at].contains(&path) {
            return format!("{at}:{path}");
        }
        let now = self.followed.get(&path).filter(|_| at == 0);
        now.cloned().unwrap_or(path)
    }
}

/// A row: by what it is known, whom it is about, and its texts by key.
#[derive(Debug, Default)]
struct Row<'a> {
    known: String,
    about: Option<String>,
    texts: BTreeMap<&'a str, Cow<'a, str>>,
}

/// The lists of an output with their rows.
type Lists<'a> = BTreeMap<&'a str, Vec<Row<'a>>>;

impl Review {
    /// What is to be marked on an output that is in both states.
    pub fn marks(&self, output: &OutputChange, sides: [&Prepared; 2]) -> Vec<Mark> {
        let of_card = output.is_of_member().then(|| shown(&output.about));
        let mut marks = Vec::new();
        let views = sides.map(|side| &side.view);
        for cell in singles(views) {
            marks.push(Mark {
                kind: MarkKind::Cell,
                cells: [vec![cell.to_owned()], vec![cell.to_owned()]],
                about: of_card.clone(),
            });
        }
        if sides[0].photo() != sides[1].photo() {
            marks.push(Mark {
                kind: MarkKind::Cell,
                cells: [vec![PHOTO.to_owned()], vec![PHOTO.to_owned()]],
                about: of_card.clone(),
            });
        }
        let lists = [0, 1].map(|at| self.lists(at, sides[at]));
        let names: BTreeSet<&str> = lists.iter().flat_map(BTreeMap::keys).copied().collect();
        for name in names {
            let rows = lists.each_ref().map(|lists| lists.get(name));
            let rows = rows.map(|rows| rows.map_or(&[][..], Vec::as_slice));
            of_list(name, rows, &of_card, &mut marks);
        }
        marks
    }

    /// The rows of all lists of an output.
    fn lists<'a>(&self, at: usize, side: &'a Prepared) -> Lists<'a> {
        let mut lists = Lists::new();
        for (cell, text) in &side.view.cells {
            if let Some((list, index, key)) = item(cell) {
                let rows = lists.entry(list).or_default();
                if rows.len() <= index {
                    rows.resize_with(index + 1, Row::default);
                }
                rows[index].texts.insert(key, text.into());
            }
        }
        for (list, rows) in &mut lists {
            let is_group = *list == GROUPS || list.ends_with(&format!(".{GROUPS}"));
            for row in rows.iter_mut() {
                let name = row.texts.get(NAME).map_or("", |name| name);
                // How many there are is no part of what a group is called.
                let group = name.rsplit_once('（').filter(|_| is_group);
                row.known = group.map_or(name, |group| group.0).to_owned();
            }
            if *list == PARTS {
                for (row, part) in rows.iter_mut().zip(&side.view.parts) {
                    row.texts.insert(TEXT, own_words(part).into());
                }
            }
        }
        for list in &side.lists {
            let (name, about) = list.about();
            let rows = lists.get_mut(name.as_str());
            for (row, about) in rows.into_iter().flatten().zip(about) {
                let path = self.path_of(at, about).unwrap_or_default();
                row.about = Some(path.clone());
                row.known = self.persons.known(at, path);
            }
        }
        lists
    }

    fn path_of(&self, at: usize, (unit, member): (UnitId, MemberId)) -> Option<String> {
        let workspace: &Workspace = &self.states.as_ref()?[at].project.workspace;
        Some(shown(&workspace.units[unit].member_paths[member]))
    }
}

/// The cells that stand there once and say something else.
fn singles(views: [&View; 2]) -> Vec<&str> {
    let names = views.iter().flat_map(|view| view.cells.keys());
    let names: BTreeSet<&String> = names.filter(|name| item(name).is_none()).collect();
    let text = |at: usize, name: &String| views[at].cells.get(name).map_or("", String::as_str);
    let names = names
        .into_iter()
        .filter(|name| text(0, name) != text(1, name));
    names.map(String::as_str).collect()
}

/// The words of a part of a document, without the figures that have a cell for themselves.
fn own_words(part: &Block) -> String {
    let pieces = part.pieces.iter();
    pieces
        .map(|piece| match &piece.cell {
            Some(cell) => format!("{{{cell}}}"),
            None => piece.text.clone(),
        })
        .collect()
}

fn of_list(name: &str, rows: [&[Row<'_>]; 2], of_card: &Option<String>, marks: &mut Vec<Mark>) {
    let cell = |at: usize, key: &str| format!("{name}[{at}].{key}");
    let whole = |side: usize, at: usize| -> Vec<String> {
        let keys = rows[side].get(at).map(|row| row.texts.keys());
        keys.into_iter()
            .flatten()
            .map(|key| cell(at, key))
            .collect()
    };
    for pair in pairs(rows) {
        let about = |row: &Row<'_>| row.about.clone().or_else(|| of_card.clone());
        match pair {
            [Some(was), Some(is)] => {
                let (before, now) = (&rows[0][was], &rows[1][is]);
                let keys: BTreeSet<&&str> = before.texts.keys().chain(now.texts.keys()).collect();
                for key in keys.into_iter().filter(|key| **key != NUMBER) {
                    if before.texts.get(key) != now.texts.get(key) {
                        marks.push(Mark {
                            kind: MarkKind::Cell,
                            cells: [vec![cell(was, key)], vec![cell(is, key)]],
                            about: about(now),
                        });
                    }
                }
            }
            [Some(was), None] => marks.push(Mark {
                kind: MarkKind::GoneRow,
                // On a card an empty row may stand there now.
                cells: [
                    whole(0, was),
                    if was < rows[1].len() {
                        Vec::new()
                    } else {
                        whole(0, was)
                    },
                ],
                about: about(&rows[0][was]),
            }),
            [None, Some(is)] => marks.push(Mark {
                kind: MarkKind::NewRow,
                cells: [
                    if is < rows[0].len() {
                        Vec::new()
                    } else {
                        whole(1, is)
                    },
                    whole(1, is),
                ],
                about: about(&rows[1][is]),
            }),
            [None, None] => {}
        }
    }
}

/// Which rows are the same ones.
fn pairs(rows: [&[Row<'_>]; 2]) -> Vec<[Option<usize>; 2]> {
    let mut known: BTreeMap<&str, [Vec<usize>; 2]> = BTreeMap::new();
    for (side, rows) in rows.iter().enumerate() {
        for (at, row) in rows.iter().enumerate() {
            known.entry(&row.known).or_default()[side].push(at);
        }
    }
    let mut pairs = Vec::new();
    for places in known.values() {
        let texts = |side: usize| -> Vec<String> {
            let rows = places[side].iter().map(|at| &rows[side][*at]);
            rows.map(|row| {
                let texts = row.texts.iter().filter(|(key, _)| **key != NUMBER);
                texts
                    .map(|(key, text)| format!("{key}\u{1}{text}\u{2}"))
                    .collect()
            })
            .collect()
        };
        let place = |side: usize, at: usize, end: usize| (at < end).then(|| places[side][at]);
        for op in capture_diff_slices(Algorithm::Myers, &texts(0), &texts(1)) {
            let (before, now) = (op.old_range(), op.new_range());
            for step in 0..before.len().max(now.len()) {
                pairs.push([
                    place(0, before.start + step, before.end),
                    place(1, now.start + step, now.end),
                ]);
            }
        }
    }
    pairs
}
