//! What names mean for a member.

use super::evaluate::Lookup;
use super::names::Name;
use crate::derive::value::Value;
use crate::derive::{Asking, Certainty, Facts};
use crate::model::handle::{ById, RegisterId};
use crate::model::meaning::{Item, Meaning, Read};
use crate::model::member::Member;
use crate::model::numbered::Numbered as _;
use crate::model::provenance::{KeyId, Keys, Traced};
use crate::model::record::Record as _;

/// Whether a member stands in each form that is about members, on that form's days.
pub type StandingIn = ById<RegisterId, Traced<Certainty>>;

/// A member on the days of a form.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The member and the days.
    pub asking: Asking<'a>,
    /// The facts.
    pub facts: &'a Facts,
    /// Where he stands.
    pub standing_in: &'a StandingIn,
    /// Which entry is meant of a list that has a row for each.
    pub entry: Option<usize>,
}

impl Lookup for Scope<'_> {
    fn value(&self, name: &Name) -> Traced<Value> {
        match name {
            Name::Fact(fact) => fact.of(self.facts, self.asking),
            Name::Form(_, form) => self.stands_in(*form).map(Value::Flag),
            Name::Key(key) => self.key(*key),
            Name::Custom(key, of, id) => {
                let read = self.asking.member.custom.read(key, of);
                Traced::constant(read.map_or(Value::Absent, of_read)).joined(Keys::of(*id))
            }
            Name::Of(_) => Traced::constant(Value::Absent),
        }
    }

    fn each(&self, list: KeyId, ask: &mut dyn FnMut(&dyn Lookup)) -> Keys {
        let count = self.entries(list);
        for entry in 0..count.value {
            let entry = Some(entry);
            ask(&Self { entry, ..*self });
        }
        count.keys
    }
}

impl Scope<'_> {
    /// Whether the member stands in a form.
    pub fn stands_in(&self, form: RegisterId) -> Traced<Certainty> {
        let open = Traced::constant(Certainty::Open).joined(Keys::ALL);
        self.standing_in.get(form).copied().unwrap_or(open)
    }

    /// How many entries a list has.
    pub fn entries(&self, list: KeyId) -> Traced<usize> {
        self.key(list).map(|value| match value {
            Value::Count(count) => count,
            _ => 0,
        })
    }

    fn key(&self, key: KeyId) -> Traced<Value> {
        let (place, item) = self.asking.member.item(key.number(), self.entry);
        let value = match item {
            Item::Absent | Item::Blocks(0) => Value::Absent,
            Item::Scalar(read) => of_read(read),
            Item::Scalars(all) if all.is_empty() => Value::Absent,
            Item::Scalars(all) if all.iter().any(|read| read.meaning.is_none()) => Value::Open,
            Item::Scalars(all) => {
                let text = |read: &Read<'_>| (read.text.to_owned(), Certainty::Yes);
                Value::Texts(all.iter().map(text).collect())
            }
            Item::Blocks(count) => Value::Count(count),
        };
        Traced::constant(value).joined(Keys::of(Member::FIRST.plus(place)))
    }
}

fn of_read(read: Read<'_>) -> Value {
    match read.meaning {
        None => Value::Open,
        Some(Meaning::Text(text)) => Value::Text(text, None),
        Some(Meaning::Number(number)) => Value::number(number),
        Some(Meaning::Date(date)) => Value::Date(date),
        Some(Meaning::Flag(flag)) => Value::Flag(flag.into()),
        Some(Meaning::Word(word, place)) => Value::Text(word.to_owned(), Some(place)),
    }
}
