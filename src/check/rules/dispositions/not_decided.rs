//! Who is lost leaves the Party by a decision, which 附件7 counts, or by death (notes 2 and
//! 3 of 附件7).

use super::{is_registered, situation};
use crate::check::prelude::*;
use crate::derive::departure::follows_from;

rule! {
    /// 出党 without the disposition that it follows from.
    NotDecided {
        /// Why membership ended.
        cause: Departure,
    } = W0709 "出党没有相应的处置" Warning, waivable, member;
    zh {
        let kinds = kinds(*cause, "”或“");
        format!("“出党”的原因是“{}”，“处置”里却没有“{kinds}”", cause.word())
    } "补写党组织的决定，附件7 才计入那一栏；不是这样出党的，改正“原因”";
    en { format!("出党 says {}, but 处置 has no {}", cause.word(), kinds(*cause, " or ")) }
       "add the decision, so that 附件7 counts it, or correct 原因";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let departure = case.member.departure.as_ref();
    if let Some(value) = departure.and_then(|departure| departure.cause.as_ref())
        && let Some(&cause) = value.get().filter(|cause| **cause != Departure::Died)
        && !may_be_decided(case.member, cause)
        && is_registered(case) == Some(true)
        && situation(case, None).is_some_and(|situation| !situation.is_late_transfer())
    {
        found.push(case.finding(NotDecided { cause }, value));
    }
}

/// Whether an entry is a decision from which the end follows, or may be: of one that cannot
/// be read that is not known.
fn may_be_decided(member: &Member, cause: Departure) -> bool {
    let mut kinds = member.dispositions.iter().map(|entry| entry.kind.given());
    kinds.any(|kind| kind.is_none_or(|kind| follows_from(cause).contains(kind)))
}

fn kinds(cause: Departure, between: &str) -> String {
    let words = follows_from(cause).iter().map(|kind| kind.word());
    words.collect::<Vec<_>>().join(between)
}
