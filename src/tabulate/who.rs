//! Whom forms and figures are about.

use super::condition::Condition;
use crate::derive::named::NamedFact;
use crate::derive::{Certainty, Reading, Value};
use crate::expression::Scope;
use crate::model::handle::RegisterId;
use crate::model::provenance::{Keys, Traced};

/// People whom a form can be about.
#[derive(Clone, Debug, PartialEq)]
pub enum Population {
    /// For whom a fact holds.
    Fact(&'static NamedFact),
    /// Who stands in another form, by its id, on that form's own days.
    Form(String, RegisterId),
}

impl Population {
    fn holds(&self, scope: &Scope<'_>) -> Traced<Certainty> {
        match self {
            Self::Form(_, form) => scope.stands_in(*form),
            Self::Fact(fact) => fact.of(scope.facts, scope.asking).map(|value| match value {
                Value::Flag(certainty) => certainty,
                _ => Certainty::Open,
            }),
        }
    }
}

/// Whom a form, or a figure, is about: one of several populations, for whom a
/// condition holds and others don't.
#[derive(Clone, Debug, Default)]
pub struct Who {
    /// The populations; everybody where there is none.
    pub of: Vec<Population>,
    /// What else must hold.
    pub condition: Condition,
    /// What must not hold.
    pub apart_from: Vec<Condition>,
}

impl Who {
    /// One of some populations.
    pub fn one_of(of: Vec<Population>) -> Self {
        Self {
            of,
            ..Self::default()
        }
    }

    /// Whether a member is meant. What 出生年月 decides already does not follow from
    /// the number that would complete it.
    pub fn holds(&self, scope: &Scope<'_>) -> Traced<Certainty> {
        if matches!(scope.facts.age.by_birth.value, Some(Reading::Open(..))) {
            let mut by_birth = *scope;
            by_birth.asking.completed = false;
            let held = self.holds_for(&by_birth);
            if held.value != Certainty::Open {
                return held;
            }
        }
        self.holds_for(scope)
    }

    fn holds_for(&self, scope: &Scope<'_>) -> Traced<Certainty> {
        let none = Traced::constant(Certainty::from(self.of.is_empty()));
        let of = self.of.iter();
        let belongs = of.fold(none, |any, one| any.or(|| one.holds(scope)));
        let meant = belongs.and(|| self.condition.holds(scope));
        let apart = self.apart_from.iter();
        apart.fold(meant, |meant, other| meant.and(|| !other.holds(scope)))
    }

    /// The keys that leave it open: of what must hold, where that is open, else all.
    pub fn cause(&self, scope: &Scope<'_>) -> Keys {
        let conditions = self.apart_from.iter().chain([&self.condition]);
        let mut open = conditions.map(|condition| condition.open_by(scope));
        let open = open.find(|keys| *keys != Keys::NONE);
        open.unwrap_or_else(|| self.holds(scope).keys)
    }

    /// The forms whose rows it asks for.
    pub fn forms(&self) -> impl Iterator<Item = RegisterId> {
        let of = self.of.iter().filter_map(|population| match population {
            Population::Form(_, form) => Some(*form),
            Population::Fact(_) => None,
        });
        let conditions = self.apart_from.iter().chain([&self.condition]);
        of.chain(conditions.flat_map(Condition::forms))
    }
}
