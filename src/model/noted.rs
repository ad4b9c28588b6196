//! A record whose keys are noted as they are asked for. What is computed of a record
//! in this way carries the keys that it follows from, and no others: what was not
//! asked for cannot have mattered.

use std::cell::Cell;

use super::field::Field;
use super::provenance::{KeyId, Keys, Traced};

/// Where asked keys are noted.
pub type Notes = Cell<Keys>;

/// A record, or a block of one, that notes which of its keys are asked for. Its
/// methods have the names of the record's fields.
#[derive(Debug)]
pub struct Noted<'a, R> {
    pub(super) record: &'a R,
    pub(super) first: KeyId,
    pub(super) notes: &'a Notes,
}

impl<R> Clone for Noted<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Noted<'_, R> {}

impl<'a, R> Noted<'a, R> {
    /// What stands behind the key at a place, which is noted.
    pub(crate) fn field<F: Field>(self, offset: u16, of: fn(&R) -> &F) -> F::Asked<'a> {
        of(self.record).asked(self.first.plus(offset), self.notes)
    }
}

/// What is computed, with the keys that were noted meanwhile.
pub fn noting<T>(compute: impl FnOnce(&Notes) -> T) -> Traced<T> {
    let notes = Notes::default();
    let value = compute(&notes);
    let keys = notes.get();
    Traced { value, keys }
}

/// Notes a key that was asked for.
pub fn note(notes: &Notes, key: KeyId) {
    note_all(notes, Keys::of(key));
}

/// Notes keys that what was asked for follows from.
pub fn note_all(notes: &Notes, keys: Keys) {
    notes.set(notes.get().join(keys));
}

/// The blocks of a list.
#[derive(Clone, Copy, Debug)]
pub struct NotedList<'a, R> {
    pub(super) records: &'a [R],
    pub(super) first: KeyId,
    pub(super) notes: &'a Notes,
}

impl<'a, R> NotedList<'a, R> {
    /// The blocks in the order of the file, each with the list's notes.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Noted<'a, R>> {
        let Self { first, notes, .. } = self;
        self.records.iter().map(move |record| Noted {
            record,
            first,
            notes,
        })
    }

    /// How many blocks there are; that they were counted was noted with the list.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}
