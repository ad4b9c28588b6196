//! Blocks that stand under names of their own.

use super::node::{Entry, Span};
use super::problem::Problem;
use super::provenance::KeyId;
use super::record::{Field, Record, given_whole, named_entries};

/// Blocks under names.
#[derive(Clone, Debug)]
pub struct Named<R> {
    /// Name, its place, the block.
    pub entries: Vec<(String, Span, R)>,
}

impl<R: Record> Field for Named<R> {
    given_whole!();

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let named = named_entries(entry, key, problems).into_iter();
        let read = |entry: &Entry| {
            let block = R::read(&entry.value, entry.key_span, key, problems);
            (entry.key.clone(), entry.key_span, block)
        };
        Self {
            entries: named.map(read).collect(),
        }
    }
}

impl<R> Default for Named<R> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
        }
    }
}

impl<R> Named<R> {
    /// The block of a name.
    pub fn get(&self, name: &str) -> Option<&R> {
        let entry = self.entries.iter().find(|(known, ..)| known == name);
        entry.map(|(_, _, block)| block)
    }
}
