//! 停止党籍 stands in two places: among the decisions, which 附件7 counts, and as the day
//! from which the member is off the roll (domain: dispositions).

use super::is_registered;
use crate::check::prelude::*;

rule! {
    /// Only one of the two.
    enum SuspensionDiffers = W0711 "停止党籍只写了一处" Warning, waivable, member;

    /// A decision that counts, without the day.
    NoDay
        zh "处置是“停止党籍”，却没有写“停止党籍日期”" "补写“停止党籍日期: 年-月-日”";
        en "停止党籍 was decided, but 停止党籍日期 is not given" "add 停止党籍日期";
    /// A day of this round, without the decision.
    NoDecision
        zh "本轮停止了党籍，“处置”里却没有“停止党籍”"
           "补写这一项处置，附件7 才计入；不是本轮停止的，改正日期";
        en "suspended during this round, but 处置 has no 停止党籍"
           "add the decision, so that 附件7 counts it, or correct the day";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if is_registered(case) != Some(true) {
        return;
    }
    let Some((_, scope)) = case.accounting() else {
        return;
    };
    let filled_on = scope.asking.reference.filled_on.value;
    let entries = case.member.dispositions.iter();
    let is_it = |entry: &&Decision| entry.kind.given() == Some(&Disposition::Suspended);
    let Some(suspended) = &case.member.suspended else {
        let counts = |entry: &&Decision| {
            let day = entry.day.given();
            day.is_some_and(|day| day.latest() <= filled_on)
        };
        let decided = entries.filter(is_it).find(counts);
        let value = decided.and_then(|entry| entry.kind.as_ref());
        found.extend(value.map(|value| case.finding(SuspensionDiffers::NoDay, value)));
        return;
    };
    let round = case.source.workspace.round();
    let begins = round.and_then(|round| round.begins());
    let is_of_round = suspended
        .get()
        .zip(begins)
        .is_some_and(|(day, begins)| begins <= day.earliest() && day.latest() <= filled_on);
    // One that cannot be read may be it.
    let mut kinds = entries.map(|entry| entry.kind.given());
    let is_decided = kinds.any(|kind| kind.is_none_or(|kind| *kind == Disposition::Suspended));
    if is_of_round && !is_decided {
        found.push(case.finding(SuspensionDiffers::NoDecision, suspended));
    }
}
