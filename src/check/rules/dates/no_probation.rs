//! From 1969-04-01 to 1977-08-11 there was no 预备期 (domain: 党龄).

use super::confirmed_early::told;
use crate::check::prelude::*;
use crate::derive::standing::{no_probation_from, probation_from};
use crate::model::date::PartialDate;

rule! {
    /// Confirmed on another day than admitted, when there was no 预备期.
    NoProbation = W0313 "无预备期而转正另有日期" Warning, waivable, member;
    zh "1969年4月到1977年8月入党的没有预备期，转正与入党应是同一天"
       "转正日期可不写，或写入党的那一天";
    en "admitted between April 1969 and August 1977 there was no 预备期: confirmation is on the same day"
       "leave out 转正日期, or give the day of admission";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(told(case, is_without, |_| NoProbation {}));
}

/// Whether there was no 预备期, but another day of confirmation.
pub fn is_without(joined: PartialDate, confirmed: PartialDate) -> bool {
    let is_then = joined.earliest() >= no_probation_from() && joined.latest() < probation_from();
    is_then && confirmed.earliest() > joined.latest()
}
