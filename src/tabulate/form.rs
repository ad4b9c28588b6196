//! A table as its form declares it, and where a member counts in it.

use std::path::PathBuf;

use super::beside::Block;
use super::crosstab::{Counted, CrossTable};
use super::person::Person;
use super::who::Who;
use crate::derive::Certainty;
use crate::expression::Expression;
use crate::model::node::Span;
use crate::model::provenance::{Keys, Traced};

/// A declared table with what stands beside it.
#[derive(Clone, Debug)]
pub struct TableForm {
    /// The form's id.
    pub id: String,
    /// The table.
    pub cross: CrossTable,
    /// The blocks of counts beside the table, each with who is counted.
    pub beside: Vec<Block<Who>>,
    /// What must hold between its figures.
    pub relations: Vec<Relation>,
    /// Whether its figures are handed up by themselves, as all of the notice's own.
    pub is_of_notice: bool,
    /// Whether it is what a document, or declared rows, count, or what others count: nobody
    /// hands that up.
    pub is_document: bool,
    /// The `form.yaml` of a workspace that says what it is, rather than the program, and
    /// where its rows stand.
    pub own: Option<(PathBuf, Span)>,
}

/// What a form says must hold between its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// The expression.
    pub expression: Expression,
    /// Only the last row is meant.
    pub only_total: bool,
    /// That it does not hold is only to be warned of.
    pub is_warning: bool,
    /// Where it stands.
    pub place: Span,
}

impl TableForm {
    /// Where a member counts; none where a day is missing.
    pub fn counted<'a>(&self, person: &Person<'a>) -> Option<Counted<'a>> {
        let scope = person.scope(&self.id)?;
        let counts = |person: &Person<'_>| {
            let Some(scope) = person.scope(&self.id) else {
                return Vec::new();
            };
            let beside = self.beside.iter().flat_map(|block| &block.counts);
            let beside = beside.map(|(_, who)| who.holds(&scope));
            self.cross
                .counts_in_rows(&scope)
                .into_iter()
                .chain(beside)
                .collect()
        };
        let mut found = counts(person);
        if found.iter().any(|counts| counts.value == Certainty::Open) {
            person.settle(&mut found, &counts);
        }
        let counts = found;
        Some(Counted { scope, counts })
    }

    /// The keys by which a member counts in a cell; none where he does not.
    pub fn keys_in(&self, cell: &str, counted: &Counted<'_>) -> Option<Keys> {
        let beside = self.beside.iter().flat_map(|block| {
            let counts = block.counts.iter();
            counts.map(move |(name, _)| (block, name))
        });
        let beside = beside.zip(&counted.counts[self.cross.leaves.len()..]);
        let beside = beside.filter(|((block, name), counts)| {
            let is_it = match block.equal {
                Some(_) => block.name == cell,
                None => cell.strip_prefix(block.name.as_str()) == Some(&format!(".{name}")),
            };
            is_it && counts.value.is_yes()
        });
        let keys: Vec<Keys> = beside.map(|(_, counts)| counts.keys).collect();
        match (keys.is_empty(), cell.split_once('.')) {
            (false, _) => Some(keys.into_iter().collect()),
            (true, Some((row, column))) => self.cross.counted(row, column, counted),
            (true, None) => None,
        }
    }

    /// Whether a member counts in a column, or in the first count of a block that is
    /// open.
    pub fn counts_in(&self, column: &str, person: &Person<'_>) -> Option<Traced<Certainty>> {
        let counted = self.counted(person)?;
        let named = self.names().zip(&counted.counts);
        let mut named = named
            .filter(|(name, _)| *name == column)
            .map(|(_, counts)| *counts);
        let first = named.next()?;
        let mut open = named.filter(|counts| counts.value == Certainty::Open);
        Some(match first.value {
            Certainty::Open => first,
            _ => open.next().unwrap_or(first),
        })
    }

    /// What leaves it open whether a member counts in a column.
    pub fn cause_in(&self, column: &str, person: &Person<'_>) -> Option<Keys> {
        let scope = person.scope(&self.id)?;
        let leaf = self.cross.leaves.iter().find(|leaf| leaf.name == column)?;
        let row = self.cross.row_of(&scope);
        Some(match leaf.who.holds(&scope).value {
            Certainty::Open => leaf.who.cause(&scope),
            _ => row.keys,
        })
    }

    /// What a member who counts in a column has that no row of the table counts.
    pub fn uncounted(&self, column: &str, person: &Person<'_>) -> Option<Traced<String>> {
        let scope = person.scope(&self.id)?;
        let leaf = self.cross.leaves.iter().find(|leaf| leaf.name == column)?;
        let uncounted = self.cross.rows.uncounted(&scope)?;
        leaf.who.holds(&scope).value.is_yes().then_some(uncounted)
    }

    /// The figures of other tables that a column shows, or adds up: id and figure.
    pub fn taken(&self, column: &str) -> Vec<(&str, &str)> {
        let leaves = &self.cross.leaves;
        let Some(leaf) = leaves.iter().find(|leaf| leaf.name == column) else {
            return Vec::new();
        };
        let parts = leaf.sum.iter().map(|part| &leaves[*part]);
        let taken = parts.chain([leaf]).filter_map(|leaf| leaf.taken.as_ref());
        taken.map(|(id, figure)| (&**id, &**figure)).collect()
    }

    /// The names of the leaves, then that of its block for each count beside them.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let leaves = self.cross.leaves.iter().map(|leaf| leaf.name.as_str());
        let beside = self.beside.iter();
        let beside = beside.flat_map(|block| block.counts.iter().map(|_| block.name.as_str()));
        leaves.chain(beside)
    }
}
