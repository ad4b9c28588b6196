//! 附件7 counts those of 附件4 and 附件5 (notes 2 and 3 of 附件7).

use super::is_registered;
use crate::check::prelude::*;

rule! {
    /// Dispositions of a member outside 附件4 and 附件5.
    DispositionOutside = W0702 "处置不属失联党员" Warning, waivable, member;
    zh "该党员不在附件4、附件5 里，处置不计入附件7"
       "核对“失联”的日期和结果、“出党”的日期；不是失联党员的，删去处置";
    en "the member is in neither 附件4 nor 附件5: not counted";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let dispositions = &case.member.dispositions;
    if !dispositions.is_empty() && is_registered(case) == Some(false) {
        let kinds = dispositions.iter().filter_map(|entry| entry.kind.as_ref());
        found.extend(kinds.map(|kind| case.finding(DispositionOutside {}, kind)));
    }
}
