//! 失联: what the registers 附件3–5 need.

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Finding, Related, Relationship};
use crate::derive::derived::filled_on;
use crate::derive::{Certainty, Facts};
use crate::model::codes::{LossCause, SearchResult};
use crate::model::member::{Lost, Member};
use crate::model::node::Span;
use crate::model::value::Given as _;

/// The forms that depend on the outcome of the search.
const BY_OUTCOME: [&str; 4] = ["附件4", "附件5", "附件6", "附件7"];

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let workspace = subject.workspace;
    for (unit, files) in workspace.units.iter().enumerate() {
        let facts = subject.derived.facts(unit, BY_OUTCOME[1]);
        for (index, file) in files.members.iter().enumerate() {
            let Some(member) = &file.record else { continue };
            let Some(block) = &member.lost else { continue };
            let concern = Concern::member(unit, index);
            let mut report = |finding: Finding, span: Span, concern: &Concern| {
                found.push(finding.at(file.path.clone(), At::Span(span), concern.clone()));
            };
            for (finding, span) in missing(member, block) {
                report(finding, span, &concern);
            }
            let Some(facts) = facts.get(index).and_then(Option::as_ref) else {
                continue;
            };
            for (finding, span) in placement(block, facts) {
                report(finding, span, &concern);
            }
            found.extend(searching(subject, unit, index, block, facts));
        }
    }
}

/// What a 失联 block must have beside its own keys.
fn missing(member: &Member, block: &Lost) -> Vec<(Finding, Span)> {
    let mut missing = Vec::new();
    if block.last_meeting.is_none() && block.last_dues.is_none() {
        missing.push((Finding::NoLastContact, block.place));
    }
    let is_found = block.result.given() == Some(&SearchResult::Found);
    if let (true, Some(result), None) = (is_found, &block.result, &block.found) {
        missing.push((Finding::NoFoundDate, result.span));
    }
    if member.occupation.is_none() {
        missing.push((Finding::NoOccupation, block.place));
    }
    if let (Some(cause), None) = (&block.cause, &block.remarks)
        && cause.get() == Some(&LossCause::Other)
    {
        missing.push((Finding::NoReason, cause.span));
    }
    missing
}

/// In which registers the member stands, where that is odd.
fn placement(block: &Lost, facts: &Facts) -> Vec<(Finding, Span)> {
    let Some(lost) = &facts.lost else {
        return Vec::new();
    };
    if facts.subject.value == Certainty::No {
        return Vec::new();
    }
    // Whose search goes on stands in none of them yet: that is told apart.
    if lost.result == SearchResult::Searching && lost.lost_after != Certainty::No {
        return Vec::new();
    }
    let registers = [&lost.lost_before, &lost.found, &lost.not_found].map(|fact| fact.value);
    let last = block.last_dues.as_ref().or(block.last_meeting.as_ref());
    let span = last.map_or(block.place, |value| value.span);
    match registers {
        [Certainty::No, Certainty::No, Certainty::No] => vec![(Finding::InNoRegister, span)],
        [Certainty::No, _, Certainty::Yes] => vec![(Finding::LostDuringSearch, span)],
        _ => Vec::new(),
    }
}

/// 查找中 when the search is over (an error of the forms that need its
/// outcome) or before (a warning).
fn searching(
    subject: &Subject<'_>,
    unit: usize,
    member: usize,
    block: &Lost,
    facts: &Facts,
) -> Option<Diagnostic> {
    let lost = facts.lost.as_ref()?;
    let is_lost = lost.lost_before.value.or(lost.lost_after) != Certainty::No;
    let is_unreadable = block
        .result
        .as_ref()
        .is_some_and(|result| result.get().is_none());
    if lost.result != SearchResult::Searching || is_unreadable || !is_lost {
        return None;
    }
    let ended = subject.derived.reference(unit, BY_OUTCOME[1])?.search_ended;
    let late: Vec<&str> = BY_OUTCOME
        .into_iter()
        .filter(|form| {
            filled_on(subject.workspace, unit, form).is_some_and(|(_, _, day)| day > ended)
        })
        .collect();
    let concern = Concern::member(unit, member).only(&late);
    let finding = Finding::StillSearching {
        over: !late.is_empty(),
        given: block.result.is_some(),
    };
    let file = &subject.workspace.units[unit].members[member];
    let span = block
        .result
        .as_ref()
        .map_or(block.place, |result| result.span);
    let mut diagnostic = finding.at(file.path.clone(), At::Span(span), concern);
    if let Some(round) = &subject.workspace.round
        && let Some(ended) = round
            .record
            .as_ref()
            .and_then(|round| round.search_ended.as_ref())
    {
        diagnostic.related.push(Related {
            path: round.path.clone(),
            at: At::Span(ended.span),
            relationship: Relationship::DecidingDate,
        });
    }
    Some(diagnostic)
}
