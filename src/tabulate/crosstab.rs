//! The general cross-table: rows × the leaves of a header tree.

use super::condition::{Condition, Truth};
use crate::derive::{Certainty, Datum, Facts, datum};
use crate::model::member::Member;

/// A declared cross-table.
#[derive(Clone, Debug)]
pub struct CrossTable {
    /// The rows.
    pub rows: Rows,
    /// The leaves of the header tree, from left to right.
    pub leaves: Vec<Leaf>,
}

/// The rows of a cross-table: the values of a fact, then their total.
#[derive(Clone, Debug)]
pub struct Rows {
    /// The fact whose words are the rows.
    pub by: String,
    /// The words.
    pub values: Vec<String>,
    /// The name of the last row, the total.
    pub total: String,
    /// The row of members for whom the fact is not given.
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
        members: impl Iterator<Item = (usize, &'a Member, &'a Facts)>,
    ) -> (Table, Vec<Undecided>) {
        let mut table = self.empty();
        let mut undecided: Vec<Undecided> = Vec::new();
        for (index, member, facts) in members {
            for (column, leaf) in self.leaves.iter().enumerate() {
                match leaf.counts(member, facts) {
                    Truth::No => {}
                    Truth::Yes => self.enter(&mut table, column, leaf, member, facts),
                    Truth::Undecided(fact) => {
                        let known = |u: &Undecided| u.member == index && u.fact == fact;
                        if !undecided.iter().any(known) {
                            let (fact, column) = (fact.to_owned(), leaf.name.clone());
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
        (table, undecided)
    }

    /// Whether a member counts in the figure of a row and a column.
    pub fn holds(&self, row: &str, column: &str, member: &Member, facts: &Facts) -> bool {
        let leaf = self.leaves.iter().find(|leaf| leaf.name == column);
        let counts = leaf.is_some_and(|leaf| leaf.counts(member, facts) == Truth::Yes);
        counts && (row == self.rows.total || self.row_of(member, facts) == Some(row))
    }

    /// The row of a member, beside the total.
    fn row_of(&self, member: &Member, facts: &Facts) -> Option<&str> {
        let word = match datum::datum(&self.rows.by, member, facts) {
            Some(Datum::Word(word)) => Some(word),
            _ => self.rows.otherwise.as_deref(),
        };
        let rows = self.rows.values.iter().map(String::as_str);
        rows.into_iter().find(|row| Some(*row) == word)
    }

    fn enter(&self, table: &mut Table, column: usize, leaf: &Leaf, member: &Member, facts: &Facts) {
        let row = self.row_of(member, facts);
        let names = self.rows.values.iter();
        let group = names.map(String::as_str).position(|name| Some(name) == row);
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
    fn counts(&self, member: &Member, facts: &Facts) -> Truth<'_> {
        let mut belongs = Certainty::No;
        let mut open = None;
        for name in &self.population {
            let certainty = match datum::datum(name, member, facts) {
                Some(Datum::Flag(certainty)) => certainty,
                _ => Certainty::Open,
            };
            if certainty == Certainty::Open {
                open = Some(name.as_str());
            }
            belongs = belongs.or(certainty);
        }
        match (belongs, self.condition.holds(member, facts)) {
            (Certainty::No, _) | (_, Truth::No) => Truth::No,
            (Certainty::Open, _) => Truth::Undecided(open.unwrap_or_default()),
            (Certainty::Yes, truth) => truth,
        }
    }
}
