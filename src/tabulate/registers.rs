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

    /// Where a member stands, as far as his dates decide it each by itself.
    pub fn standing(&self, days: &FormDays, member: &Member, facts: &[Facts]) -> StandingIn {
        let open = Traced::constant(Certainty::Open).joined(Keys::ALL);
        let mut standing: StandingIn = self.forms.values().map(|_| open).collect();
        for form in &self.order {
            let (id, who) = &self.forms[*form];
            if let Some(scope) = scope(days, member, facts, &standing, id) {
                standing[*form] = who.holds(&scope);
            }
        }
        standing
    }
}

/// A member on the days of a form; none where it has no days.
pub(super) fn scope<'a>(
    days: &'a FormDays,
    member: &'a Member,
    facts: &'a [Facts],
    standing_in: &'a StandingIn,
    form: &str,
) -> Option<Scope<'a>> {
    Some(Scope {
        asking: Asking::of(member, days.reference(form)?),
        facts: days.facts(form, facts)?,
        standing_in,
    })
}
