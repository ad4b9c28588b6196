//! The rows of a register: who stands in it, in which order and groups.

use std::cmp::Ordering;

use super::catalogue::Form;
use super::collation::Collation;
use crate::derive::Certainty;
use crate::expression::{Expression, Scope, Value};
use crate::model::handle::UnitId;
use crate::model::noted::{Noted, noting};
use crate::model::provenance::{Keys, Traced};
use crate::tabulate::Person;
use crate::tabulate::Source;

/// A row.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The member.
    pub person: Person<'a>,
    /// The entry of his list, where a register has a row for each.
    pub entry: Option<usize>,
    /// What he is grouped by.
    pub group: Option<Traced<String>>,
}

/// Whether a form is about a member.
pub fn is_meant(source: Source<'_>, form: &Form, person: &Person<'_>) -> Traced<Certainty> {
    let open = Traced::constant(Certainty::Open).joined(Keys::ALL);
    let register = source.declared.registers.find(form.id());
    register.map_or(open, |register| person.derived.standing_in[register])
}

/// The rows that a member may have in a register: for each entry of the list that it is
/// about, whether that is listed; one in any other.
pub fn entries(form: &Form, scope: &Scope<'_>) -> Vec<(Option<usize>, Traced<Certainty>)> {
    let Some(entries) = &form.declaration.entries else {
        return vec![(None, Traced::constant(Certainty::Yes))];
    };
    let count = scope.entries(entries.list);
    let is_listed = |entry: usize| {
        let entry = Some(entry);
        let holds = entries.filter.holds(&Scope { entry, ..*scope });
        (entry, holds.joined(count.keys))
    };
    (0..count.value).map(is_listed).collect()
}

/// The rows of a register, those of one group together; none at all where the unit's
/// members are not held.
pub fn rows<'a>(source: Source<'a>, form: &Form, unit: UnitId) -> Option<Vec<Row<'a>>> {
    let mut rows = Vec::new();
    for unit in branches(source, form, unit) {
        rows.extend(rows_of(source, form, unit)?);
    }
    Some(rows)
}

/// The units whose members stand in a register of a unit: itself, or all below that do
/// not hand up figures only, each a group.
pub fn branches(source: Source<'_>, form: &Form, unit: UnitId) -> Vec<UnitId> {
    let mut units = match form.declaration.all_levels {
        true => source.workspace.within(unit),
        false => vec![unit],
    };
    // Of a unit that hands up figures only nobody is known.
    units.retain(|unit| source.workspace.units[*unit].figures.is_none());
    units.sort_unstable();
    units
}

/// The rows of a unit's own members in a register.
pub fn rows_of<'a>(source: Source<'a>, form: &Form, unit: UnitId) -> Option<Vec<Row<'a>>> {
    let all_levels = form.declaration.all_levels;
    let people = source.people(unit)?;
    let meant = people.filter(|person| is_meant(source, form, person).value.is_yes());
    let group = form.declaration.group.as_ref();
    let mut rows: Vec<(Vec<Value>, Row<'a>)> = meant
        .filter_map(|person| Some((person, person.scope(form.id())?)))
        .flat_map(|(person, scope)| {
            let listed = entries(form, &scope).into_iter();
            let listed = listed.filter(|(_, listed)| listed.value.is_yes());
            listed.map(move |(entry, _)| (person, Scope { entry, ..scope }))
        })
        .map(|(person, scope)| {
            let by_group = group.map(|by| by.value(&scope));
            let by = form.declaration.sort.iter();
            let by = by.map(|order| order.by.value(&scope));
            let keys = by_group.iter().cloned().chain(by);
            let row = Row {
                person,
                entry: scope.entry,
                group: match all_levels {
                    true => branch_of(source, &person),
                    false => by_group.as_ref().map(|value| {
                        value
                            .as_ref()
                            .map(|value| super::printed::value(value, None))
                    }),
                },
            };
            (keys.map(|key| key.value).collect(), row)
        })
        .collect();
    let given = form.declaration.sort.iter();
    let given = given.map(|order| (order.down, order.collation));
    let first = group.map(|_| (false, Collation::Plain));
    let ways: Vec<(bool, Collation)> = first.into_iter().chain(given).collect();
    // Rows that are alike stay in the order of the files.
    rows.sort_by(|(a, _), (b, _)| {
        let pairs = a.iter().zip(b).zip(&ways);
        // What is not given comes last, whichever way the others stand.
        let orders = pairs.map(|((a, b), (down, collation))| {
            let missing = is_missing(a).cmp(&is_missing(b));
            missing.then_with(|| match down {
                true => order(b, a, *collation),
                false => order(a, b, *collation),
            })
        });
        orders.fold(Ordering::Equal, Ordering::then)
    });
    Some(rows.into_iter().map(|(_, row)| row).collect())
}

impl Row<'_> {
    /// Whether a row stands in the same group as this one.
    pub fn is_of_group(&self, other: &Self) -> bool {
        let [own, others] = [self, other].map(|row| row.group.as_ref().map(|group| &group.value));
        own == others && self.person.unit == other.person.unit
    }
}

/// What the branch of a member is called.
fn branch_of(source: Source<'_>, person: &Person<'_>) -> Option<Traced<String>> {
    let organisation = source.organisation(person.unit)?;
    let title = noting(|notes| Noted::on(organisation, notes).title().to_owned());
    Some(title)
}

/// The keys by which a row has its place among others.
pub fn keys_of_place(form: &Form, scope: &Scope<'_>) -> Keys {
    let by = form.declaration.sort.iter().map(|order| &order.by);
    let by = by.chain(&form.declaration.group);
    by.map(|by: &Expression| by.value(scope).keys).collect()
}

/// Numbers and dates by size, words in the order of their list, texts in that of
/// their characters.
fn order(a: &Value, b: &Value, collation: Collation) -> Ordering {
    match (a, b) {
        (Value::Text(a, _), Value::Text(b, _)) if collation != Collation::Plain => {
            collation.compare(a, b)
        }
        (Value::Number(a, _), Value::Number(b, _)) => a.cmp(b),
        (Value::Date(a), Value::Date(b)) => a.earliest().cmp(&b.earliest()),
        (Value::Text(_, Some(a)), Value::Text(_, Some(b))) => a.cmp(b),
        (Value::Text(a, _), Value::Text(b, _)) => a.cmp(b),
        (Value::Flag(a), Value::Flag(b)) => b.is_yes().cmp(&a.is_yes()),
        _ => Ordering::Equal,
    }
}

fn is_missing(value: &Value) -> bool {
    matches!(value, Value::Absent | Value::Open)
}
