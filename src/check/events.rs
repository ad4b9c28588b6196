//! The order of a life's events, and days that have not come yet (domain: life
//! events and severities).

use super::case::Case;
use super::dated::{Dated, Events, all};
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::LifeFinding;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let events = Events::of(case.member);
    for (earlier, later) in in_order(&events) {
        if later.is_before(earlier) {
            let finding = LifeFinding::OutOfOrder {
                later: later.key,
                earlier: earlier.key,
            };
            found.push(beside(case, finding, later, earlier));
        }
    }
    for (date, before, other) in odd(&events) {
        let finding = LifeFinding::OddOrder {
            key: date.key,
            before,
            other: other.key,
        };
        found.push(beside(case, finding, date, other));
    }
    let Some(filled_on) = case.last_day else {
        return;
    };
    for date in all(case.member) {
        let Some(day) = date.value.get() else {
            continue;
        };
        if day.earliest() > filled_on {
            let key = date.key;
            let finding = LifeFinding::Future { key, filled_on };
            found.push(case.finding(finding, date.value));
        }
    }
}

fn beside(case: &Case<'_>, finding: LifeFinding, date: Dated<'_>, other: Dated<'_>) -> Diagnostic {
    let diagnostic = case.finding(finding, date.value);
    diagnostic.beside(&case.file.path, other.value, Relationship::Compared)
}

/// Pairs of which the second must not be before the first.
fn in_order<'a>(events: &Events<'a>) -> Vec<(Dated<'a>, Dated<'a>)> {
    let single = [
        (events.born, events.joined),
        (events.joined, events.confirmed),
        (events.joined, events.entered),
        (events.entered.or(events.joined), events.out),
        (events.out, events.receipt),
        (events.joined, events.left),
        (events.left, events.back),
        (events.last_contact(), events.found),
    ];
    let contacts = events.contacts.iter().chain(&events.decisions);
    let contacts = contacts.map(|contact| (events.joined, Some(*contact)));
    let stays = events.stays.iter().copied();
    let pairs = single.into_iter().chain(contacts).chain(stays);
    pairs
        .filter_map(|(earlier, later)| earlier.zip(later))
        .collect()
}

/// Dates that are oddly before (`true`) or behind another.
fn odd<'a>(events: &Events<'a>) -> Vec<(Dated<'a>, bool, Dated<'a>)> {
    // What is before the admission to the Party is out of order altogether.
    let is_early = |date: &Dated<'a>| {
        let joined = events.joined;
        joined.is_some_and(|joined| date.is_before(joined))
    };
    let left = events.left.filter(|left| !is_early(left));
    let last = events.last_contact().filter(|last| !is_early(last));
    let before = [
        (events.meeting, events.entered),
        (left, events.entered),
        (last, events.confirmed),
    ];
    let before = before
        .into_iter()
        .filter_map(|(date, other)| date.zip(other))
        .filter(|(date, other)| date.is_before(*other))
        .map(|(date, other)| (date, true, other));
    let behind = [events.meeting, left]
        .into_iter()
        .filter_map(|date| date.zip(events.out))
        .filter(|(date, out)| out.is_before(*date))
        .map(|(date, out)| (date, false, out));
    before.chain(behind).collect()
}
