//! Keys that have no effect where they stand.

use super::Reading;
use super::tables::UNITS;
use crate::check::Finding;
use crate::check::rules::documents::document_fault::DocumentFault;
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::forms::kinds::Kind;
use crate::forms::source::{ColumnSource, FormSource, Scope};
use crate::forms::table_source::TableSource;
use crate::model::code::Code as _;
use crate::model::node::Span;
use crate::model::record::Record as _;

impl FormSource {
    /// What is declared.
    pub fn kind(&self, scope: Scope) -> Kind {
        let nodes = ColumnSource::nodes(&self.columns);
        let mut named = nodes.iter().filter(|node| node.name.is_some());
        // What counts beside what is taken is told at its column.
        let takes = nodes.iter().any(|node| node.taken.is_some())
            && named.all(|node| node.taken.is_some() || !node.sum.is_empty());
        let by = self.rows.as_ref().and_then(|rows| rows.by.as_ref());
        let of_units = by.is_some_and(|by| by.text == UNITS);
        match scope {
            _ if self.text.is_some() || scope == Scope::Round => Kind::Document,
            _ if !self.tables.is_empty() => Kind::Several,
            _ if !self.points.is_empty() => Kind::Points,
            Scope::Member | Scope::Round => Kind::Card,
            Scope::Branch => Kind::Register,
            // Where rows are no organisations, it is the figures of others that have no place.
            Scope::Organisation if of_units && takes => Kind::Taken,
            Scope::Organisation => Kind::Table,
        }
    }
}

impl ColumnSource {
    /// What a column of a form is.
    fn kind(&self, form: Kind) -> Kind {
        match form {
            Kind::Table | Kind::Taken => match (&self.name, &self.taken) {
                (None, _) if !self.children.is_empty() => Kind::Head,
                (_, Some(_)) => Kind::Taking,
                _ if !self.sum.is_empty() => Kind::Adding,
                _ => Kind::Counting,
            },
            Kind::Points => Kind::PointColumn,
            _ => Kind::RegisterColumn,
        }
    }
}

impl Reading<'_> {
    /// Keys that a form of this kind does not have, and that its columns don't.
    pub(super) fn keys(&mut self, source: &FormSource, kind: Kind) {
        for (span, key, kinds) in source.misplaced(kind) {
            self.misplaced(span, of_form(kind, key, kinds));
        }
        self.keys_of_columns(source, kind);
    }

    /// The same of a table of a form of several.
    pub(super) fn keys_of_table(&mut self, table: &FormSource, kind: Kind) {
        for (span, key, kinds) in table.misplaced(kind) {
            let scope = match kinds.contains(&Kind::Register) {
                true => Scope::Branch,
                false => Scope::Organisation,
            };
            self.misplaced(
                span,
                match kind == Kind::Taken && kinds.contains(&Kind::Table) {
                    true => DeclarationFault::TakenCounts.into(),
                    false => DeclarationFault::KeyOfTable(key, scope).into(),
                },
            );
        }
        self.keys_of_columns(table, kind);
    }

    fn keys_of_columns(&mut self, source: &FormSource, form: Kind) {
        // Of a form that has no columns they are told as a whole.
        if !matches!(
            form,
            Kind::Register | Kind::Points | Kind::Table | Kind::Taken
        ) {
            return;
        }
        for column in ColumnSource::nodes(&source.columns) {
            let kind = column.kind(form);
            for (span, key, kinds) in column.misplaced(kind) {
                let counts = kinds == [Kind::Counting];
                let fault = match kind {
                    Kind::Adding if counts => DeclarationFault::SumCounts,
                    Kind::Taking if counts => DeclarationFault::TakenCounts,
                    _ => DeclarationFault::KeyOfColumn(key, kinds),
                };
                self.fault(span, fault);
            }
        }
    }

    /// What a document counts is counted, or taken from a table.
    pub(super) fn keys_of_counts(&mut self, source: &FormSource) {
        for (_, _, count) in &source.counted.entries {
            let kind = match count.taken {
                Some(_) => Kind::Figure,
                None => Kind::Count,
            };
            for (span, key, _) in count.misplaced(kind) {
                self.misplaced(span, DocumentFault::TakenAndCounted(key).into());
            }
        }
    }

    fn misplaced(&mut self, span: Span, finding: Finding) {
        self.faults.push((span, finding));
    }
}

fn of_form(kind: Kind, key: &'static str, kinds: &'static [Kind]) -> Finding {
    match kind {
        Kind::Document => DocumentFault::NotOfDocuments(key).into(),
        _ if kinds == [Kind::Document] => DocumentFault::OnlyDocuments(key).into(),
        Kind::Points => DeclarationFault::NotOfPoints(key).into(),
        Kind::Several if is_of_table(key) => DeclarationFault::BesideTables(key).into(),
        Kind::Taken if kinds.contains(&Kind::Table) => DeclarationFault::TakenCounts.into(),
        _ => DeclarationFault::ScopeOfKey(key, scopes(kinds)).into(),
    }
}

/// Whether a table of a form of several can have a key.
fn is_of_table(key: &str) -> bool {
    TableSource::KEYS.iter().any(|known| known.name == key)
}

/// The scopes of forms of these kinds.
fn scopes(kinds: &[Kind]) -> Vec<&'static str> {
    let mut scopes: Vec<&str> = Vec::new();
    for kind in kinds {
        let scope = match kind {
            Kind::Card => Scope::Member,
            Kind::Register | Kind::Points => Scope::Branch,
            Kind::Table | Kind::Taken => Scope::Organisation,
            _ => continue,
        };
        if !scopes.contains(&scope.word()) {
            scopes.push(scope.word());
        }
    }
    scopes
}
