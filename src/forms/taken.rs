//! Figures that documents and tables show of other tables.

use super::catalogue::{Catalogue, Form};
use super::cells::leaves;
use super::declaration::Taken;
use super::fault::FormFault;
use crate::check::rules::forms::declaration::DeclarationFault;

impl Form {
    /// The figures of other tables that it, or one of its tables, shows.
    pub fn takes(&self) -> impl Iterator<Item = &Taken> {
        let prose = self.declaration.prose.iter();
        let columns = self.pieces().iter();
        let columns = columns.flat_map(|piece| leaves(&piece.declaration.columns));
        let columns = columns.filter_map(|leaf| leaf.taken.as_ref());
        prose.flat_map(|prose| &prose.taken).chain(columns)
    }

    /// Whether it shows figures of a table.
    pub fn takes_from(&self, table: &str) -> bool {
        self.takes().any(|taken| taken.table == table)
    }

    /// Whether it is a table of figures that others count.
    pub fn is_taken(&self) -> bool {
        let columns = leaves(&self.declaration.columns);
        columns.iter().any(|leaf| leaf.taken.is_some())
    }
}

/// Figures that no table counts.
pub fn faults(catalogue: &Catalogue) -> Vec<FormFault> {
    let is_there = |taken: &&Taken| {
        let other = catalogue.get(&taken.table);
        let other = other.filter(|other| other.declaration.prose.is_none() && !other.is_taken());
        other.is_some_and(|other| other.has_figure(&taken.figure))
    };
    let forms = catalogue.forms.values();
    let missing = forms.flat_map(|form| {
        let missing = form.takes().filter(|taken| !is_there(taken));
        missing.map(|taken| {
            let name = format!("{}.{}", taken.table, taken.figure);
            form.fault(taken.at, DeclarationFault::Figure(name))
        })
    });
    missing.collect()
}
