//! What leaves an expression open: the names that do, not those beside them that are known.

use super::evaluate::{Lookup, value};
use super::node::{Expression, Node};
use crate::derive::{Certainty, Value};
use crate::model::provenance::Keys;

impl Expression {
    /// The keys of those of its names that leave it open; none where nothing does.
    pub fn open_by(&self, names: &dyn Lookup) -> Keys {
        open_by(&self.root, names)
    }
}

fn open_by(node: &Node, names: &dyn Lookup) -> Keys {
    let own = value(node, names);
    if !is_open(&own.value) {
        return Keys::NONE;
    }
    let below: Keys = parts(node)
        .iter()
        .map(|part| open_by(part, names))
        .collect();
    // Two known values can leave a comparison open, as coarse dates do.
    match below == Keys::NONE {
        true => own.keys,
        false => below,
    }
}

fn is_open(value: &Value) -> bool {
    matches!(value, Value::Open | Value::Flag(Certainty::Open))
}

/// The pieces that a piece is made of; of what asks about entries of a list none, as these
/// have names of their own.
fn parts(node: &Node) -> Vec<&Node> {
    match node {
        Node::Constant(_) | Node::Name(_) | Node::Entries(..) => Vec::new(),
        Node::Not(inner) => vec![inner],
        Node::And(parts) | Node::Or(parts) | Node::Call(_, parts) => parts.iter().collect(),
        Node::Compare(_, a, b) | Node::Contained(a, b) => vec![a, b],
        Node::Within(of, from, to) => {
            let ends = from.iter().chain(to).map(|end| &**end);
            std::iter::once(&**of).chain(ends).collect()
        }
        Node::Among(of, others) => std::iter::once(&**of).chain(others).collect(),
        Node::Sum(terms) | Node::Total(_, terms) => terms.iter().map(|(_, term)| term).collect(),
    }
}
