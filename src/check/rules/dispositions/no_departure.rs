//! With the decision membership ends: it is to be carried out, and the file to say so.

use chrono::Days;

use super::{is_registered, situation};
use crate::check::prelude::*;
use crate::derive::departure::ends;

/// So many days after a decision 出党 is still awaited: those above confirm it.
const DAYS: u64 = 30;

rule! {
    /// A decision by which membership ends, long ago, and no 出党.
    NoDeparture {
        /// The disposition.
        kind: Disposition,
    } = N0710 "决定已久还没有写出党" Notice, waivable, member;
    zh { format!("决定“{}”已经超过 {DAYS} 天，还没有写“出党”", kind.word()) }
       "已经生效的，补写“出党: {{日期: …, 原因: …}}”；还在报批的，用“豁免”写明";
    en { format!("{} was decided more than {DAYS} days ago, and 出党 is not given", kind.word()) }
       "add 出党 if it has taken effect, or waive the rule while it is being confirmed";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if case.member.departure.is_some() || is_registered(case) != Some(true) {
        return;
    }
    let filled_on = situation(case, None).map(|situation| situation.day);
    for entry in &case.member.dispositions {
        let Some((day, &kind)) = entry.day.as_ref().zip(entry.kind.given()) else {
            continue;
        };
        let due = day.get().map(|day| day.latest() + Days::new(DAYS));
        let is_long_ago = due.zip(filled_on).is_some_and(|(due, on)| due < on);
        if ends(kind) && is_long_ago {
            found.push(case.finding(NoDeparture { kind }, day));
        }
    }
}
