//! A row of 附件4 or 附件5 without a disposition: 待处置 of the reconciliation (notes 2 and 3
//! of 附件7).

use super::{is_registered, rows, situation};
use crate::check::prelude::*;
use crate::derive::Certainty;
use crate::derive::reading::not_after;
use crate::derive::recommended::{Recommendation, dropped_out_from, recommended};

rule! {
    /// Nothing is decided yet.
    Pending {
        /// What is recommended.
        recommended: Vec<Recommendation>,
        /// The day from which 自行脱党除名 can be decided, where that lies ahead.
        dropped_out_from: Option<NaiveDate>,
    } = N0707 "待处置" Notice, waivable, member;
    zh {
        let advice = match (&recommended[..], dropped_out_from) {
            ([], Some(from)) => {
                format!("停止党籍不满两年，{}起才能决定“自行脱党除名”", day(*from))
            }
            ([], None) => "文件里的情况不足以提出建议".to_owned(),
            (some, _) => format!("按规定建议{}", rows(some, Lang::Zh)),
        };
        format!("还没有处置；{advice}")
    } "由党组织决定后写入“处置”；附件7 对账时先计入“待处置”";
    en {
        let advice = match (&recommended[..], dropped_out_from) {
            ([], Some(from)) => {
                format!("停止党籍 is less than two years old: 自行脱党除名 only from {from}")
            }
            ([], None) => "what is on record recommends none".to_owned(),
            (some, _) => format!("the rules recommend {}", rows(some, Lang::En)),
        };
        format!("no disposition yet; {advice}")
    } "until the organisation decides it counts as 待处置 in the reconciliation";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    // An entry that is dated too late to count is told apart.
    if let Some(lost) = &case.member.lost
        && case.member.dispositions.is_empty()
        && is_registered(case) == Some(true)
        && let Some(situation) = situation(case, None)
        && !situation.is_late_transfer()
        && !may_have_left(case.member, situation.day)
    {
        let recommended = recommended(&situation);
        let dropped_out_from = dropped_out_from(&situation);
        found.push(case.finding(
            Pending {
                recommended,
                dropped_out_from,
            },
            lost,
        ));
    }
}

/// Whether somebody may have died or left by a day: then he counts as 已出党.
fn may_have_left(member: &Member, on: NaiveDate) -> bool {
    let departure = member.departure.as_ref();
    departure.is_some_and(|departure| not_after(departure.day.as_ref(), on) != Certainty::No)
}
