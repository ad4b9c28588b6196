//! Conditions: what must hold for a member to be counted, or listed.

use crate::expression::{Expression, Outcome, Scope};

/// An expression that says yes or no; without one, everybody is meant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    /// The expression.
    pub expression: Option<Expression>,
}

impl Condition {
    /// Whether it holds for a member.
    pub fn holds(&self, scope: &Scope<'_>) -> Outcome {
        match &self.expression {
            Some(expression) => expression.holds(scope),
            None => Outcome::Yes,
        }
    }
}
