//! What names mean for a member.

use super::evaluate::Lookup;
use super::names::{Day, Name};
use super::value::Value;
use crate::derive::datum::Named;
use crate::derive::{Asking, Certainty, Datum, Facts};
use crate::model::date::PartialDate;
use crate::model::meaning::{Item, Meaning, Read};
use crate::model::member::Member;
use crate::model::numbered::Numbered as _;
use crate::model::provenance::{KeyId, Keys, Traced};
use crate::model::record::Record as _;

/// A member on the days of a form.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The member and the days.
    pub asking: Asking<'a>,
    /// The facts.
    pub facts: &'a Facts,
    /// Whether he stands in each form that is about members, on that form's days.
    pub standing_in: &'a [Traced<Certainty>],
}

impl Lookup for Scope<'_> {
    fn value(&self, name: &Name) -> Traced<Value> {
        let day =
            |day: Traced<chrono::NaiveDate>| day.map(|day| Value::Date(PartialDate::Day(day)));
        match name {
            Name::Fact(fact) => self.fact(fact),
            Name::Form(_, form) => self.stands_in(*form).map(Value::Flag),
            Name::Day(Day::Filled) => day(self.asking.reference.filled_on),
            Name::Day(Day::SearchEnd) => day(self.asking.reference.search_ended),
            Name::Day(Day::Baseline) => day(self.asking.reference.baseline),
            Name::Day(Day::AwaySince) => day(self.asking.reference.away_from),
            Name::Key(key) => self.key(*key),
            Name::Custom(key, of, id) => {
                let value = match self.asking.member.custom.read(key, of) {
                    Some(read) => of_read(&read),
                    None => Value::Absent,
                };
                Traced::constant(value).joined(Keys::of(*id))
            }
            Name::Of(_) => Traced::constant(Value::Absent),
        }
    }
}

impl Scope<'_> {
    /// Whether the member stands in a form, by its place among those about members.
    pub fn stands_in(&self, form: usize) -> Traced<Certainty> {
        let open = Traced::constant(Certainty::Open).joined(Keys::ALL);
        self.standing_in.get(form).copied().unwrap_or(open)
    }

    fn fact(&self, fact: &Named) -> Traced<Value> {
        fact.of(self.facts, self.asking).map(|datum| match datum {
            None => Value::Open,
            Some(Datum::Uncounted) => Value::Absent,
            Some(Datum::Flag(certainty)) => Value::Flag(certainty),
            Some(Datum::Number(reading)) => {
                let (low, high) = reading.ends();
                Value::Number(f64::from(low), f64::from(high))
            }
            Some(Datum::Word(word)) => Value::Text(word.to_owned(), fact.place(word)),
            Some(Datum::Words(words)) => {
                let words = words.into_iter();
                Value::Texts(
                    words
                        .map(|(word, certainty)| (word.to_owned(), certainty))
                        .collect(),
                )
            }
        })
    }

    fn key(&self, key: KeyId) -> Traced<Value> {
        let (place, item) = self.asking.member.item(key.number());
        let value = match item {
            Item::Absent => Value::Absent,
            Item::Scalar(read) => of_read(&read),
            Item::Scalars(all) if all.is_empty() => Value::Absent,
            Item::Scalars(all) if all.iter().any(|read| read.meaning.is_none()) => Value::Open,
            Item::Scalars(all) => {
                let text = |read: &Read<'_>| (read.text.to_owned(), Certainty::Yes);
                Value::Texts(all.iter().map(text).collect())
            }
            Item::Blocks(0) => Value::Absent,
            Item::Blocks(count) => Value::Count(count),
        };
        Traced::constant(value).joined(Keys::of(Member::FIRST.plus(place)))
    }
}

fn of_read(read: &Read<'_>) -> Value {
    match &read.meaning {
        None => Value::Open,
        Some(Meaning::Text(text)) => Value::Text(text.clone(), None),
        Some(Meaning::Number(number)) => Value::Number(*number, *number),
        Some(Meaning::Date(date)) => Value::Date(*date),
        Some(Meaning::Flag(flag)) => Value::Flag((*flag).into()),
        Some(Meaning::Word(word, place)) => Value::Text((*word).to_owned(), Some(*place)),
    }
}
