//! What names mean for a member.

use super::evaluate::Lookup;
use super::names::{Day, Name};
use super::value::Value;
use crate::derive::{Certainty, Datum, Derived, Facts, Reference, datum};
use crate::load::Workspace;
use crate::model::date::PartialDate;
use crate::model::meaning::{Item, Meaning, Read, item_of};
use crate::model::member::Member;

/// A member on the days of a form.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The member.
    pub member: &'a Member,
    /// The facts.
    pub facts: &'a Facts,
    /// The days.
    pub reference: &'a Reference,
}

/// The members of a unit on the days of a form; none where a day is missing.
pub fn scopes<'a>(
    workspace: &'a Workspace,
    derived: &'a Derived,
    unit: usize,
    form: &str,
) -> impl Iterator<Item = (usize, Scope<'a>)> {
    let reference = derived.reference(unit, form);
    let members = derived.members(workspace, unit, form);
    members.filter_map(move |(index, member, facts)| {
        let reference = reference?;
        let scope = Scope {
            member,
            facts,
            reference,
        };
        Some((index, scope))
    })
}

impl Lookup for Scope<'_> {
    fn value(&self, name: &Name) -> Value {
        match name {
            Name::Fact(fact) => self.fact(fact),
            Name::Day(day) => Value::Date(PartialDate::Day(match day {
                Day::Filled => self.reference.filled_on,
                Day::SearchEnd => self.reference.search_ended,
                Day::Baseline => self.reference.baseline,
                Day::AwaySince => self.reference.away_from,
            })),
            Name::Key(route) => self.key(route),
            Name::Custom(key, of) => match self.member.custom.read(key, of) {
                Some(read) => of_read(&read, key),
                None => Value::Absent,
            },
            Name::Column(_) => Value::Absent,
        }
    }
}

impl Scope<'_> {
    fn fact(&self, fact: &str) -> Value {
        let open = || Value::Open(fact.to_owned());
        match datum::datum(fact, self.member, self.facts) {
            None | Some(Datum::Missing) => open(),
            Some(Datum::Uncounted) => Value::Absent,
            Some(Datum::Flag(certainty)) => Value::Flag(certainty),
            Some(Datum::Number(reading)) => {
                let (low, high) = reading.ends();
                Value::Number(f64::from(low), f64::from(high))
            }
            Some(Datum::Word(word)) => Value::Text(word.to_owned(), datum::place(fact, word)),
            Some(Datum::Words(words)) => {
                let words = words.into_iter();
                Value::Texts(
                    words
                        .map(|(word, certainty)| (word.to_owned(), certainty))
                        .collect(),
                )
            }
        }
    }

    fn key(&self, route: &str) -> Value {
        match item_of(self.member, route) {
            None | Some(Item::Absent) => Value::Absent,
            Some(Item::Scalar(read)) => of_read(&read, route),
            Some(Item::Scalars(all)) if all.is_empty() => Value::Absent,
            Some(Item::Scalars(all)) => {
                let text = |read: &Read<'_>| (read.text.to_owned(), Certainty::Yes);
                Value::Texts(all.iter().map(text).collect())
            }
            Some(Item::Block(_)) => Value::Count(1),
            Some(Item::Blocks(all)) if all.is_empty() => Value::Absent,
            Some(Item::Blocks(all)) => Value::Count(all.len()),
        }
    }
}

fn of_read(read: &Read<'_>, name: &str) -> Value {
    match &read.meaning {
        None => Value::Open(name.to_owned()),
        Some(Meaning::Text(text)) => Value::Text(text.clone(), None),
        Some(Meaning::Number(number)) => Value::Number(*number, *number),
        Some(Meaning::Date(date)) => Value::Date(*date),
        Some(Meaning::Flag(flag)) => Value::Flag((*flag).into()),
        Some(Meaning::Word(word, place)) => Value::Text((*word).to_owned(), Some(*place)),
    }
}
