//! The rows of a register: who stands in it, in which order and groups.

use std::cmp::Ordering;

use super::catalogue::Form;
use crate::derive::Certainty;
use crate::expression::{Expression, Scope, Value};
use crate::model::handle::UnitId;
use crate::model::provenance::{Keys, Traced};
use crate::tabulate::Person;
use crate::tabulate::Source;

/// A row.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The member.
    pub person: Person<'a>,
    /// What he is grouped by.
    pub group: Option<Traced<String>>,
}

/// Whether a form is about a member.
pub fn is_meant(source: Source<'_>, form: &Form, person: &Person<'_>) -> Traced<Certainty> {
    let open = Traced::constant(Certainty::Open).joined(Keys::ALL);
    let register = source.declared.registers.find(form.id());
    register.map_or(open, |register| person.derived.standing_in[register])
}

/// The rows of a register, those of one group together; none at all where the unit's
/// members are not held.
pub fn rows<'a>(source: Source<'a>, form: &Form, unit: UnitId) -> Option<Vec<Row<'a>>> {
    let meant = source
        .people(unit)?
        .filter(|person| is_meant(source, form, person).value.is_yes());
    let group = form.declaration.group.as_ref();
    let mut rows: Vec<(Vec<Value>, Row<'a>)> = meant
        .filter_map(|person| {
            let scope = person.scope(form.id())?;
            let by_group = group.map(|by| by.value(&scope));
            let by = form.declaration.sort.iter().map(|(by, _)| by.value(&scope));
            let keys = by_group.iter().cloned().chain(by);
            let row = Row {
                person,
                group: by_group.as_ref().map(|value| {
                    value
                        .as_ref()
                        .map(|value| super::printed::value(value, None))
                }),
            };
            Some((keys.map(|key| key.value).collect(), row))
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
    Some(rows.into_iter().map(|(_, row)| row).collect())
}

/// The keys by which a row has its place among others.
pub fn keys_of_place(form: &Form, scope: &Scope<'_>) -> Keys {
    let by = form.declaration.sort.iter().map(|(by, _)| by);
    let by = by.chain(&form.declaration.group);
    by.map(|by: &Expression| by.value(scope).keys).collect()
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
    matches!(value, Value::Absent | Value::Open)
}
