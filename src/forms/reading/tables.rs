//! What only cross-tables have: rows, sums, counts beside them, relations.

use super::Reading;
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::derive::value::Type;
use crate::expression::{ColumnNames, Expression};
use crate::forms::cells::{RECONCILIATION, SUPPLEMENT};
use crate::forms::source::{
    ColumnSource, FormSource, ReconciledSource, RelationLevel, RelationSource, RowsSource, Scope,
};
use crate::model::nearest::nearest;
use crate::model::scalars::Formula;
use crate::model::value::{Given as _, Value};
use crate::tabulate::Relation;
use crate::tabulate::{Block, Condition, Group, Rows, Who};

/// In 按: a line for each organisation.
pub(super) const UNITS: &str = "各组织";

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

    pub(super) fn rows(&mut self, source: &RowsSource) -> Option<Rows> {
        let given = source.by.as_ref()?;
        if given.text == UNITS {
            return self.rows_of_units(source);
        }
        let by = self.member(given)?;
        if source.values.is_empty() {
            self.fault(source.place, DeclarationFault::NoRowValues);
        }
        let place = source.by.as_ref().map_or(source.place, |by| by.span);
        if !matches!(by.of, Type::Text(_)) {
            let fault = DeclarationFault::Type(Type::Text(&[]), by.of);
            self.fault(place, fault);
        }
        let mut groups: Vec<Group> = Vec::new();
        for row in source.values.iter() {
            let Some(name) = &row.name else { continue };
            let given = match row.texts.as_slice() {
                [] => std::slice::from_ref(name),
                texts => texts,
            };
            let mut texts: Vec<String> = Vec::new();
            for text in given {
                let meant = by.meant(&text.text).unwrap_or_else(|near| {
                    let fault = DeclarationFault::RowNever(text.text.clone(), near);
                    self.fault(text.span, fault);
                    text.text.clone()
                });
                let mut known = groups.iter().flat_map(|group| &group.texts);
                if known.any(|known| *known == meant) {
                    self.fault(text.span, DeclarationFault::RowTwice(text.text.clone()));
                }
                texts.push(meant);
            }
            groups.push(Group {
                name: name.text.clone(),
                texts,
            });
        }
        // Who is in no row is in that of everybody else, which may be one of them.
        let otherwise = source.otherwise.as_ref().map(|rest| {
            let place = groups.iter().position(|group| group.name == rest.text);
            place.unwrap_or_else(|| {
                groups.push(Group {
                    name: rest.text.clone(),
                    texts: Vec::new(),
                });
                groups.len() - 1
            })
        });
        Some(Rows {
            by,
            groups,
            total: source.total.as_ref()?.text.clone(),
            otherwise,
            of_units: false,
        })
    }

    /// Everybody counts in one row: what the table shows is the totals of organisations.
    fn rows_of_units(&mut self, source: &RowsSource) -> Option<Rows> {
        let other = source.values.first().map(|row| row.place);
        let other = other.or(source.otherwise.as_ref().map(|rest| rest.span));
        if let Some(span) = other {
            self.fault(span, DeclarationFault::RowsOfUnits);
        }
        let text = UNITS.to_owned();
        Some(Rows {
            by: Expression::read(&format!("“{UNITS}”"), &self.names).ok()?,
            groups: vec![Group {
                name: text.clone(),
                texts: vec![text],
            }],
            total: source.total.as_ref()?.text.clone(),
            otherwise: None,
            of_units: true,
        })
    }

    /// Columns that show figures of other tables: all of a table with a line for each
    /// organisation, which counts nobody by itself.
    pub(super) fn all_taken(&mut self, source: &FormSource, of_units: bool) {
        let leaves = ColumnSource::nodes(&source.columns).into_iter();
        let leaves: Vec<_> = leaves.filter(|leaf| leaf.name.is_some()).collect();
        let taken = leaves.iter().filter_map(|leaf| leaf.taken.as_ref());
        let Some(first) = taken.clone().next() else {
            return;
        };
        if !of_units {
            self.fault(first.span, DeclarationFault::TakenInRows);
        }
        let counts = |leaf: &&&ColumnSource| leaf.taken.is_none() && leaf.sum.is_empty();
        if let Some(leaf) = leaves.iter().find(counts) {
            self.fault(leaf.place, DeclarationFault::TakenCounts);
        }
    }

    /// Leaves have names of their own, and sums are of columns that are there.
    pub(super) fn sums(&mut self, source: &FormSource, scope: Scope, leaves: &[String]) {
        let sources = ColumnSource::nodes(&source.columns);
        for node in sources.iter().filter(|_| scope == Scope::Organisation) {
            self.node(node, &sources);
        }
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

    /// A node of a header tree counts or adds up under a name, or has others below it.
    fn node(&mut self, node: &ColumnSource, all: &[&ColumnSource]) {
        if node.name.is_none() && node.children.is_empty() {
            let counts = node.condition.as_ref().or(node.population.first());
            let own = counts.or(node.taken.as_ref()).or(node.sum.first());
            let place = own.map_or(node.place, |own| own.span);
            self.fault(place, DeclarationFault::NoName);
        }
        if node.node_head.is_none() {
            self.fault(node.place, DeclarationFault::NoHead("头"));
        }
        let circle = node.sum.iter().find(|part| adds_up_to(part, node, all));
        if let (Some(part), Some(name)) = (circle, &node.name) {
            self.fault(part.span, DeclarationFault::SumCircle(name.text.clone()));
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
        source.relations.iter().filter_map(read).collect()
    }
}

/// Whether a part of a sum is, by its own parts, made of the sum itself.
fn adds_up_to(part: &Value<Formula>, sum: &ColumnSource, all: &[&ColumnSource]) -> bool {
    let is_it =
        |name: &str, node: &ColumnSource| node.name.as_ref().is_some_and(|own| own.text == name);
    let mut seen: Vec<&str> = Vec::new();
    let mut left = vec![part.text.as_str()];
    while let Some(name) = left.pop() {
        if is_it(name, sum) {
            return true;
        }
        if !seen.contains(&name) {
            seen.push(name);
            let nodes = all.iter().filter(|node| is_it(name, node));
            left.extend(
                nodes
                    .flat_map(|node| &node.sum)
                    .map(|part| part.text.as_str()),
            );
        }
    }
    false
}
