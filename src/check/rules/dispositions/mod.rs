//! Family 07: dispositions. Whether what was decided may be decided, and what the rules
//! recommend (domain: dispositions). The program never decides.

pub mod decided_late;
pub mod disposition_outside;
pub mod late_disposition;
pub mod main_unclear;
pub mod no_departure;
pub mod not_admissible;
pub mod not_decided;
pub mod not_grounded;
pub mod other_recommended;
pub mod pending;
pub mod suspension_differs;

use crate::check::prelude::*;
use crate::check::rule::registered;
use crate::derive::admission::barred;
use crate::derive::recommended::{Recommendation, recommended};
use crate::derive::situation::Situation;
use crate::model::codes::Disposition;

registered! {
    late_disposition disposition_outside not_admissible not_grounded main_unclear
    other_recommended pending decided_late not_decided no_departure suspension_differs
}

/// Whether a member stands in the registers of those about whom something is decided. As
/// long as the search goes on, or cannot be dated, nothing can be said: that is told apart.
pub fn is_registered(case: &Case<'_>) -> Option<bool> {
    let (form, scope) = case.accounting()?;
    let facts = scope.facts.lost;
    let Some(lost) = case
        .member
        .lost
        .as_ref()
        .filter(|_| !facts.departed.value.is_yes())
    else {
        return Some(false);
    };
    let result = lost.result.given()?;
    let is_dated = facts.months.value.is_some();
    (*result != SearchResult::Searching && is_dated).then(|| !case.is_outside(form))
}

/// The member on the day of an entry; without one, or a day of it, when the table is
/// filled in.
pub fn situation<'a>(case: &Case<'a>, entry: Option<&Decision>) -> Option<Situation<'a>> {
    let reference = case.accounting()?.1.asking.reference;
    let decided = entry.and_then(|entry| entry.day.given());
    // Of a coarse day the last reading: what was a fact by then.
    let day = decided.map_or(reference.filled_on.value, |day| day.latest());
    let ended = reference.search_ended.value;
    Some(Situation::of(case.member, day, case.rule_set(), ended))
}

/// What the rules recommend for a member about whom something is to be decided and is not
/// yet, each with why; none for others.
pub fn advice<'a>(case: &Case<'a>) -> Option<(Situation<'a>, Vec<(Disposition, Recommendation)>)> {
    let is_open = case.member.dispositions.is_empty() && is_registered(case) == Some(true);
    let situation = situation(case, None).filter(|it| is_open && !it.is_late_transfer())?;
    let rows = recommended(&situation).into_iter();
    let choices = rows.flat_map(|row| row.dispositions().iter().map(move |kind| (*kind, row)));
    let choices = choices.filter(|(kind, _)| barred(*kind, &situation).is_none());
    let choices = choices.collect();
    Some((situation, choices))
}

/// What is recommended, in words: “限期改正”（失联是主观原因）或…
pub fn rows(recommended: &[Recommendation], lang: Lang) -> String {
    let rows = recommended.iter().map(|row| {
        let why = reason(*row, lang);
        match (row.dispositions(), lang) {
            ([one], Lang::Zh) => format!("“{}”（{why}）", one.word()),
            ([one], Lang::En) => format!("{} ({why})", one.word()),
            // Those of discipline are named together.
            (_, Lang::Zh) => format!("纪律处分（{why}）"),
            (_, Lang::En) => format!("纪律处分 ({why})"),
        }
    });
    let between = match lang {
        Lang::Zh => "或",
        Lang::En => " or ",
    };
    rows.collect::<Vec<_>>().join(between)
}

/// Why a row recommends what it does.
pub fn reason(row: Recommendation, lang: Lang) -> String {
    use Recommendation as R;
    words! { match row, lang {
        R::NoMember => "违规入党或身份无法认定" "irregular admission, or identity not established"
        R::Objective => "已取得联系，失联是客观原因" "found, objective reason"
        R::Subjective => "已取得联系，失联是主观原因" "found, subjective reason"
        R::Unchanged => "限期改正期满仍未改正" "限期改正 expired unchanged"
        R::AsksToLeave => "本人要求退党" "asks to leave"
        R::Breach => "违纪违法" "breach of discipline or law"
        R::StudyOrLabour => "在国（境）外留学或从事劳务" "abroad for study or labour service"
        R::LongStudy => "出国（境）留学超过五年" "studying abroad for more than five years"
        R::Settled => "在国（境）外定居" "settled abroad"
        R::Gone2016 | R::Gone2019 => "无法取得联系" "not found"
        R::GoneForGood => "停止党籍满两年仍无法取得联系" "not found two years after 停止党籍"
        R::FailedProbation => "预备党员不合格、无法取得联系或在国（境）外定居"
            "probationer: failing, gone, or settled abroad"
    } }
}
