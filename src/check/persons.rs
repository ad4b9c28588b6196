//! The same person in several files, across all organisations.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::Path;

use super::diagnostic::{Affected, At, Diagnostic, Relationship};
use super::finding::Finding;
use super::{Source, Violation};
use crate::derive::Identity;
use crate::load::original;
use crate::model::handle::UnitId;
use crate::model::node::Span;
use crate::model::provenance::Keys;

/// How two persons are alike, and what is told of the second; whether his file is a copy
/// by its name.
pub type Way<V> = (fn(bool) -> V, fn(&Identity, &Identity) -> bool);

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
/// first of the ways in which there is one. Copies come behind all others.
pub fn told<V: Violation>(
    persons: &[Persons<'_>],
    key: fn(&Identity) -> &Option<(String, Span)>,
    ways: &[Way<V>],
    found: &mut Vec<Diagnostic>,
) {
    // Only those who share a key are compared at all.
    let mut by_key: HashMap<&str, Vec<(UnitId, &Identity, Span)>> = HashMap::new();
    let all = persons
        .iter()
        .flat_map(|(unit, persons)| persons.iter().map(|it| (*unit, it)));
    let (copies, others): (Vec<_>, Vec<_>) = all.partition(|(_, person)| is_copy(&person.path));
    let others = others.into_iter().map(|person| (person, false));
    let copies = copies.into_iter().map(|person| (person, true));
    for ((unit, person), is_copy) in others.chain(copies) {
        let Some((key, span)) = key(person) else {
            continue;
        };
        let earlier = by_key.entry(key).or_default();
        let alike = ways.iter().find_map(|(finding, is_alike)| {
            let other = earlier.iter().find(|(_, other, _)| is_alike(other, person));
            other.map(|other| (Finding::from(finding(is_copy)), other))
        });
        if let Some((finding, (of, other, at))) = alike {
            let mut affected = Affected::member(unit, person.member);
            if !is_copy {
                affected.others.push((*of, other.member));
            }
            let diagnostic = finding.at(person.path.clone(), At::Span(*span), affected);
            let at = (*at, Keys::ALL);
            found.push(diagnostic.beside(&other.path, at, Relationship::FirstOccurrence));
        }
        earlier.push((unit, person, *span));
    }
}

fn is_copy(path: &Path) -> bool {
    let stem = path.file_stem().and_then(OsStr::to_str);
    stem.is_some_and(|stem| original(stem).is_some())
}
