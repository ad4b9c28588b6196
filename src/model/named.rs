//! What stands under names of its own.

use super::entries::named_entries;
use super::field::{Field, given_whole};
use super::node::{Entry, Span};
use super::problem::{Fault, Problem};
use super::provenance::{KeyId, Keys};
use super::value::{Scalar, Value};

/// What can stand under a name.
pub trait Element: Sized {
    /// Reads it; where nothing stands there, that is a fault: a name may be half of a
    /// value that was meant (`1,040` between brackets), or one that nobody looks for.
    fn element(entry: &Entry, key: KeyId, problems: &mut Vec<Problem>) -> Option<Self>;
}

impl<T: Scalar> Element for Value<T> {
    fn element(entry: &Entry, key: KeyId, problems: &mut Vec<Problem>) -> Option<Self> {
        let value: Option<Self> = Field::field(Some(entry), key, problems);
        value.or_else(|| nothing(entry, key, problems))
    }
}

impl<T: Scalar> Element for Vec<Value<T>> {
    fn element(entry: &Entry, key: KeyId, problems: &mut Vec<Problem>) -> Option<Self> {
        let values: Self = Field::field(Some(entry), key, problems);
        let values = Some(values).filter(|values| !values.is_empty());
        values.or_else(|| nothing(entry, key, problems))
    }
}

impl<E: Element> Element for Named<E> {
    fn element(entry: &Entry, key: KeyId, problems: &mut Vec<Problem>) -> Option<Self> {
        Some(Field::field(Some(entry), key, problems))
    }
}

/// A name behind which nothing stands.
fn nothing<T>(entry: &Entry, key: KeyId, problems: &mut Vec<Problem>) -> Option<T> {
    let fault = Fault::NoValue {
        key: entry.key.clone(),
    };
    problems.push(Problem::new(entry.key_span, fault, Keys::of(key)));
    None
}

/// Values, lists or blocks under names.
#[derive(Clone, Debug)]
pub struct Named<E> {
    /// Name, its place, what stands there, in the order of the file.
    pub entries: Vec<(String, Span, E)>,
}

impl<E: Element> Field for Named<E> {
    const SAMPLE: &'static str = "{…: …}";

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
