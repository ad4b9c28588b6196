//! 处置: entries that count nowhere.

use super::case::Case;
use super::diagnostic::Diagnostic;
use super::finding::Finding;
use crate::derive::Certainty;
use crate::derive::disposition::counts_on;
use crate::model::codes::SearchResult;
use crate::model::noted::{Noted, Notes};
use crate::model::value::Given as _;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some((form, scope)) = case.accounting() else {
        return;
    };
    // Whose search is not over, or cannot be dated, belongs nowhere yet: that is
    // told apart.
    let is_outside = match &case.member.lost {
        None => true,
        Some(lost) => {
            let result = lost.result.given().unwrap_or(&SearchResult::Searching);
            let is_dated = scope.facts.lost.months.value.is_some();
            *result != SearchResult::Searching && is_dated && case.is_outside(form)
        }
    };
    let notes = Notes::default();
    let entries = Noted::on(case.member, &notes).dispositions();
    for (entry, noted) in case.member.dispositions.iter().zip(entries.iter()) {
        if let Some(kind) = &entry.kind
            && is_outside
        {
            found.push(case.finding(Finding::DispositionOutside, kind));
        }
        let Some(day) = &entry.day else { continue };
        let counts = counts_on(noted, scope.asking.reference.filled_on.value);
        if day.get().is_some() && counts == Certainty::No {
            found.push(case.finding(Finding::LateDisposition, day));
        }
    }
}
