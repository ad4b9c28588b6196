//! Some events are odd before or behind another (domain: life events and severities).

use crate::check::dated::{Dated, Events};
use crate::check::prelude::*;

rule! {
    /// A date that is before or behind another, which is odd.
    OddOrder {
        /// The key of the date.
        key: &'static str,
        /// Whether it is before the other rather than behind it.
        before: bool,
        /// The key of the other.
        other: &'static str,
    } = W0307 "事件先后可疑" Warning, waivable, member;
    zh { format!("{key}{}于{other}，不合常理", if *before { "早" } else { "晚" }) }
       "对照档案核对这两个日期";
    en { format!("{key} is {} {other}, which is odd", if *before { "before" } else { "after" }) }
       "compare both dates with the personal file";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let events = Events::of(case.member);
    // What is before the admission to the Party is out of order altogether.
    let is_early = |date: &Dated<'_>| events.joined.is_some_and(|joined| date.is_before(joined));
    let left = events.left.filter(|left| !is_early(left));
    let suspended = events.suspended.filter(|suspended| !is_early(suspended));
    let last = events.last_contact().filter(|last| !is_early(last));
    let odd = [
        (events.meeting, true, events.entered),
        (left, true, events.entered),
        (suspended, true, events.entered),
        (last, true, events.confirmed),
        (events.meeting, false, events.out),
        (left, false, events.out),
    ];
    for (date, before, other) in odd {
        let Some((date, other)) = date.zip(other) else {
            continue;
        };
        let (first, second) = if before { (date, other) } else { (other, date) };
        if first.is_before(second) {
            let finding = OddOrder {
                key: date.key,
                before,
                other: other.key,
            };
            found.push(case.compared(finding, date.value, other.value));
        }
    }
}
