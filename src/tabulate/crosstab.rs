//! The general cross-table: rows × the leaves of a header tree.

use super::condition::Condition;
use crate::derive::Certainty;
use crate::derive::derived::belongs;
use crate::expression::{Expression, Outcome, Scope, Value};

/// A declared cross-table.
#[derive(Clone, Debug)]
pub struct CrossTable {
    /// The rows.
    pub rows: Rows,
    /// The leaves of the header tree, from left to right.
    pub leaves: Vec<Leaf>,
}

/// The rows of a cross-table: the texts of an expression, then their total.
#[derive(Clone, Debug)]
pub struct Rows {
    /// The expression whose texts are the rows.
    pub by: Expression,
    /// The texts.
    pub values: Vec<String>,
    /// The name of the last row, the total.
    pub total: String,
    /// The row of members of whom it says nothing.
    pub otherwise: Option<String>,
}

/// A column of figures.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The column's name.
    pub name: String,
    /// Facts one of which must hold for a member to be counted at all.
    pub population: Vec<String>,
    /// What else must hold.
    pub condition: Condition,
    /// The leaves whose sum it is, by their places; then nobody is counted.
    pub sum: Vec<usize>,
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

/// A member that a table cannot count: what is open, and in which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Index of the member in its unit.
    pub member: usize,
    /// The fact that is open.
    pub fact: String,
    /// The column.
    pub column: String,
}

impl Table {
    /// The figure in a row and a column; an empty cell counts as 0.
    pub fn figure(&self, row: &str, column: &str) -> u32 {
        let Some(index) = self.columns.iter().position(|name| name == column) else {
            return 0;
        };
        let row = self.rows.iter().find(|(name, _)| name == row);
        row.and_then(|(_, cells)| cells[index]).unwrap_or(0)
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
            .values
            .iter()
            .map(|name| (name.clone(), cells(false)));
        let total = std::iter::once((self.rows.total.clone(), cells(true)));
        Table {
            columns: self.leaves.iter().map(|leaf| leaf.name.clone()).collect(),
            rows: groups.chain(total).collect(),
        }
    }

    /// Counts the members of a unit. Members that cannot be counted for sure
    /// are reported beside the table.
    pub fn count<'a>(
        &self,
        members: impl Iterator<Item = (usize, Scope<'a>)>,
    ) -> (Table, Vec<Undecided>) {
        let mut table = self.empty();
        let mut undecided: Vec<Undecided> = Vec::new();
        for (index, scope) in members {
            for (column, leaf) in self.leaves.iter().enumerate() {
                match leaf.counts(&scope) {
                    Outcome::No => {}
                    Outcome::Yes => self.enter(&mut table, column, leaf, &scope),
                    Outcome::Undecided(fact) => {
                        let known = |u: &Undecided| u.member == index && u.fact == fact;
                        if !undecided.iter().any(known) {
                            let column = leaf.name.clone();
                            undecided.push(Undecided {
                                member: index,
                                fact,
                                column,
                            });
                        }
                    }
                }
            }
        }
        self.add_up(&mut table);
        (table, undecided)
    }

    /// Fills in the leaves that are sums of others.
    pub fn add_up(&self, table: &mut Table) {
        for (column, leaf) in self.leaves.iter().enumerate() {
            for (_, cells) in &mut table.rows {
                if !leaf.sum.is_empty() {
                    let parts = leaf.sum.iter().filter_map(|part| cells[*part]);
                    cells[column] = Some(parts.sum());
                }
            }
        }
    }

    /// Whether a member counts in the figure of a row and a column.
    pub fn holds(&self, row: &str, column: &str, scope: &Scope<'_>) -> bool {
        let Some(leaf) = self.leaves.iter().find(|leaf| leaf.name == column) else {
            return false;
        };
        let counts = |leaf: &Leaf| leaf.counts(scope) == Outcome::Yes;
        let counted = match leaf.sum.is_empty() {
            true => counts(leaf),
            false => leaf.sum.iter().any(|part| counts(&self.leaves[*part])),
        };
        counted && (row == self.rows.total || self.row_of(scope) == Some(row))
    }

    /// The row of a member, beside the total.
    fn row_of(&self, scope: &Scope<'_>) -> Option<&str> {
        let mut rows = self.rows.values.iter().map(String::as_str);
        match self.rows.by.value(scope) {
            Value::Text(text, _) => rows.find(|row| *row == text),
            _ => rows.find(|row| Some(*row) == self.rows.otherwise.as_deref()),
        }
    }

    fn enter(&self, table: &mut Table, column: usize, leaf: &Leaf, scope: &Scope<'_>) {
        let row = self.row_of(scope);
        let mut names = self.rows.values.iter().map(String::as_str);
        let group = names.position(|name| Some(name) == row);
        let total = table.rows.len() - 1;
        for row in group
            .filter(|_| !leaf.total_only)
            .into_iter()
            .chain([total])
        {
            let cell = &mut table.rows[row].1[column];
            *cell = Some(cell.unwrap_or(0) + 1);
        }
    }
}

impl Leaf {
    fn counts(&self, scope: &Scope<'_>) -> Outcome {
        if !self.sum.is_empty() {
            return Outcome::No;
        }
        let mut belonging = Certainty::No;
        let mut open = None;
        for name in &self.population {
            let certainty = belongs(name, scope.member, scope.facts);
            if certainty == Certainty::Open {
                open = Some(name.as_str());
            }
            belonging = belonging.or(certainty);
        }
        if belonging == Certainty::No {
            return Outcome::No;
        }
        match (belonging, self.condition.holds(scope)) {
            (_, Outcome::No) => Outcome::No,
            (Certainty::Open, _) => Outcome::Undecided(open.unwrap_or_default().to_owned()),
            (_, outcome) => outcome,
        }
    }
}
