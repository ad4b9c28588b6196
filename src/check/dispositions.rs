//! 处置: entries that count nowhere.

use super::case::Case;
use super::diagnostic::Diagnostic;
use super::finding::Finding;
use crate::derive::Certainty;
use crate::derive::disposition::counts_on;
use crate::model::codes::SearchResult;

/// The form whose columns they are.
const FORM: &str = "附件7";

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let (Some(reference), Some(facts)) = (case.reference(FORM), case.facts(FORM)) else {
        return;
    };
    // Whose search is not over, or cannot be dated, belongs nowhere yet: that is
    // told apart.
    let is_outside = match (&case.member.lost, &facts.lost) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(_), Some(lost)) if lost.result == SearchResult::Searching => false,
        (Some(_), Some(lost)) => lost.found.value.or(lost.not_found.value) == Certainty::No,
    };
    for entry in &case.member.dispositions {
        let kind = entry.kind.as_ref();
        if let Some(kind) = kind
            && is_outside
        {
            found.push(case.of_forms(&[FORM], Finding::DispositionOutside, kind.span));
        }
        let Some(day) = &entry.day else { continue };
        let finding = match (day.get(), counts_on(entry, reference.filled_on)) {
            (Some(_), Certainty::No) => Finding::LateDisposition,
            (Some(_), Certainty::Open) => Finding::Undecided {
                fact: "处置.日期".to_owned(),
                form: FORM.to_owned(),
                column: kind.map_or(String::new(), |kind| kind.text.clone()),
                missing: false,
            },
            _ => continue,
        };
        found.push(case.of_forms(&[FORM], finding, day.span));
    }
}
