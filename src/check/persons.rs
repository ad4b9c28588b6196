//! The same person in several files, across all organisations.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::Datelike as _;
use serde::{Deserialize, Serialize};

use super::diagnostic::{Affected, At, Diagnostic, Relationship};
use super::finding::Finding;
use super::{Subject, Violation};
use crate::derive::Certainty;
use crate::derive::roll::RollPeriod;
use crate::load::File;
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::noted::{Noted, Notes};
use crate::model::provenance::Keys;
use crate::model::value::Given as _;

/// What tells a member from others, and where it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Identity {
    /// The member's place in the unit.
    index: usize,
    path: PathBuf,
    period: RollPeriod,
    pub(super) number: Option<(String, Span)>,
    pub(super) name: Option<(String, Span)>,
    /// The day of birth, counted from 1 January of the year 1.
    pub(super) born: Option<i32>,
}

impl Identity {
    /// The persons of a unit's files.
    pub fn of_files(files: &[File<Member>]) -> Vec<Self> {
        let files = files.iter().enumerate();
        files
            .filter_map(|(index, file)| Some(Self::of(index, file, file.record.as_ref()?)))
            .collect()
    }

    fn of(index: usize, file: &File<Member>, member: &Member) -> Self {
        let number = member.id_number.as_ref();
        let number = number.and_then(|value| Some((value.get()?.as_str().to_owned(), value.span)));
        let name = member.name.as_ref();
        let born = member.born.given().and_then(|born| born.day());
        Self {
            index,
            path: file.path.clone(),
            period: RollPeriod::of(Noted::on(member, &Notes::default())),
            number,
            name: name.and_then(|value| {
                let words = value.get()?.as_str().split_whitespace();
                Some((words.collect(), value.span))
            }),
            born: born.map(|day| day.num_days_from_ce()),
        }
    }

    /// Whether both are 在册 on the same day.
    pub(super) fn overlaps(&self, other: &Self) -> Certainty {
        self.period.overlaps(&other.period)
    }

    pub(super) fn number(&self) -> Option<&str> {
        self.number.as_ref().map(|(number, _)| number.as_str())
    }
}

/// What is told where two persons are alike in a way.
pub type Way<V> = (V, fn(&Identity, &Identity) -> bool);

/// The persons of the members that are held, by unit.
pub fn held(subject: &Subject<'_>) -> Vec<Vec<Identity>> {
    let units = subject.workspace.units.iter();
    units
        .map(|unit| Identity::of_files(&unit.members))
        .collect()
}

/// Tells of each person who is alike to one before him who has the same `key`, by the
/// first of the ways in which there is one.
pub fn told<V: Violation + Clone>(
    subject: &Subject<'_>,
    held: &[Vec<Identity>],
    key: fn(&Identity) -> &Option<(String, Span)>,
    ways: &[Way<V>],
    found: &mut Vec<Diagnostic>,
) {
    // Only those who share a key are compared at all.
    let mut by_key: HashMap<&str, Vec<(&Identity, Span)>> = HashMap::new();
    for (unit, held) in held.iter().enumerate() {
        let known = subject.known.get(unit).and_then(Option::as_ref);
        for person in known.unwrap_or(held) {
            let Some((key, span)) = key(person) else {
                continue;
            };
            let earlier = by_key.entry(key).or_default();
            let alike = ways.iter().find_map(|(finding, is_alike)| {
                let other = earlier.iter().find(|(other, _)| is_alike(other, person));
                other.map(|other| (Finding::from(finding.clone()), other))
            });
            if let Some((finding, (other, at))) = alike {
                let affected = Affected::member(unit, person.index);
                let diagnostic = finding.at(person.path.clone(), At::Span(*span), affected);
                let at = (*at, Keys::ALL);
                found.push(diagnostic.beside(&other.path, at, Relationship::FirstOccurrence));
            }
            earlier.push((person, *span));
        }
    }
}
