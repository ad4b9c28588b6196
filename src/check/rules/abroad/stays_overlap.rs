//! Stays abroad come one after the other.

use crate::check::dated::Dated;
use crate::check::prelude::*;

rule! {
    /// A stay abroad that begins before the one before it ended.
    StaysOverlap = W1302 "出国时间重叠" Warning, waivable, member;
    zh "这次出国（境）时，上一次还没有回国" "按先后排列，补写或改正上一次的“回国日期”";
    en "this stay begins before the one before it ended"
       "in order of time; give or mend the 回国日期 before";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let stays = case.member.abroad.iter();
    let mut in_order: Vec<_> = stays.filter(|stay| stay.left.given().is_some()).collect();
    in_order.sort_by_key(|stay| stay.left.given().map(|left| left.earliest()));
    for pair in in_order.windows(2) {
        let (Some(left), before) = (Dated::of("出国日期", &pair[1].left), pair[0]) else {
            continue;
        };
        let back = Dated::of("回国日期", &before.back);
        if back.is_none_or(|back| left.is_before(back)) {
            let other = back.map_or(before.place, |back| back.value.span);
            found.push(case.compared(StaysOverlap {}, left.value, (other, before.keys)));
        }
    }
}
