//! The two sides of a comparison that does not hold, for people to compare.

use super::evaluate::{Lookup, certainty, value};
use super::names::{Figure, Name};
use super::node::{Expression, Node};
use super::token::Comparison;
use crate::derive::{Certainty, Value};

/// What one side of a comparison is, not yet in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// Nothing that has a name.
    None,
    /// A name.
    Name(String),
    /// The sum of the columns below a head.
    Total(String),
    /// The rows of a register.
    Rows(String),
    /// Several names, added up.
    Names(Vec<String>),
}

/// The sides of a comparison, each with its figure.
pub type Compared = ((Side, u32), Comparison, (Side, u32));

impl Expression {
    /// Both sides of the first comparison of figures in it, with their figures.
    pub fn sides(&self, names: &dyn Lookup) -> Option<Compared> {
        let (comparison, left, right) = compared(&self.root, names)?;
        let side = |node: &Node| {
            let figure = match value(node, names).value {
                // What is less than 0 becomes 0.
                Value::Number(number, _) => {
                    let whole = number.whole().and_then(|whole| whole.try_into().ok());
                    whole.unwrap_or(0)
                }
                _ => 0,
            };
            (side(node), figure)
        };
        Some((side(left), comparison, side(right)))
    }
}

/// The first comparison of figures in it that is asked for: of parts with a setting, of
/// which it holds.
fn compared<'a>(node: &'a Node, names: &dyn Lookup) -> Option<(Comparison, &'a Node, &'a Node)> {
    match node {
        Node::Compare(_, _, right) if matches!(**right, Node::Constant(Value::Text(..))) => None,
        Node::Compare(comparison, left, right) => Some((*comparison, left, right)),
        Node::And(parts) => {
            let is_setting = |part: &&Node| compared(part, names).is_none();
            let mut settings = parts.iter().filter(is_setting);
            let holds = settings.all(|part| certainty(part, names).value == Certainty::Yes);
            let mut parts = parts.iter().filter(|_| holds);
            parts.find_map(|part| compared(part, names))
        }
        Node::Or(parts) => parts.iter().find_map(|part| compared(part, names)),
        Node::Not(inner) => compared(inner, names),
        _ => None,
    }
}

fn side(node: &Node) -> Side {
    match node {
        Node::Total(head, _) => Side::Total(head.clone()),
        Node::Name(Name::Of(Figure::Rows(form, _))) => Side::Rows(form.clone()),
        Node::Name(name) => Side::Name(name.written()),
        Node::Sum(terms) => {
            let names = terms.iter().filter_map(|(_, term)| match side(term) {
                Side::Name(name) | Side::Total(name) => Some(name),
                _ => None,
            });
            Side::Names(names.collect())
        }
        _ => Side::None,
    }
}
