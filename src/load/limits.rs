//! How much a file may hold. What no person would write is refused before anything is
//! made of it, so that no file takes long or much memory.

use super::tree_fault::{TreeFault, YamlCause};
use crate::model::node::{Kind, Node, Span};
use crate::model::numbered::Limits;

/// A key longer than this, in characters, is none.
const KEY: usize = 200;

/// The first place at which a tree has more than it may.
///
/// # Errors
/// That place, and the limit.
pub fn hold(node: &Node, limits: Limits) -> Result<(), TreeFault> {
    let mut keys = 0;
    let top = Span::new(0, 0);
    within(node, top, limits, &mut keys)
}

/// `place` is the key behind which the node stands.
fn within(node: &Node, place: Span, limits: Limits, keys: &mut usize) -> Result<(), TreeFault> {
    let refused = |span, cause| Err(TreeFault::new(span, cause));
    match &node.kind {
        Kind::Null => Ok(()),
        Kind::Scalar(text) => match is_longer(text, limits.text) {
            true => refused(place, YamlCause::LongText(limits.text)),
            false => Ok(()),
        },
        Kind::List(items) if items.len() > limits.list => {
            refused(place, YamlCause::LongList(items.len(), limits.list))
        }
        Kind::List(items) => {
            let mut items = items.iter();
            items.try_for_each(|item| within(item, place, limits, keys))
        }
        Kind::Map(entries) => entries.iter().try_for_each(|entry| {
            *keys += 1;
            if is_longer(&entry.key, KEY) {
                return refused(entry.key_span, YamlCause::LongText(KEY));
            }
            if *keys > limits.keys {
                return refused(entry.key_span, YamlCause::ManyKeys(limits.keys));
            }
            within(&entry.value, entry.key_span, limits, keys)
        }),
    }
}

fn is_longer(text: &str, limit: usize) -> bool {
    text.len() > limit && text.chars().nth(limit).is_some()
}
