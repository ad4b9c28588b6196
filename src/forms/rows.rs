//! The rows of a register: who stands in it, in which order and groups.

use std::cmp::Ordering;

use super::catalogue::Form;
use super::view::Source;
use crate::derive::Certainty;
use crate::derive::derived::belongs;
use crate::expression::{Outcome, Scope, Value, scopes};

/// A row.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Index of the member in the unit.
    pub member: usize,
    /// The member on the form's days.
    pub scope: Scope<'a>,
    /// What he is grouped by.
    pub group: Option<String>,
}

/// Whether a form is about a member: one of its populations, for whom its filter
/// holds.
pub fn is_meant(form: &Form, scope: &Scope<'_>) -> Outcome {
    let populations = form.declaration.members.iter();
    let certainties = populations.map(|name| (name, belongs(name, scope.member, scope.facts)));
    let certainties: Vec<_> = certainties.collect();
    let belonging = certainties.iter().map(|(_, certainty)| *certainty);
    let belonging = belonging.reduce(Certainty::or).unwrap_or(Certainty::Yes);
    match (belonging, form.declaration.filter.holds(scope)) {
        (Certainty::No, _) | (_, Outcome::No) => Outcome::No,
        (Certainty::Open, _) => {
            let open = certainties
                .iter()
                .find(|(_, certainty)| *certainty == Certainty::Open);
            Outcome::Undecided(open.map(|(name, _)| (*name).clone()).unwrap_or_default())
        }
        (Certainty::Yes, outcome) => outcome,
    }
}

/// The rows of a register, those of one group together.
pub fn rows<'a>(source: Source<'a>, form: &Form, unit: usize) -> Vec<Row<'a>> {
    let all = scopes(source.workspace, source.derived, unit, form.id());
    let meant = all.filter(|(_, scope)| is_meant(form, scope) == Outcome::Yes);
    let group = form.declaration.group.as_ref();
    let mut rows: Vec<(Vec<Value>, Row<'a>)> = meant
        .map(|(member, scope)| {
            let by_group = group.map(|by| by.value(&scope));
            let by = form.declaration.sort.iter().map(|(by, _)| by.value(&scope));
            let keys = by_group.iter().cloned().chain(by).collect();
            let group = by_group.map(|value| super::printed::value(&value, None));
            (
                keys,
                Row {
                    member,
                    scope,
                    group,
                },
            )
        })
        .collect();
    let down = form.declaration.sort.iter().map(|(_, down)| *down);
    let down: Vec<bool> = group.map(|_| false).into_iter().chain(down).collect();
    // Rows that are alike stay in the order of the files.
    rows.sort_by(|(a, _), (b, _)| {
        let pairs = a.iter().zip(b).zip(&down);
        let orders = pairs.map(|((a, b), down)| match down {
            true => order(b, a),
            false => order(a, b),
        });
        orders.fold(Ordering::Equal, Ordering::then)
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Numbers and dates by size, words in the order of their list, texts in that of
/// their characters; what is not given comes last.
fn order(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Number(a, _), Value::Number(b, _)) => a.total_cmp(b),
        (Value::Date(a), Value::Date(b)) => a.earliest().cmp(&b.earliest()),
        (Value::Text(_, Some(a)), Value::Text(_, Some(b))) => a.cmp(b),
        (Value::Text(a, _), Value::Text(b, _)) => a.cmp(b),
        (Value::Flag(a), Value::Flag(b)) => b.is_yes().cmp(&a.is_yes()),
        (a, b) => is_missing(a).cmp(&is_missing(b)),
    }
}

fn is_missing(value: &Value) -> bool {
    matches!(value, Value::Absent | Value::Open(_))
}
