//! Cells of a part of a list, numbered from the part's beginning while it is laid out: the
//! layout engine keeps for good each name that it has met, and so meets the same ones in
//! all parts.

use std::collections::BTreeMap;

use super::cells::{GROUPS, ROWS, item};
use super::view::{View, Window};

/// How many rows and groups of a list stand before a part of it.
#[derive(Clone, Copy, Debug)]
pub struct Before {
    /// Rows.
    pub rows: usize,
    /// Groups.
    pub groups: usize,
}

impl Before {
    /// What a cell of the part is called in the list.
    pub fn in_list(self, cell: &str) -> Option<String> {
        let (list, index, key) = item(cell)?;
        Some(format!("{list}[{}].{key}", index + self.of(list)?))
    }

    /// What a cell of the list is called in the part.
    fn in_part(self, cell: &str) -> Option<String> {
        let (list, index, key) = item(cell)?;
        Some(format!(
            "{list}[{}].{key}",
            index.checked_sub(self.of(list)?)?
        ))
    }

    fn of(self, list: &str) -> Option<usize> {
        match list {
            ROWS => Some(self.rows),
            GROUPS => Some(self.groups),
            _ => None,
        }
    }
}

impl View {
    /// What stands before the part of a list that it shows.
    pub fn before(&self) -> Before {
        let rows = self.window.as_ref().map_or(0, |window| window.first);
        let groups = self.groups.iter();
        Before {
            rows,
            groups: groups.filter(|first| **first < rows).count(),
        }
    }

    /// The same, numbered from the part's beginning.
    pub fn in_part(&self) -> Self {
        let before = self.before();
        let named = |cell: &String| before.in_part(cell).unwrap_or_else(|| cell.clone());
        let renamed = |cells: &BTreeMap<String, String>| {
            let cells = cells.iter();
            cells
                .map(|(cell, text)| (named(cell), text.clone()))
                .collect()
        };
        let mut view = Self {
            cells: renamed(&self.cells),
            faces: renamed(&self.faces),
            groups: self.groups[before.groups..]
                .iter()
                .map(|first| first - before.rows)
                .collect(),
            window: self.window.as_ref().map(|window| Window {
                first: 0,
                ..window.clone()
            }),
            ..self.clone()
        };
        for (list, count) in [(ROWS, before.rows), (GROUPS, before.groups)] {
            if let Some(all) = view.counts.get_mut(list) {
                *all = all.saturating_sub(count);
            }
        }
        view
    }
}
