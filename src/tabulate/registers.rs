//! The forms that are about members: who stands in each.

use super::who::Who;
use crate::derive::{Asking, Certainty, Facts, FormDays};
use crate::expression::{Scope, StandingIn};
use crate::model::custom::CustomKeys;
use crate::model::handle::{ById, RegisterId};
use crate::model::member::Member;
use crate::model::provenance::{Keys, Traced};

/// The forms that are about members, and who stands in each.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    /// Id of each form, and whom it is about.
    pub forms: ById<RegisterId, (String, Who)>,
    /// All of them in an order in which each comes behind those that it asks for.
    pub order: Vec<RegisterId>,
    /// The keys that forms add to members.
    pub custom: CustomKeys,
}

impl Registers {
    /// The form of an id.
    pub fn find(&self, id: &str) -> Option<RegisterId> {
        self.forms.find(|(known, _)| known == id)
    }

    /// What follows from a member's file, as far as his dates decide it each by itself.
    pub(super) fn derived(&self, days: &FormDays, member: &Member) -> Derived {
        let open = Traced::constant(Certainty::Open).joined(Keys::ALL);
        let mut derived = Derived {
            facts: days.derive(member),
            standing_in: self.forms.values().map(|_| open).collect(),
        };
        for form in &self.order {
            let (id, who) = &self.forms[*form];
            let standing = derived.scope(days, member, id);
            derived.standing_in[*form] = standing.map_or(open, |scope| who.holds(&scope));
        }
        derived
    }
}

/// What follows from a member's file.
#[derive(Clone, Debug)]
pub struct Derived {
    /// The facts on all days.
    pub facts: Vec<Facts>,
    /// Where he stands.
    pub standing_in: StandingIn,
}

impl Derived {
    /// The member on the days of a form; none where it has no days.
    pub(super) fn scope<'a>(
        &'a self,
        days: &'a FormDays,
        member: &'a Member,
        form: &str,
    ) -> Option<Scope<'a>> {
        Some(Scope {
            asking: Asking::of(member, days.reference(form)?),
            facts: days.facts(form, &self.facts)?,
            standing_in: &self.standing_in,
            entry: None,
        })
    }
}
