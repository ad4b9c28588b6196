//! Whom his file calls lost stands in one of 附件3 to 附件5 (note 2 of each).

use crate::check::prelude::*;
use crate::derive::Certainty;

rule! {
    /// A 失联 block of a member who is in none of 附件3–5.
    InNoRegister = W0607 "失联但不在任何登记表" Warning, waivable, member;
    zh "有“失联”一栏，但不在附件3、4、5 的任何一张表里：失联不满 6 个月，或已不在册"
       "核对最后联系和转出、出党、停止党籍的日期；确实不用列入的，删去“失联”一栏";
    en "has a 失联 block but stands in none of 附件3, 4, 5 by its dates"
       "check the dates of the last contact; drop the block if contact was not lost";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(([Certainty::No, Certainty::No, Certainty::No], last)) = standing(case) {
        found.push(case.finding(InNoRegister {}, last));
    }
}

/// Whether a lost member stands in 附件3, 附件4 and 附件5, and the last contact. Whose
/// search goes on stands in none of them yet: that is told apart.
pub fn standing(case: &Case<'_>) -> Option<([Certainty; 3], impl Placed)> {
    let lost = case.lost()?;
    let last = lost.last_dues.as_ref().or(lost.last_meeting.as_ref())?;
    let facts = case.own()?.facts.lost;
    let result = lost.result.given().unwrap_or(&SearchResult::Searching);
    let is_open = *result == SearchResult::Searching && facts.lost_after.value != Certainty::No;
    let registers = [facts.lost_before, facts.found, facts.not_found];
    (!is_open).then(|| (registers.map(|fact| fact.value), last))
}
