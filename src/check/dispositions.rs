//! 处置: entries that count nowhere.

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Finding};
use crate::derive::Certainty;
use crate::derive::disposition::counts_on;

/// The form whose columns they are.
const FORM: &str = "附件7";

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (unit, files) in subject.workspace.units.iter().enumerate() {
        let Some(reference) = subject.derived.reference(unit, FORM) else {
            continue;
        };
        for (index, member, facts) in subject.derived.members(subject.workspace, unit, FORM) {
            let path = &files.members[index].path;
            let concern = Concern::member(unit, index).only(&[FORM]);
            let lost = facts.lost.as_ref();
            let is_lost = lost.map_or(Certainty::No, |lost| {
                lost.found.value.or(lost.not_found.value)
            });
            for entry in &member.dispositions {
                let mut report = |finding: Finding, at: At| {
                    found.push(finding.at(path.clone(), at, concern.clone()));
                };
                if let Some(kind) = &entry.kind
                    && is_lost == Certainty::No
                {
                    report(Finding::DispositionOutside, At::Span(kind.span));
                }
                let Some(day) = &entry.day else { continue };
                match (day.get(), counts_on(entry, reference.filled_on)) {
                    (Some(_), Certainty::No) => {
                        report(Finding::LateDisposition, At::Span(day.span))
                    }
                    (Some(_), Certainty::Open) => {
                        let finding = Finding::Undecided {
                            fact: "处置.日期".to_owned(),
                            form: FORM.to_owned(),
                            column: entry
                                .kind
                                .as_ref()
                                .map_or(String::new(), |kind| kind.text.clone()),
                            missing: false,
                        };
                        report(finding, At::Span(day.span));
                    }
                    _ => {}
                }
            }
        }
    }
}
