//! Conditions: what must hold for a member to be counted, or listed.

use crate::derive::Certainty;
use crate::expression::{Expression, Name, Scope};
use crate::model::handle::RegisterId;
use crate::model::provenance::{Keys, Traced};

/// An expression that says yes or no; without one, everybody is meant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    /// The expression.
    pub expression: Option<Expression>,
}

impl Condition {
    /// Whether it holds for a member.
    pub fn holds(&self, scope: &Scope<'_>) -> Traced<Certainty> {
        match &self.expression {
            Some(expression) => expression.holds(scope),
            None => Traced::constant(Certainty::Yes),
        }
    }

    /// The keys that leave it open; none where it is not.
    pub fn open_by(&self, scope: &Scope<'_>) -> Keys {
        let expression = self.expression.as_ref();
        expression.map_or(Keys::NONE, |expression| expression.open_by(scope))
    }

    /// The forms whose rows it asks for.
    pub fn forms(&self) -> impl Iterator<Item = RegisterId> {
        let names = self.expression.iter().flat_map(Expression::names);
        names.filter_map(|name| match name {
            Name::Form(_, form) => Some(*form),
            _ => None,
        })
    }
}
