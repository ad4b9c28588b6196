//! The entries of maps: unknown, duplicate and missing keys are reported here, once for
//! all files.

use std::collections::HashMap;

use super::node::{Entry, Kind, Node, Span};
use super::problem::{Fault, Problem};
use super::provenance::{KeyId, Keys};
use super::record::Record;
use super::unknown::{Block, Meant, Unknown};

/// The entries of a block by key: unknown, duplicate and missing keys are
/// reported here, once for all records.
pub struct Entries<'a> {
    known: Vec<Option<&'a Entry>>,
}

impl<'a> Entries<'a> {
    /// Sorts the entries of `node` to the keys of a record.
    pub fn of<R: Record>(
        node: &'a Node,
        place: Span,
        first: KeyId,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut known = vec![None; R::KEYS.len()];
        match &node.kind {
            Kind::Map(entries) => {
                let mut unknown = Vec::new();
                for entry in entries {
                    if !sort_in::<R>(entry, first, &mut known, problems) {
                        unknown.push(entry);
                    }
                }
                let all = Keys::range(first, R::SIZE);
                let fault = |entry: &Entry| unknown_key::<R>(&entry.key, place, &known);
                let unknown = unknown.into_iter();
                problems
                    .extend(unknown.map(|entry| Problem::new(entry.key_span, fault(entry), all)));
            }
            Kind::Null => {}
            Kind::Scalar(_) | Kind::List(_) => {
                let keys = Keys::range(first, R::SIZE);
                problems.push(Problem::new(place, Fault::NotMap(R::KEYS.into()), keys));
                return Self { known };
            }
        }
        for (index, (key, entry)) in R::KEYS.iter().zip(&known).enumerate() {
            if key.required && entry.is_none_or(|entry: &Entry| entry.value.is_empty()) {
                let span = entry.map_or(place, |entry| entry.key_span);
                let fault = Fault::MissingKey {
                    key: key.name.into(),
                };
                problems.push(Problem::new(span, fault, R::keys_at(first, index)));
            }
        }
        Self { known }
    }

    /// The entry of the key of this index.
    pub fn get(&self, index: usize) -> Option<&'a Entry> {
        self.known[index]
    }
}

/// A key that is not known might have been meant for any of the block.
fn unknown_key<R: Record>(key: &str, place: Span, known: &[Option<&Entry>]) -> Fault {
    let given = R::KEYS
        .iter()
        .zip(known)
        .filter(|(_, entry)| entry.is_some());
    Fault::UnknownKey(Unknown {
        key: key.to_owned(),
        block: R::KEYS.into(),
        given: given.map(|(key, _)| key.name).collect(),
        place,
        meant: Meant::Nothing,
    })
}

/// Puts an entry to its key, if it has one in the block.
fn sort_in<'a, R: Record>(
    entry: &'a Entry,
    first: KeyId,
    known: &mut [Option<&'a Entry>],
    problems: &mut Vec<Problem>,
) -> bool {
    let span = entry.key_span;
    let Some(index) = R::KEYS.iter().position(|key| key.name == entry.key) else {
        return false;
    };
    match known[index] {
        Some(first_entry) => {
            let fault = Fault::DuplicateKey {
                key: entry.key.clone(),
                first: first_entry.key_span,
            };
            problems.push(Problem::new(span, fault, R::keys_at(first, index)));
        }
        None => known[index] = Some(entry),
    }
    true
}

/// The entries of a map whose keys are names; duplicates are reported.
pub fn named_entries<'a>(
    entry: Option<&'a Entry>,
    key: KeyId,
    problems: &mut Vec<Problem>,
) -> Vec<&'a Entry> {
    let keys = Keys::of(key);
    let mut entries: Vec<&Entry> = Vec::new();
    let mut known = HashMap::new();
    match entry.map(|entry| (&entry.value.kind, entry.key_span)) {
        None | Some((Kind::Null, _)) => {}
        Some((Kind::Map(all), _)) => {
            for entry in all {
                match known.insert(&entry.key, entry.key_span) {
                    Some(first) => {
                        known.insert(&entry.key, first);
                        let fault = Fault::DuplicateKey {
                            key: entry.key.clone(),
                            first,
                        };
                        problems.push(Problem::new(entry.key_span, fault, keys));
                    }
                    None => entries.push(entry),
                }
            }
        }
        Some((_, span)) => problems.push(Problem::new(
            span,
            Fault::NotMap(Block::from(&[][..])),
            keys,
        )),
    }
    entries
}
