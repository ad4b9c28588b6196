//! The same person in several files, across all organisations: one ID number
//! twice, or two files that look like one person.

use std::collections::HashMap;

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Relationship};
use super::finding::{Finding, Likeness, PersonFinding};
use crate::derive::Certainty;
use crate::derive::roll::RollPeriod;
use crate::load::File;
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::value::Given as _;

/// A member with what tells him from others.
struct Person<'a> {
    unit: usize,
    index: usize,
    file: &'a File<Member>,
    period: Option<RollPeriod>,
    number: Option<(&'a str, Span)>,
}

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let persons = persons(subject);
    same_number(&persons, found);
    same_person(&persons, found);
}

fn persons<'a>(subject: &Subject<'a>) -> Vec<Person<'a>> {
    let units = subject.workspace.units.iter().enumerate();
    let files = units.flat_map(|(unit, files)| {
        let members = files.members.iter().enumerate();
        members.map(move |(index, file)| (unit, index, file))
    });
    let person = |(unit, index, file): (usize, usize, &'a File<Member>)| {
        let member = file.record.as_ref()?;
        let number = member.id_number.as_ref();
        let number = number.and_then(|value| Some((value.get()?.as_str(), value.span)));
        Some(Person {
            unit,
            index,
            file,
            period: RollPeriod::of(member),
            number,
        })
    };
    files.filter_map(person).collect()
}

impl Person<'_> {
    /// Whether both are 在册 on the same day.
    fn overlaps(&self, other: &Self) -> Certainty {
        let periods = self.period.as_ref().zip(other.period.as_ref());
        periods.map_or(Certainty::Open, |(own, other)| own.overlaps(other))
    }

    fn finding(&self, finding: PersonFinding, span: Span, other: (&Self, Span)) -> Diagnostic {
        let concern = Concern::member(self.unit, self.index);
        let finding = Finding::from(finding);
        let diagnostic = finding.at(self.file.path.clone(), At::Span(span), concern);
        diagnostic.beside(&other.0.file.path, other.1, Relationship::FirstOccurrence)
    }
}

/// One number in several files is an error unless their 在册 intervals do not
/// overlap.
fn same_number(persons: &[Person<'_>], found: &mut Vec<Diagnostic>) {
    let mut by_number: HashMap<&str, Vec<&Person<'_>>> = HashMap::new();
    for person in persons {
        let Some((number, span)) = person.number else {
            continue;
        };
        let earlier = by_number.entry(number).or_default();
        let first = earlier.iter().find(|other| other.overlaps(person).is_yes());
        if let Some(first) = first {
            let at = first.number.map_or_else(Span::default, |(_, span)| span);
            let finding = PersonFinding::SameNumber;
            found.push(person.finding(finding, span, (first, at)));
        }
        earlier.push(person);
    }
}

/// Likely the same person: the same name with the same day of birth, or with an
/// ID number that a slip of the hand makes of the other.
fn same_person(persons: &[Person<'_>], found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<(String, String), &Person<'_>> = HashMap::new();
    for person in persons {
        let Some(member) = &person.file.record else {
            continue;
        };
        let (Some(name), Some(value)) = (member.name.given(), &member.name) else {
            continue;
        };
        let name: String = name.as_str().split_whitespace().collect();
        let mut likeness = None;
        for (key, kind) in keys(person, member) {
            let key = (name.clone(), key);
            let other = *seen.entry(key).or_insert(person);
            let is_other = !std::ptr::eq(other, person);
            let own_number = person.number.map(|(number, _)| number);
            let is_same = own_number.is_some() && own_number == other.number.map(|(n, _)| n);
            if is_other && !is_same && other.overlaps(person) != Certainty::No {
                likeness.get_or_insert((other, kind));
            }
        }
        if let Some((other, kind)) = likeness {
            let record = other.file.record.as_ref();
            let name = record.and_then(|record| record.name.as_ref());
            let at = name.map_or_else(Span::default, |name| name.span);
            let finding = PersonFinding::SamePerson(kind);
            found.push(person.finding(finding, value.span, (other, at)));
        }
    }
}

/// What two files of one person share beside the name: the day of birth, or
/// what is left of the number's 17 digits without one of them, or with two
/// neighbours in either order.
fn keys(person: &Person<'_>, member: &Member) -> Vec<(String, Likeness)> {
    let mut keys = Vec::new();
    if let Some(day) = member.born.given().and_then(|born| born.day()) {
        keys.push((day.to_string(), Likeness::Birth));
    }
    let Some(digits) = person.number.and_then(|(number, _)| number.get(..17)) else {
        return keys;
    };
    for at in 0..digits.len() {
        let (before, rest) = digits.split_at(at);
        keys.push((format!("{before}?{}", &rest[1..]), Likeness::Number));
        let Some(two) = rest.as_bytes().get(..2) else {
            continue;
        };
        let (low, high) = (two[0].min(two[1]), two[0].max(two[1]));
        if low != high {
            let tail = &rest[2..];
            let key = format!("{before}({}{}){tail}", low as char, high as char);
            keys.push((key, Likeness::Number));
        }
    }
    keys
}
