//! Forms of several tables: each is read as a form of one, what they share stands above
//! them.

use super::{Declared, Faults, Known, Reading};
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::forms::source::{FormSource, Paper, Scope};
use crate::forms::table_source::TableSource;
use crate::model::code::Code as _;

/// What no id of a table has, as its cells are called by it.
const PARTING: [char; 2] = ['.', '['];

/// The tables of a form of several; those are left out that lack what they cannot do
/// without.
pub(super) fn tables(
    source: &FormSource,
    paper: Paper,
    (text, known): (&str, &Known),
    faults: &mut Faults,
) -> Vec<Declared> {
    let mut read = |table: &TableSource| {
        let mut reading = Reading::of(text, known, faults);
        let (scope, alone) = (table.scope(), table.alone(source));
        reading.keys_of_table(&alone, alone.kind(scope));
        if table.columns.is_empty() {
            reading.fault(table.place, DeclarationFault::NoColumns);
        }
        let id = table.id.as_ref();
        if let Some(id) = id.filter(|id| id.text.contains(PARTING)) {
            reading.fault(id.span, DeclarationFault::TableId(id.text.clone()));
        }
        let declaration = reading.one(&alone, known, (scope, paper))?;
        Some(Declared {
            declaration,
            asks_for: reading.asks_for,
            tables: Vec::new(),
        })
    };
    source.tables.iter().filter_map(&mut read).collect()
}

impl Reading<'_> {
    /// Several tables are for a branch or for an organisation.
    pub(super) fn several(&mut self, source: &FormSource, scope: Scope) {
        // Registers of an organisation have the rows of all its branches anyhow.
        if let Some(all_levels) = &source.all_levels
            && scope != Scope::Branch
        {
            let scopes = vec![Scope::Branch.word()];
            let fault = DeclarationFault::ScopeOfKey("逐级", scopes);
            self.fault(all_levels.span, fault);
        }
        if let Some(place) = source.scope.as_ref().map(|scope| scope.span)
            && !matches!(scope, Scope::Branch | Scope::Organisation)
        {
            self.fault(place, DeclarationFault::ScopeOfTables);
        }
    }
}
