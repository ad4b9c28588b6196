//! The same person in several files, across all organisations: one ID number
//! twice, or two files that look like one person.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::Datelike as _;
use serde::{Deserialize, Serialize};

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Relationship};
use super::finding::{Finding, Likeness, PersonFinding};
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
pub struct Person {
    /// The member's place in the unit.
    index: usize,
    path: PathBuf,
    period: RollPeriod,
    number: Option<(String, Span)>,
    name: Option<(String, Span)>,
    /// The day of birth, counted from 1 January of the year 1.
    born: Option<i32>,
}

impl Person {
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
        let name_at = member
            .name
            .as_ref()
            .map_or_else(Span::default, |name| name.span);
        let born = member.born.given().and_then(|born| born.day());
        Self {
            index,
            path: file.path.clone(),
            period: RollPeriod::of(Noted::on(member, &Notes::default())),
            number,
            name: member.name.given().map(|name| {
                let name: String = name.as_str().split_whitespace().collect();
                (name, name_at)
            }),
            born: born.map(|day| day.num_days_from_ce()),
        }
    }
}

/// A person of a unit.
type OfUnit<'a> = (usize, &'a Person);

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let units = subject.workspace.units.iter();
    let held: Vec<Vec<Person>> = units.map(|unit| Person::of_files(&unit.members)).collect();
    let of_unit = |unit: usize| match subject.known.get(unit) {
        Some(Some(known)) => known,
        _ => &held[unit],
    };
    let units = 0..subject.workspace.units.len();
    let persons = units.flat_map(|unit| of_unit(unit).iter().map(move |person| (unit, person)));
    let persons: Vec<OfUnit<'_>> = persons.collect();
    same_number(&persons, found);
    same_person(&persons, found);
}

impl Person {
    /// Whether both are 在册 on the same day.
    fn overlaps(&self, other: &Self) -> Certainty {
        self.period.overlaps(&other.period)
    }

    fn number(&self) -> Option<&str> {
        self.number.as_ref().map(|(number, _)| number.as_str())
    }
}

fn finding(
    (unit, person): OfUnit<'_>,
    finding: PersonFinding,
    span: Span,
    (_, other): OfUnit<'_>,
    at: Span,
) -> Diagnostic {
    let concern = Concern::member(unit, person.index);
    let diagnostic = Finding::from(finding).at(person.path.clone(), At::Span(span), concern);
    diagnostic.beside(&other.path, (at, Keys::ALL), Relationship::FirstOccurrence)
}

/// One number in several files is an error unless their 在册 intervals do not
/// overlap.
fn same_number(persons: &[OfUnit<'_>], found: &mut Vec<Diagnostic>) {
    let mut by_number: HashMap<&str, Vec<OfUnit<'_>>> = HashMap::new();
    for (unit, person) in persons {
        let Some((number, span)) = &person.number else {
            continue;
        };
        let earlier = by_number.entry(number).or_default();
        let first = earlier
            .iter()
            .find(|(_, other)| other.overlaps(person).is_yes());
        if let Some(first) = first {
            let at = first
                .1
                .number
                .as_ref()
                .map_or_else(Span::default, |(_, span)| *span);
            let same = PersonFinding::SameNumber;
            found.push(finding((*unit, person), same, *span, *first, at));
        }
        earlier.push((*unit, person));
    }
}

/// Likely the same person: the same name with the same day of birth, or with an
/// ID number that a slip of the hand makes of the other.
fn same_person(persons: &[OfUnit<'_>], found: &mut Vec<Diagnostic>) {
    // Only those who share a name are compared at all.
    let mut by_name: HashMap<&str, Vec<OfUnit<'_>>> = HashMap::new();
    for (unit, person) in persons {
        let Some((name, span)) = &person.name else {
            continue;
        };
        let earlier = by_name.entry(name).or_default();
        let like = |kind: Likeness| {
            let mut alike = earlier
                .iter()
                .filter(|(_, other)| kind.holds(other, person));
            let other = alike.find(|(_, other)| {
                let is_same = person.number().is_some() && person.number() == other.number();
                !is_same && other.overlaps(person) != Certainty::No
            });
            other.map(|other| (*other, kind))
        };
        let likeness = like(Likeness::Birth).or_else(|| like(Likeness::Number));
        if let Some((other, kind)) = likeness {
            let alike = PersonFinding::SamePerson(kind);
            let at = other
                .1
                .name
                .as_ref()
                .map_or_else(Span::default, |(_, span)| *span);
            found.push(finding((*unit, person), alike, *span, other, at));
        }
        earlier.push((*unit, person));
    }
}

impl Likeness {
    /// Whether two files are alike in this.
    fn holds(self, one: &Person, other: &Person) -> bool {
        match self {
            Self::Birth => one.born.is_some() && one.born == other.born,
            Self::Number => {
                let numbers = one.number().zip(other.number());
                numbers.is_some_and(|(one, other)| is_slip(one, other))
            }
        }
    }
}

/// Whether a slip of the hand makes one ID number of the other: in the first 17
/// digits, one is another, or two neighbours have changed places.
fn is_slip(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (one.as_bytes().get(..17), other.as_bytes().get(..17)) else {
        return false;
    };
    let pairs = one.iter().zip(other).enumerate();
    let different = pairs.filter(|(_, (one, other))| one != other);
    let mut different = different.map(|(at, _)| at);
    match [different.next(), different.next(), different.next()] {
        [_, None, _] => true,
        [Some(at), Some(next), None] => {
            next == at + 1 && one[at] == other[next] && one[next] == other[at]
        }
        _ => false,
    }
}
