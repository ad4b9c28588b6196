//! The same person in several files, across all organisations.

use std::borrow::Cow;
use std::collections::HashMap;

use super::diagnostic::{Affected, At, Diagnostic, Relationship};
use super::finding::Finding;
use super::{Source, Violation};
use crate::derive::Identity;
use crate::model::handle::UnitId;
use crate::model::node::Span;
use crate::model::provenance::Keys;

/// What is told where two persons are alike in a way.
pub type Way<V> = (V, fn(&Identity, &Identity) -> bool);

/// The persons of a unit.
pub type Persons<'a> = (UnitId, Cow<'a, [Identity]>);

/// The persons of all units.
pub fn all<'a>(source: &Source<'a>) -> Vec<Persons<'a>> {
    let of_unit = |unit| match source.settled(unit) {
        Some(settled) => Cow::from(&settled.persons),
        None => {
            let people = source.people(unit).into_iter().flatten();
            people.map(|person| person.identity()).collect()
        }
    };
    let units = source.workspace.units.ids();
    units.map(|unit| (unit, of_unit(unit))).collect()
}

/// Tells of each person who is alike to one before him who has the same `key`, by the
/// first of the ways in which there is one.
pub fn told<V: Violation + Clone>(
    persons: &[Persons<'_>],
    key: fn(&Identity) -> &Option<(String, Span)>,
    ways: &[Way<V>],
    found: &mut Vec<Diagnostic>,
) {
    // Only those who share a key are compared at all.
    let mut by_key: HashMap<&str, Vec<(&Identity, Span)>> = HashMap::new();
    for (unit, persons) in persons {
        for person in persons.iter() {
            let Some((key, span)) = key(person) else {
                continue;
            };
            let earlier = by_key.entry(key).or_default();
            let alike = ways.iter().find_map(|(finding, is_alike)| {
                let other = earlier.iter().find(|(other, _)| is_alike(other, person));
                other.map(|other| (Finding::from(finding.clone()), other))
            });
            if let Some((finding, (other, at))) = alike {
                let affected = Affected::member(*unit, person.member);
                let diagnostic = finding.at(person.path.clone(), At::Span(*span), affected);
                let at = (*at, Keys::ALL);
                found.push(diagnostic.beside(&other.path, at, Relationship::FirstOccurrence));
            }
            earlier.push((person, *span));
        }
    }
}
