//! 失联: what the registers 附件3–5 need.

use super::case::Case;
use super::diagnostic::Diagnostic;
use super::finding::Finding;
use crate::derive::{Certainty, LostFacts};
use crate::model::codes::{LossCause, SearchResult};
use crate::model::member::Lost;
use crate::model::noted::Noted;
use crate::model::value::{Given as _, Placed as _};

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(block) = &case.member.lost else {
        return;
    };
    if case.is_misshapen("失联") {
        return;
    }
    missing(case, block, found);
    if let Some(own) = case.own() {
        placement(case, block, &own.facts.lost, found);
    }
}

/// What a 失联 block must have beside its own keys.
fn missing(case: &Case<'_>, block: &Lost, found: &mut Vec<Diagnostic>) {
    let of_lost = |ask: fn(Noted<'_, Lost>) -> bool| case.keys(|member| member.lost().map(ask));
    if block.last_meeting.is_none() && block.last_dues.is_none() {
        let keys = of_lost(|lost| lost.last_meeting().is_none() && lost.last_dues().is_none());
        found.push(case.finding(Finding::NoLastContact, (block.place, keys)));
    }
    let is_found = block.result.given() == Some(&SearchResult::Found);
    if let (true, Some(result), None) = (is_found, &block.result, &block.found) {
        let keys = of_lost(|lost| lost.found().is_none());
        found.push(case.finding(Finding::NoFoundDate, (result.span, keys)));
    }
    if case.member.occupation.is_none() {
        let keys = case.keys(|member| member.occupation().is_none());
        found.push(case.finding(Finding::NoOccupation, (block.place, keys)));
    }
    if let (Some(cause), None) = (&block.cause, &block.remarks)
        && cause.get() == Some(&LossCause::Other)
    {
        let keys = of_lost(|lost| lost.remarks().is_none());
        found.push(case.finding(Finding::NoReason, (cause.span, keys)));
    }
}

/// In which registers the member stands, where that is odd.
fn placement(case: &Case<'_>, block: &Lost, lost: &LostFacts, found: &mut Vec<Diagnostic>) {
    let has_contact = block.last_meeting.is_some() || block.last_dues.is_some();
    let result = block.result.given().unwrap_or(&SearchResult::Searching);
    let is_lost = lost.lost_after.value != Certainty::No;
    // Whose search goes on stands in none of them yet: that is told apart.
    if !has_contact || *result == SearchResult::Searching && is_lost {
        return;
    }
    let last = block.last_dues.as_ref().or(block.last_meeting.as_ref());
    let place = last.map_or((block.place, block.keys), |value| {
        (value.span, value.keys())
    });
    match [lost.lost_before, lost.found, lost.not_found].map(|fact| fact.value) {
        [Certainty::No, Certainty::No, Certainty::No] => {
            found.push(case.finding(Finding::InNoRegister, place));
        }
        [Certainty::No, _, Certainty::Yes] => {
            found.push(case.finding(Finding::LostDuringSearch, place));
        }
        _ => {}
    }
}
