//! Forms of several tables: each is read as a form of one, what they share stands above
//! them.

use super::{Declared, Faults, Known, Reading};
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::forms::source::{FormSource, Paper, Scope};
use crate::forms::table_source::TableSource;
use crate::model::node::Span;
use crate::model::value::Value;

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
        for (span, key, of) in alone.keys_of_scopes() {
            if of != scope {
                reading.fault(span, DeclarationFault::KeyOfTable(key, of));
            }
        }
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
    /// What tables have does not stand beside them, and several tables are for a branch or
    /// for an organisation.
    pub(super) fn several(&mut self, source: &FormSource, scope: Scope) {
        fn first<T>(values: &[Value<T>]) -> Option<Span> {
            values.first().map(|value| value.span)
        }
        let beside = [
            (first(&source.members), "对象"),
            (source.filter.as_ref().map(|value| value.span), "筛选"),
            (source.columns.first().map(|column| column.place), "列"),
            (source.points.first().map(|point| point.place), "事项"),
        ];
        let beside = beside.into_iter();
        let beside = beside.filter_map(|(span, key)| Some((span?, key)));
        let of_scopes = source.keys_of_scopes().into_iter();
        let of_scopes = of_scopes.filter(|(_, key, _)| *key != "逐级");
        for (span, key) in beside.chain(of_scopes.map(|(span, key, _)| (span, key))) {
            self.fault(span, DeclarationFault::BesideTables(key));
        }
        if let Some(place) = source.scope.as_ref().map(|scope| scope.span)
            && !matches!(scope, Scope::Branch | Scope::Organisation)
        {
            self.fault(place, DeclarationFault::ScopeOfTables);
        }
    }
}
