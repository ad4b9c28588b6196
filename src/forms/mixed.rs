//! Lists in which a text alone stands for a block with only its first key.

use crate::model::field::{Field, given_whole};
use crate::model::node::{Entry, Kind, Node};
use crate::model::problem::Problem;
use crate::model::provenance::KeyId;
use crate::model::record::Record;
use crate::model::value::AnyValue;

/// Blocks, some of them written as the text of their first key.
#[derive(Clone, Debug)]
pub struct Mixed<R>(pub Vec<R>);

impl<R> Default for Mixed<R> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<R> std::ops::Deref for Mixed<R> {
    type Target = [R];

    fn deref(&self) -> &[R] {
        &self.0
    }
}

impl<R: Record> Field for Mixed<R> {
    given_whole!();

    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        self.0.iter().for_each(|block| block.each(look));
    }

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let mut entry = entry.cloned();
        if let Some(Entry { value, .. }) = &mut entry {
            if is_text(value) {
                value.kind = Kind::List(vec![value.clone()]);
            }
            if let Kind::List(items) = &mut value.kind {
                let texts = items.iter_mut().filter(|item| is_text(item));
                texts.for_each(|item| *item = alone::<R>(item));
            }
        }
        Self(Field::field(entry.as_ref(), key, problems))
    }
}

fn is_text(node: &Node) -> bool {
    matches!(node.kind, Kind::Scalar(_))
}

/// A text as a block with only its first key.
fn alone<R: Record>(node: &Node) -> Node {
    let key = Entry {
        key: R::KEYS[0].name.to_owned(),
        key_span: node.span,
        value: node.clone(),
    };
    Node {
        span: node.span,
        ..Node::from(Kind::Map(vec![key]))
    }
}
