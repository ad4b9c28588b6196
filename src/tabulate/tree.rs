//! The tables of every organisation: branches are counted, units that report
//! figures are taken over, parents are the sums of what stands below them.

use super::crosstab::{CrossTable, Table, Undecided};
use super::reconciliation::Reconciliation;
use super::reported::{self, ReportFault};
use crate::derive::Derived;
use crate::expression::scopes;
use crate::load::Workspace;

/// A declared table with what stands beside it.
#[derive(Clone, Debug)]
pub struct TableForm {
    /// The form's id.
    pub id: String,
    /// The table.
    pub cross: CrossTable,
    /// Counts beside the table: name and population.
    pub supplement: Vec<(String, Vec<String>)>,
    /// Whether the table is reconciled with 附件4 and 附件5.
    pub reconciled: bool,
}

/// The figures of one form for one unit.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The table.
    pub table: Table,
    /// Counts beside it.
    pub supplement: Vec<(String, u32)>,
    /// The reconciliation.
    pub reconciliation: Option<Reconciliation>,
    /// Members that could not be counted.
    pub undecided: Vec<Undecided>,
    /// What is wrong with figures that were taken over.
    pub faults: Vec<ReportFault>,
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
}

/// The figures of a unit by itself, without those below it.
pub fn own(
    workspace: &Workspace,
    derived: &Derived,
    forms: &[TableForm],
    unit: usize,
) -> UnitTables {
    let forms = forms.iter();
    forms
        .map(|form| own_figures(workspace, derived, form, unit))
        .collect()
}

/// Makes the tables of all units. Those of units whose members are not held are
/// `known`, by unit.
pub fn tabulate(
    workspace: &Workspace,
    derived: &Derived,
    forms: Vec<TableForm>,
    known: &[Option<UnitTables>],
) -> Tables {
    let known = |unit: usize| known.get(unit).and_then(Clone::clone);
    let units = 0..workspace.units.len();
    let own = |unit| known(unit).unwrap_or_else(|| own(workspace, derived, &forms, unit));
    let mut units: Vec<UnitTables> = units.map(own).collect();
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

impl Figures {
    /// Figures of nobody.
    pub fn empty(form: &TableForm) -> Self {
        Self {
            table: form.cross.empty(),
            supplement: form
                .supplement
                .iter()
                .map(|(name, _)| (name.clone(), 0))
                .collect(),
            reconciliation: form.reconciled.then(Reconciliation::default),
            undecided: Vec::new(),
            faults: Vec::new(),
        }
    }

    fn add(&mut self, other: &Self) {
        self.table.add(&other.table);
        for ((_, sum), (_, more)) in self.supplement.iter_mut().zip(&other.supplement) {
            *sum += more;
        }
        if let (Some(sum), Some(more)) = (&mut self.reconciliation, &other.reconciliation) {
            sum.add(more);
        }
    }
}

fn own_figures(workspace: &Workspace, derived: &Derived, form: &TableForm, unit: usize) -> Figures {
    if let Some(record) = workspace.units[unit]
        .figures
        .as_ref()
        .and_then(|file| file.record.as_ref())
    {
        return reported::figures(record, form);
    }
    let members = || derived.members(workspace, unit, &form.id);
    let (table, undecided) = form.cross.count(scopes(workspace, derived, unit, &form.id));
    let count = |population: &[String]| derived.row_count(workspace, unit, &form.id, population);
    Figures {
        table,
        undecided,
        supplement: form
            .supplement
            .iter()
            .map(|(name, of)| (name.clone(), count(of)))
            .collect(),
        reconciliation: form
            .reconciled
            .then(|| Reconciliation::count(members().map(|(_, member, facts)| (member, facts)))),
        faults: Vec::new(),
    }
}
