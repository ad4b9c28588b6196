//! The language of conditions and values in `form.yaml`: what holds for a member,
//! what a column prints, what figures of a table must agree. `docs/forms.md`
//! describes it for those who write forms.
//!
//! It asks for the keys of the data by their Chinese names, and for facts derived
//! from them. There are no loops and no definitions, so that every expression
//! ends. A date that is not known to the day leaves a comparison open rather than
//! guessed.

mod call;
mod evaluate;
mod fault;
mod member;
mod names;
mod node;
mod open;
mod parse;
mod sides;
mod token;

pub use crate::derive::value::{Type, Value};
pub use evaluate::Lookup;
pub use fault::{ExpressionFault, FaultKind};
pub use member::{Scope, StandingIn};
pub use names::{CUSTOM, ColumnNames, Figure, MemberNames, Name, Names, lists};
pub use node::Expression;
pub use sides::Side;
pub use token::Comparison;
