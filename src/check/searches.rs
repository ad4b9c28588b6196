//! The search for a lost member: its record (台账) and its outcome (domain:
//! dispositions, severities).

use super::case::Case;
use super::dated::{Dated, Events};
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::SearchFinding;
use crate::model::code::Code as _;
use crate::model::codes::SearchResult;
use crate::model::member::Lost;
use crate::model::provenance::Keys;
use crate::model::value::Given as _;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(lost) = &case.member.lost else {
        return;
    };
    if case.is_misshapen("失联") {
        return;
    }
    if let Some(result) = &lost.result
        && result.get() == Some(&SearchResult::NotFound)
    {
        match lost.searches.is_empty() {
            true => {
                let finding = SearchFinding::NoSearches;
                found.push(case.finding(finding, result));
            }
            false => {
                found.extend(one_method(case, lost));
                outside(case, lost, found);
            }
        }
    }
    found.extend(later_contact(case, lost));
    let result = lost.result.given().copied();
    if let (Some(day), Some(result)) = (&lost.found, result)
        && result != SearchResult::Found
    {
        let result = result.word();
        let diagnostic = case.finding(SearchFinding::FoundOrNot { result }, day);
        let at = lost.result.as_ref().map_or(lost.place, |value| value.span);
        let at = (at, Keys::NONE);
        found.push(diagnostic.beside(&case.file.path, at, Relationship::Compared));
    }
}

/// At least two different methods.
fn one_method(case: &Case<'_>, lost: &Lost) -> Option<Diagnostic> {
    let methods = lost.searches.iter().map(|search| search.method.given());
    let mut methods: Vec<_> = methods.collect::<Option<_>>()?;
    methods.sort();
    methods.dedup();
    let first = lost.searches.first()?;
    (methods.len() < 2).then(|| case.finding(SearchFinding::OneMethod, first))
}

/// Attempts that are outside of the round on every reading.
fn outside(case: &Case<'_>, lost: &Lost, found: &mut Vec<Diagnostic>) {
    let round = case.subject.workspace.round.as_ref();
    let Some(round) = round.and_then(|file| file.record.as_ref()) else {
        return;
    };
    let (Some(from), Some(&to)) = (round.begins(), round.search_ended.given()) else {
        return;
    };
    for search in &lost.searches {
        let Some(value) = &search.day else { continue };
        let Some(day) = value.get() else { continue };
        // What lies ahead of 填表日期 is told apart.
        let is_ahead = case.last_day.is_some_and(|last| day.earliest() > last);
        if (day.latest() < from || day.earliest() > to) && !is_ahead {
            found.push(case.finding(SearchFinding::Outside { from, to }, value));
        }
    }
}

/// A contact elsewhere in the file that is later than the last one of 失联. From
/// the day on which a member was found again later ones are as they should be.
fn later_contact(case: &Case<'_>, lost: &Lost) -> Option<Diagnostic> {
    let member = case.member;
    let events = Events::of(member);
    let last = events.last_contact()?;
    let found_on = lost.found.given().map(|found| found.earliest());
    let dues = member.dues_record.as_ref();
    let contacts = [
        events.meeting.map(|dated| ("组织生活的“最近参加”", dated)),
        dues.and_then(|dues| Dated::of("交至", &dues.paid_until))
            .map(|dated| ("党费的“交至”", dated)),
    ];
    let later = contacts.into_iter().flatten().find(|(_, dated)| {
        let day = dated.value.get();
        let is_after_return = day
            .zip(found_on)
            .is_some_and(|(day, on)| day.latest() >= on);
        last.is_before(*dated) && !is_after_return
    });
    let (key, dated) = later?;
    let finding = SearchFinding::LaterContact { key };
    let diagnostic = case.finding(finding, dated.value);
    Some(diagnostic.beside(&case.file.path, last.value, Relationship::Compared))
}
