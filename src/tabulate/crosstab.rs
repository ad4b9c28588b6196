//! The general cross-table: rows × the leaves of a header tree.

use super::who::Who;
use crate::derive::Certainty;
use crate::expression::{Expression, Scope, Value};
use crate::model::provenance::{Keys, Traced};

/// A declared cross-table.
#[derive(Clone, Debug)]
pub struct CrossTable {
    /// The rows.
    pub rows: Rows,
    /// The leaves of the header tree, from left to right.
    pub leaves: Vec<Leaf>,
}

/// The rows of a cross-table: the texts of an expression, then their total. Who counts in
/// the total counts in one of them.
#[derive(Clone, Debug)]
pub struct Rows {
    /// The expression whose texts say the row.
    pub by: Expression,
    /// The rows.
    pub groups: Vec<Group>,
    /// The name of the last row, the total.
    pub total: String,
    /// The row of everybody else, by its place.
    pub otherwise: Option<usize>,
    /// Whether the form shows a line for each organisation instead, and the total.
    pub of_units: bool,
}

impl Rows {
    /// The row in which a text is counted.
    fn of(&self, text: &str) -> Option<usize> {
        let mut groups = self.groups.iter();
        groups.position(|group| group.texts.iter().any(|one| one == text))
    }

    /// What a member has that no row counts, with what it follows from.
    pub fn uncounted(&self, scope: &Scope<'_>) -> Option<Traced<String>> {
        let Traced { value, keys } = self.by.value(scope);
        match value {
            Value::Text(text, _) if self.of(&text).or(self.otherwise).is_none() => {
                Some(Traced { value: text, keys })
            }
            _ => None,
        }
    }
}

/// A row of a cross-table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// The texts that are counted in it.
    pub texts: Vec<String>,
}

/// Where a member stands among the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowPlace {
    /// In a row, by its place.
    Row(usize),
    /// It is not known, or there is none for him.
    Open,
}

/// A column of figures.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The column's name.
    pub name: String,
    /// Who is counted.
    pub who: Who,
    /// The leaves whose sum it is, by their places, all of which count: then nobody is
    /// counted here.
    pub sum: Vec<usize>,
    /// The figure of another table that it shows, by the table's id: then nobody is counted
    /// here, either.
    pub taken: Option<(String, String)>,
    /// Only the total is given; the cells of the other rows stay empty.
    pub total_only: bool,
}

/// The figures of a cross-table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Name and cells of each row, the total last; an empty cell is `None`.
    pub rows: Vec<(String, Vec<Option<u32>>)>,
}

impl Table {
    /// The figure in a row and a column; none where the table has no such cell, or
    /// where it stays empty.
    pub fn figure(&self, row: &str, column: &str) -> Option<u32> {
        let column = self.columns.iter().position(|name| name == column)?;
        let (_, cells) = self.rows.iter().find(|(name, _)| name == row)?;
        cells[column]
    }

    /// The figure of the last row.
    pub fn total(&self, column: &str) -> Option<u32> {
        let (total, _) = self.rows.last()?;
        self.figure(total, column)
    }

    /// Adds the figures of another table of the same form.
    pub fn add(&mut self, other: &Self) {
        for ((_, cells), (_, more)) in self.rows.iter_mut().zip(&other.rows) {
            for (cell, more) in cells.iter_mut().zip(more) {
                *cell = match (*cell, *more) {
                    (None, None) => None,
                    (a, b) => Some(a.unwrap_or(0) + b.unwrap_or(0)),
                };
            }
        }
    }
}

impl CrossTable {
    /// A table of zeros, empty where the cells stay empty.
    pub fn empty(&self) -> Table {
        let cells = |is_total: bool| {
            self.leaves
                .iter()
                .map(|leaf| (is_total || !leaf.total_only).then_some(0))
                .collect()
        };
        let groups = self
            .rows
            .groups
            .iter()
            .map(|group| (group.name.clone(), cells(false)));
        let total = std::iter::once((self.rows.total.clone(), cells(true)));
        Table {
            columns: self.leaves.iter().map(|leaf| leaf.name.clone()).collect(),
            rows: groups.chain(total).collect(),
        }
    }

    /// Whether a member counts in each leaf, none in those that are sums or taken.
    pub fn counts(&self, scope: &Scope<'_>) -> Vec<Traced<Certainty>> {
        let count = |leaf: &Leaf| match leaf.sum.is_empty() && leaf.taken.is_none() {
            true => leaf.who.holds(scope),
            false => Traced::constant(Certainty::No),
        };
        self.leaves.iter().map(count).collect()
    }

    /// Counts a member in the leaves in which he surely counts.
    pub fn enter(&self, table: &mut Table, counts: &[Traced<Certainty>], scope: &Scope<'_>) {
        if counts.iter().all(|counts| !counts.value.is_yes()) {
            return;
        }
        let group = match self.row_of(scope).value {
            RowPlace::Row(row) => Some(row),
            RowPlace::Open => None,
        };
        let total = table.rows.len() - 1;
        for (column, leaf) in self.leaves.iter().enumerate() {
            if !counts[column].value.is_yes() {
                continue;
            }
            let group = group.filter(|_| !leaf.total_only);
            for row in group.into_iter().chain([total]) {
                let cell = &mut table.rows[row].1[column];
                *cell = Some(cell.unwrap_or(0) + 1);
            }
        }
    }

    /// Fills in the leaves that are sums of others.
    pub fn add_up(&self, table: &mut Table) {
        for (column, leaf) in self.leaves.iter().enumerate() {
            for (_, cells) in &mut table.rows {
                if !leaf.sum.is_empty() {
                    let parts = leaf.sum.iter().map(|part| cells[*part]);
                    cells[column] = parts.sum();
                }
            }
        }
    }

    /// The keys by which a member counts in the figure of a row and a column; none
    /// where he does not.
    pub fn counted(&self, row: &str, column: &str, person: &Counted<'_>) -> Option<Keys> {
        let leaf = self.leaves.iter().position(|leaf| leaf.name == column)?;
        let parts = match self.leaves[leaf].sum.as_slice() {
            [] => vec![leaf],
            parts => parts.to_vec(),
        };
        let counts = parts.iter().map(|part| person.counts[*part]);
        let yes: Vec<Keys> = counts
            .filter(|counts| counts.value.is_yes())
            .map(|counts| counts.keys)
            .collect();
        let by_row = match row == self.rows.total {
            true => Keys::NONE,
            false => {
                let group = self.row_of(&person.scope);
                let mut groups = self.rows.groups.iter();
                let place = groups.position(|group| group.name == row);
                if place.map(RowPlace::Row) != Some(group.value) {
                    return None;
                }
                group.keys
            }
        };
        (!yes.is_empty()).then(|| yes.into_iter().collect::<Keys>().join(by_row))
    }

    /// The keys that say in which row a member stands, where he may count in one.
    pub fn keys_of_row(&self, person: &Counted<'_>) -> Keys {
        let mut counts = self.leaves.iter().zip(&person.counts);
        let has_row = counts.any(|(leaf, counts)| {
            counts.value != Certainty::No && !leaf.total_only && leaf.sum.is_empty()
        });
        match has_row {
            true => self.row_of(&person.scope).keys,
            false => Keys::NONE,
        }
    }

    /// Where a member stands among the rows.
    pub fn row_of(&self, scope: &Scope<'_>) -> Traced<RowPlace> {
        self.rows.by.value(scope).map(|value| {
            let row = match value {
                Value::Open => return RowPlace::Open,
                Value::Text(text, _) => self.rows.of(&text),
                _ => None,
            };
            row.or(self.rows.otherwise)
                .map_or(RowPlace::Open, RowPlace::Row)
        })
    }

    /// Whether a member counts in each leaf, where it is open in which row he would.
    pub fn counts_in_rows(&self, scope: &Scope<'_>) -> Vec<Traced<Certainty>> {
        let mut counts = self.counts(scope);
        let row = self.row_of(scope);
        if row.value == RowPlace::Open {
            let split = self.leaves.iter().zip(&mut counts);
            for (_, counts) in split.filter(|(leaf, _)| !leaf.total_only) {
                if counts.value.is_yes() {
                    *counts = row.map(|_| Certainty::Open).joined(counts.keys);
                }
            }
        }
        counts
    }
}

/// A member with where he counts.
pub struct Counted<'a> {
    /// He on the days of the table's form.
    pub scope: Scope<'a>,
    /// Whether he counts in each leaf, then in each count beside the table.
    pub counts: Vec<Traced<Certainty>>,
}
