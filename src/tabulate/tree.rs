//! The tables of every organisation: branches are counted, units that report
//! figures are taken over, parents are the sums of what stands below them.

use rayon::prelude::*;

use super::beside::Block;
use super::crosstab::{Counted, CrossTable, Table};
use super::relations::Relation;
use super::reported::{self, ReportFault, ReportFaultKind};
use super::roster::{Person, Rosters, Who};
use crate::derive::{Certainty, Derived};
use crate::load::Workspace;
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
}

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
}

/// A member that a table cannot count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Index of the member in its unit.
    pub member: usize,
    /// The column, or the block of counts.
    pub column: String,
    /// What leaves it open.
    pub keys: Keys,
}

/// The figures of one unit, in the order of the forms.
pub type UnitTables = Vec<Figures>;

/// The figures of all units.
#[derive(Clone, Debug)]
pub struct Tables {
    /// The declared tables.
    pub forms: Vec<TableForm>,
    /// By unit, as in [`Workspace::units`].
    pub units: Vec<UnitTables>,
}

impl Tables {
    /// The figures of a form for a unit.
    pub fn of(&self, unit: usize, form: &str) -> Option<&Figures> {
        let index = self.forms.iter().position(|declared| declared.id == form)?;
        self.units.get(unit)?.get(index)
    }

    /// The table of a form.
    pub fn form(&self, id: &str) -> Option<&TableForm> {
        self.forms.iter().find(|form| form.id == id)
    }
}

/// The figures of a unit by itself, without those below it.
pub fn own(
    workspace: &Workspace,
    derived: &Derived,
    rosters: &Rosters,
    forms: &[TableForm],
    unit: usize,
) -> UnitTables {
    let figures = workspace.units[unit].figures.as_ref();
    if let Some(record) = figures.and_then(|file| file.record.as_ref()) {
        let forms = forms.iter();
        return forms.map(|form| reported::figures(record, form)).collect();
    }
    let of_form = |form: &TableForm| {
        let mut figures = Figures::empty(form);
        for person in rosters.people(workspace, derived, unit) {
            figures.enter(form, &person);
        }
        form.cross.add_up(&mut figures.table);
        figures
    };
    forms.iter().map(of_form).collect()
}

/// Makes the tables of all units. Those of units whose members are not held are
/// `known`, by unit.
pub fn tabulate(
    workspace: &Workspace,
    derived: &Derived,
    rosters: &Rosters,
    forms: Vec<TableForm>,
    known: &[Option<UnitTables>],
) -> Tables {
    let known = |unit: usize| known.get(unit).and_then(Clone::clone);
    let units = 0..workspace.units.len();
    let own = |unit| known(unit).unwrap_or_else(|| own(workspace, derived, rosters, &forms, unit));
    let mut units: Vec<UnitTables> = units.into_par_iter().map(own).collect();
    // Parents stand before their children, so backwards every sum is whole
    // before it is added to the one above.
    for unit in (0..workspace.units.len()).rev() {
        let Some(parent) = workspace.units[unit].parent else {
            continue;
        };
        let (above, below) = units.split_at_mut(unit);
        for (sum, figures) in above[parent].iter_mut().zip(&below[0]) {
            sum.add(figures);
        }
    }
    Tables { forms, units }
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

    /// The names of the leaves, then that of its block for each count beside them.
    fn names(&self) -> impl Iterator<Item = &str> {
        let leaves = self.cross.leaves.iter().map(|leaf| leaf.name.as_str());
        let beside = self.beside.iter();
        let beside = beside.flat_map(|block| block.counts.iter().map(|_| block.name.as_str()));
        leaves.chain(beside)
    }
}

impl Figures {
    /// Figures of nobody.
    pub fn empty(form: &TableForm) -> Self {
        Self {
            table: form.cross.empty(),
            beside: form.beside.iter().map(Block::empty).collect(),
            undecided: Vec::new(),
            faults: Vec::new(),
        }
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
                    member: person.index,
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

    fn add(&mut self, other: &Self) {
        self.table.add(&other.table);
        for (sum, more) in self.beside.iter_mut().zip(&other.beside) {
            sum.add(more);
        }
    }

    /// A count beside the table.
    pub fn count(&self, block: &str, name: &str) -> Option<u32> {
        let mut blocks = self.beside.iter();
        blocks.find(|known| known.name == block)?.count(name)
    }
}
