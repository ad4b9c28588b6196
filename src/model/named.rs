//! What stands under names of its own.

use super::entries::named_entries;
use super::field::{Field, given_whole};
use super::node::{Entry, Span};
use super::problem::Problem;
use super::provenance::KeyId;
use super::value::{Scalar, Value};

/// What can stand under a name.
pub trait Element: Sized {
    /// Reads it; none where nothing stands there.
    fn element(entry: &Entry, key: KeyId, problems: &mut Vec<Problem>) -> Option<Self>;
}

impl<T: Scalar> Element for Value<T> {
    fn element(entry: &Entry, key: KeyId, problems: &mut Vec<Problem>) -> Option<Self> {
        Field::field(Some(entry), key, problems)
    }
}

impl<T: Scalar> Element for Vec<Value<T>> {
    fn element(entry: &Entry, key: KeyId, problems: &mut Vec<Problem>) -> Option<Self> {
        Some(Field::field(Some(entry), key, problems))
    }
}

impl<E: Element> Element for Named<E> {
    fn element(entry: &Entry, key: KeyId, problems: &mut Vec<Problem>) -> Option<Self> {
        Some(Field::field(Some(entry), key, problems))
    }
}

/// Values, lists or blocks under names.
#[derive(Clone, Debug)]
pub struct Named<E> {
    /// Name, its place, what stands there, in the order of the file.
    pub entries: Vec<(String, Span, E)>,
}

impl<E: Element> Field for Named<E> {
    given_whole!();

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let mut entries = Vec::new();
        for entry in named_entries(entry, key, problems) {
            let element = E::element(entry, key, problems);
            entries.extend(element.map(|element| (entry.key.clone(), entry.key_span, element)));
        }
        Self { entries }
    }
}

impl<E> Default for Named<E> {
    fn default() -> Self {
        let entries = Vec::new();
        Self { entries }
    }
}

impl<E> Named<E> {
    /// What stands under a name.
    pub fn get(&self, name: &str) -> Option<&E> {
        let entry = self.entries.iter().find(|(known, ..)| known == name);
        entry.map(|(_, _, element)| element)
    }
}
