//! 处置: whether what was decided may be decided, and what the rules recommend
//! (domain: dispositions). The program never decides.

use super::case::Case;
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::DecisionFinding;
use crate::derive::admission::{Bar, barred, ungrounded};
use crate::derive::recommended::recommended;
use crate::derive::situation::Situation;
use crate::model::codes::{Disposition, SearchResult};
use crate::model::member::{Decision, Lost, Member};
use crate::model::node::Span;
use crate::model::provenance::Keys;
use crate::model::value::Given as _;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(main_entry(case));
    let Some(lost) = &case.member.lost else {
        return;
    };
    // As long as the search goes on nothing can be said.
    let searching = lost
        .result
        .given()
        .is_none_or(|result| *result == SearchResult::Searching);
    let outside = case.accounting().is_none_or(|(form, scope)| {
        scope.facts.lost.months.value.is_none() || case.is_outside(form)
    });
    if searching || outside {
        return;
    }
    for entry in &case.member.dispositions {
        found.extend(admissible(case, entry));
    }
    // An entry that is dated too late to count is told apart.
    found.extend(match case.member.dispositions.is_empty() {
        true => pending(case, lost),
        false => other(case),
    });
}

fn situation<'a>(case: &Case<'a>, entry: Option<&Decision>) -> Option<Situation<'a>> {
    let (_, scope) = case.accounting()?;
    let reference = scope.asking.reference;
    let decided = entry.and_then(|entry| entry.day.given());
    // Of a coarse day the last reading: what was a fact by then.
    let day = decided.map_or(reference.filled_on.value, |day| day.latest());
    let rules = case.rule_set();
    Some(Situation::of(
        case.member,
        day,
        rules,
        reference.search_ended.value,
    ))
}

fn admissible(case: &Case<'_>, entry: &Decision) -> Option<Diagnostic> {
    let value = entry.kind.as_ref()?;
    let disposition = *value.get()?;
    let situation = situation(case, Some(entry))?;
    // A decision about who was no member yet is out of order altogether.
    let joined = case.member.joined.given();
    if joined.is_some_and(|joined| situation.day < joined.earliest()) {
        return None;
    }
    let barred =
        barred(disposition, &situation).map(|bar| DecisionFinding::NotAdmissible(disposition, bar));
    let ungrounded = || {
        let ground = ungrounded(disposition, &situation)?;
        Some(DecisionFinding::NotGrounded(disposition, ground))
    };
    let finding = barred.or_else(ungrounded)?;
    let fact = match finding {
        DecisionFinding::NotAdmissible(_, bar) => fact_of(bar, case.member),
        _ => None,
    };
    let diagnostic = case.finding(finding, value);
    Some(match fact {
        Some(span) => {
            let place = (span, Keys::NONE);
            diagnostic.beside(&case.file.path, place, Relationship::Fact)
        }
        None => diagnostic,
    })
}

/// Where the file says what stands against a disposition.
fn fact_of(bar: Bar, member: &Member) -> Option<Span> {
    let lost = member.lost.as_ref();
    match bar {
        Bar::Unreachable | Bar::Found => Some(lost?.result.as_ref()?.span),
        Bar::LateTransfer => Some(member.transfer_out.as_ref()?.late.as_ref()?.span),
        Bar::FullMember => Some(member.confirmed.as_ref()?.span),
        Bar::Probationer => Some(member.joined.as_ref()?.span),
        Bar::Settled | Bar::LongStudy => Some(member.abroad.last()?.place),
        Bar::MemberWithoutDoubt | Bar::NoDemand | Bar::NoPost => None,
    }
}

/// Of several entries exactly one is the main one; a sole one always is.
fn main_entry(case: &Case<'_>) -> Option<Diagnostic> {
    let entries = &case.member.dispositions;
    let marks = entries.iter().map(|entry| entry.main.given().copied());
    let marks: Vec<Option<bool>> = marks.collect();
    let marked = marks.iter().filter(|mark| **mark == Some(true)).count();
    let is_clear = match marks[..] {
        [] => true,
        [only] => only != Some(false),
        _ => marked == 1,
    };
    if is_clear {
        return None;
    }
    let second = entries
        .iter()
        .filter(|entry| entry.main.given() == Some(&true))
        .nth(1);
    let place = second.or(entries.first())?;
    let finding = DecisionFinding::Main {
        entries: entries.len(),
        marked,
    };
    Some(case.finding(finding, place))
}

/// The main entry, where it is clear which one that is.
fn main_of(entries: &[Decision]) -> Option<&Decision> {
    match entries {
        [only] => Some(only),
        several => {
            let mut main = several
                .iter()
                .filter(|entry| entry.main.given() == Some(&true));
            main.next().filter(|_| main.next().is_none())
        }
    }
}

/// What is decided against what the rules recommend. What may not be decided
/// at all is told apart.
fn other(case: &Case<'_>) -> Option<Diagnostic> {
    let entry = main_of(&case.member.dispositions)?;
    let value = entry.kind.as_ref()?;
    let decided: Disposition = *value.get()?;
    let situation = situation(case, Some(entry))?;
    let recommended = recommended(&situation);
    let fits = recommended
        .iter()
        .any(|row| row.dispositions().contains(&decided));
    let is_faulty =
        barred(decided, &situation).is_some() || ungrounded(decided, &situation).is_some();
    if fits || recommended.is_empty() || is_faulty {
        return None;
    }
    let finding = DecisionFinding::OtherRecommended {
        decided,
        recommended,
    };
    Some(case.finding(finding, value))
}

/// A row of 附件4 or 附件5 without a disposition: 待处置 of the reconciliation.
fn pending(case: &Case<'_>, lost: &Lost) -> Option<Diagnostic> {
    let situation = situation(case, None)?;
    if situation.is_late_transfer() {
        return None;
    }
    let recommended = recommended(&situation);
    let finding = DecisionFinding::Pending { recommended };
    Some(case.finding(finding, lost))
}
