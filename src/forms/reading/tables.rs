//! What only cross-tables have: rows, sums, counts beside them, relations.

use super::{Reading, texts};
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::derive::value::Type;
use crate::expression::ColumnNames;
use crate::forms::cells::{RECONCILIATION, SUPPLEMENT};
use crate::forms::source::{
    ColumnSource, FormSource, ReconciledSource, RelationLevel, RelationSource, RowsSource,
};
use crate::model::nearest::{near_values, nearest};
use crate::model::value::Given as _;
use crate::tabulate::Relation;
use crate::tabulate::{Block, Condition, Rows, Who};

impl Reading<'_> {
    /// The blocks of counts beside a table.
    pub(super) fn beside(&mut self, source: &FormSource) -> Vec<Block<Who>> {
        let mut counts = Vec::new();
        for (name, _, block) in &source.supplement.entries {
            let who = Who::one_of(self.populations(&block.population));
            counts.push((name.clone(), who));
        }
        let supplement = (!counts.is_empty()).then(|| Block {
            name: SUPPLEMENT.to_owned(),
            counts,
            equal: None,
            shown_for: Vec::new(),
        });
        let reconciled = source.reconciled.as_ref();
        let reconciled = reconciled.map(|block| self.reconciled(block));
        supplement.into_iter().chain(reconciled).collect()
    }

    /// Those of some registers, and the counts that they are divided into: each takes who
    /// is in none before it, the one without a condition who is left.
    pub(super) fn reconciled(&mut self, source: &ReconciledSource) -> Block<Who> {
        let names = source
            .equal
            .iter()
            .chain(source.parts.iter().flat_map(|part| &part.name));
        self.names_once(names.map(|name| (name.text.clone(), name.span)));
        let all = self.populations(&source.equal);
        let equal = source.equal.iter().zip(&all);
        let equal = equal.map(|(name, one)| (name.text.clone(), Who::one_of(vec![one.clone()])));
        let mut counts: Vec<(String, Who)> = equal.collect();
        let conditions = source.parts.iter().map(|part| part.condition.as_ref());
        let conditions: Vec<Option<Condition>> = conditions
            .map(|given| given.map(|given| self.condition(Some(given))))
            .collect();
        let others: Vec<Condition> = conditions.iter().flatten().cloned().collect();
        if others.len() + 1 != conditions.len() {
            self.fault(source.place, DeclarationFault::NoRest);
        }
        let mut shown_for = Vec::new();
        let mut before = Vec::new();
        for (part, condition) in source.parts.iter().zip(conditions) {
            let Some(name) = &part.name else { continue };
            if part.shown.given() == Some(&true) {
                shown_for.push(counts.len());
            }
            let who = Who {
                of: all.clone(),
                apart_from: match condition {
                    Some(_) => before.clone(),
                    None => others.clone(),
                },
                condition: condition.clone().unwrap_or_default(),
            };
            before.extend(condition);
            counts.push((name.text.clone(), who));
        }
        Block {
            name: RECONCILIATION.to_owned(),
            counts,
            equal: Some(source.equal.len()),
            shown_for,
        }
    }

    pub(super) fn rows(&mut self, source: &RowsSource, complete: bool) -> Option<Rows> {
        let by = self.member(source.by.as_ref()?)?;
        let place = source.by.as_ref().map_or(source.place, |by| by.span);
        match by.of {
            Type::Text(words) => {
                for value in &source.values {
                    if !words.is_empty() && !words.contains(&value.text.as_str()) {
                        let near = near_values(&value.text, words.iter().copied()).pop();
                        let fault = DeclarationFault::RowNever(value.text.clone(), near);
                        self.fault(value.span, fault);
                    }
                }
            }
            of => self.fault(place, DeclarationFault::Type(Type::Text(&[]), of)),
        }
        if let Some(otherwise) = &source.otherwise
            && !source
                .values
                .iter()
                .any(|value| value.text == otherwise.text)
        {
            let fault = DeclarationFault::RowNever(otherwise.text.clone(), None);
            self.fault(otherwise.span, fault);
        }
        Some(Rows {
            by,
            values: texts(&source.values),
            total: source.total.as_ref()?.text.clone(),
            otherwise: source.otherwise.as_ref().map(|value| value.text.clone()),
            complete,
        })
    }

    /// Leaves have names of their own, and sums are of columns that are there.
    pub(super) fn sums(&mut self, source: &FormSource, leaves: &[String]) {
        let sources = ColumnSource::nodes(&source.columns);
        let names = sources.iter().filter_map(|leaf| leaf.name.as_ref());
        self.names_once(names.map(|name| (name.text.clone(), name.span)));
        for part in sources.iter().flat_map(|leaf| &leaf.sum) {
            if !leaves.contains(&part.text) {
                let near = nearest(&part.text, leaves.iter().map(String::as_str));
                let fault = DeclarationFault::Leaf(part.text.clone(), near.map(str::to_owned));
                self.fault(part.span, fault);
            }
        }
    }

    /// Relations are about figures that are there.
    pub(super) fn relations(&mut self, source: &FormSource, names: &ColumnNames) -> Vec<Relation> {
        let read = |relation: &RelationSource| {
            let value = relation.expression.as_ref()?;
            let read = self.expression(value, names)?;
            Some(Relation {
                expression: self.of_type(value, read, Type::Flag)?,
                only_total: relation.only_total.given() == Some(&true),
                place: value.span,
                is_warning: relation.level.given() == Some(&RelationLevel::Warning),
            })
        };
        source.relations.0.iter().filter_map(read).collect()
    }
}
