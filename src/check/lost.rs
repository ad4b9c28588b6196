//! 失联: what the registers 附件3–5 need.

use super::case::Case;
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::Finding;
use crate::derive::derived::filled_on;
use crate::derive::{Certainty, Facts};
use crate::model::codes::{LossCause, SearchResult};
use crate::model::member::{Lost, Member};
use crate::model::node::Span;
use crate::model::value::Given as _;

/// The forms that depend on the outcome of the search.
const BY_OUTCOME: [&str; 4] = ["附件4", "附件5", "附件6", "附件7"];

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(block) = &case.member.lost else {
        return;
    };
    if case.is_misshapen("失联") {
        return;
    }
    for (finding, span) in missing(case.member, block) {
        found.push(case.finding(finding, span));
    }
    let Some(facts) = case.facts(BY_OUTCOME[1]) else {
        return;
    };
    for (finding, span) in placement(block, facts) {
        found.push(case.finding(finding, span));
    }
    found.extend(searching(case, block, facts));
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
fn searching(case: &Case<'_>, block: &Lost, facts: &Facts) -> Option<Diagnostic> {
    let lost = facts.lost.as_ref()?;
    let is_lost = lost.lost_before.value.or(lost.lost_after) != Certainty::No;
    let is_unreadable = block
        .result
        .as_ref()
        .is_some_and(|result| result.get().is_none());
    if lost.result != SearchResult::Searching || is_unreadable || !is_lost {
        return None;
    }
    let workspace = case.subject.workspace;
    let ended = case.reference(BY_OUTCOME[1])?.search_ended;
    let late: Vec<&str> = BY_OUTCOME
        .into_iter()
        .filter(|form| filled_on(workspace, case.unit, form).is_some_and(|(_, _, day)| day > ended))
        .collect();
    let finding = Finding::StillSearching {
        over: !late.is_empty(),
        given: block.result.is_some(),
    };
    let span = block
        .result
        .as_ref()
        .map_or(block.place, |result| result.span);
    let diagnostic = case.of_forms(&late, finding, span);
    let round = workspace.round.as_ref().and_then(|file| {
        let ended = file.record.as_ref()?.search_ended.as_ref()?;
        Some((&file.path, ended.span))
    });
    Some(match round {
        Some((path, span)) => diagnostic.beside(path, span, Relationship::DecidingDate),
        None => diagnostic,
    })
}
