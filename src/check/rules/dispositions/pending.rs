//! A row of 附件4 or 附件5 without a disposition: 待处置 of the reconciliation (notes 2 and 3
//! of 附件7).

use super::{is_registered, rows, situation};
use crate::check::prelude::*;
use crate::derive::recommended::{Recommendation, recommended};

rule! {
    /// Nothing is decided yet.
    Pending {
        /// What is recommended.
        recommended: Vec<Recommendation>,
    } = N0707 "待处置" Notice, waivable, member;
    zh {
        match recommended.is_empty() {
            true => "还没有处置；文件里的情况不足以提出建议".to_owned(),
            false => format!("还没有处置；按规定建议{}", rows(recommended, Lang::Zh)),
        }
    } "由党组织决定后写入“处置”；附件7 对账时先计入“待处置”";
    en {
        match recommended.is_empty() {
            true => "no disposition yet; what is on record recommends none".to_owned(),
            false => format!("no disposition yet; the rules recommend {}", rows(recommended, Lang::En)),
        }
    } "until the organisation decides it counts as 待处置 in the reconciliation";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    // An entry that is dated too late to count is told apart.
    if let Some(lost) = &case.member.lost
        && case.member.dispositions.is_empty()
        && is_registered(case) == Some(true)
        && let Some(situation) = situation(case, None)
        && !situation.is_late_transfer()
    {
        let recommended = recommended(&situation);
        found.push(case.finding(Pending { recommended }, lost));
    }
}
