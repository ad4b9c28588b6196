//! The figures of a table for one unit.

use super::beside::Block;
use super::crosstab::Table;
use super::form::TableForm;
use super::person::Person;
use crate::derive::Certainty;
use crate::model::handle::{ById, MemberId, TableId};
use crate::model::node::Span;
use crate::model::provenance::Keys;

/// The figures of one form for one unit.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The table.
    pub table: Table,
    /// Counts beside it.
    pub beside: Vec<Block<u32>>,
    /// Members that could not be counted.
    pub undecided: Vec<Undecided>,
    /// What is wrong with figures that were taken over.
    pub faults: Vec<ReportFault>,
    /// The units whose figures are not among them, as they have handed up none.
    pub without: Vec<String>,
}

/// A member that a table cannot count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// The member of the unit.
    pub member: MemberId,
    /// The column, or the block of counts.
    pub column: String,
    /// What leaves it open.
    pub keys: Keys,
}

/// The figures of one unit.
pub type UnitTables = ById<TableId, Figures>;

/// A row, a column or a count that the form does not have, or a figure that
/// is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFault {
    /// Where in the file.
    pub span: Span,
    /// What.
    pub kind: ReportFaultKind,
}

/// What can be wrong with figures taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportFaultKind {
    /// The form has no such row.
    UnknownRow(String),
    /// The form has no such column.
    UnknownColumn(String),
    /// No such count beside the table.
    UnknownCount(String),
    /// A figure below zero, or above what any unit can have.
    OutOfRange,
    /// A figure in a cell that stays empty.
    EmptyCell,
    /// No figures of a table that the unit above has.
    NoTable,
}

impl Figures {
    /// A table in which nobody is counted: 0 in each cell that the form fills in.
    pub fn empty(form: &TableForm) -> Self {
        Self {
            table: form.cross.empty(),
            beside: form.beside.iter().map(Block::empty).collect(),
            undecided: Vec::new(),
            faults: Vec::new(),
            without: Vec::new(),
        }
    }

    /// Figures of some members.
    pub fn counted<'a>(form: &TableForm, people: impl Iterator<Item = Person<'a>>) -> Self {
        let mut figures = Self::empty(form);
        for person in people {
            figures.enter(form, &person);
        }
        form.cross.add_up(&mut figures.table);
        figures
    }

    /// Counts a member.
    fn enter(&mut self, form: &TableForm, person: &Person<'_>) {
        let Some(counted) = form.counted(person) else {
            return;
        };
        let leaves = form.cross.leaves.len();
        let (in_table, beside) = counted.counts.split_at(leaves);
        form.cross.enter(&mut self.table, in_table, &counted.scope);
        let counts = self.beside.iter_mut().flat_map(|block| &mut block.counts);
        for ((_, count), found) in counts.zip(beside) {
            *count += u32::from(found.value.is_yes());
        }
        for (found, column) in counted.counts.iter().zip(form.names()) {
            if found.value == Certainty::Open {
                self.undecided.push(Undecided {
                    member: person.id,
                    column: column.to_owned(),
                    keys: found.keys,
                });
            }
        }
    }

    /// Whether a unit that hands up figures has handed up none of them.
    pub fn is_missing(&self) -> bool {
        let mut faults = self.faults.iter();
        faults.any(|fault| fault.kind == ReportFaultKind::NoTable)
    }

    /// Adds another unit's figures.
    pub fn add(&mut self, other: &Self) {
        self.without.extend_from_slice(&other.without);
        self.table.add(&other.table);
        for (sum, more) in self.beside.iter_mut().zip(&other.beside) {
            sum.add(more);
        }
    }

    /// A total of the table, or a count beside it, by its name.
    pub fn named(&self, figure: &str) -> Option<u32> {
        let beside = figure.split_once('.');
        let beside = beside.and_then(|(block, name)| self.count(block, name));
        beside.or_else(|| self.table.total(figure))
    }

    /// A count beside the table.
    pub fn count(&self, block: &str, name: &str) -> Option<u32> {
        let mut blocks = self.beside.iter();
        blocks.find(|known| known.name == block)?.count(name)
    }
}
