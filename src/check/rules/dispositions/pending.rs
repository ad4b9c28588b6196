//! A row of 附件4 or 附件5 without a disposition: 待处置 of the reconciliation (notes 2 and 3
//! of 附件7).

use super::{is_registered, rows, situation};
use crate::check::prelude::*;
use crate::derive::Certainty;
use crate::derive::admission::Ground;
use crate::derive::reading::not_after;
use crate::derive::recommended::{Lacking, Recommendation, dropped_out_from, lacking, recommended};

rule! {
    /// Nothing is decided yet.
    Pending {
        /// What is recommended.
        recommended: Vec<Recommendation>,
        /// Why nothing is, where that is so.
        lacking: Lacking,
        /// The day from which 自行脱党除名 can be decided, where that lies ahead.
        dropped_out_from: Option<NaiveDate>,
    } = N0707 "待处置" Notice, waivable, member;
    zh {
        let advice = match &recommended[..] {
            [] => none_for(*lacking, *dropped_out_from, Lang::Zh),
            some => format!("按规定建议{}", rows(some, Lang::Zh)),
        };
        format!("还没有处置；{advice}")
    } "由党组织决定后写入“处置”；附件7 对账时先计入“待处置”";
    en {
        let advice = match &recommended[..] {
            [] => none_for(*lacking, *dropped_out_from, Lang::En),
            some => format!("the rules recommend {}", rows(some, Lang::En)),
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
        let lacking = lacking(&situation);
        let dropped_out_from = dropped_out_from(&situation);
        found.push(case.finding(
            Pending {
                recommended,
                lacking,
                dropped_out_from,
            },
            lost,
        ));
    }
}

/// Why nothing is recommended: from when on something can be, or what to give.
pub fn none_for(lacking: Lacking, dropped_out_from: Option<NaiveDate>, lang: Lang) -> String {
    match (dropped_out_from, lang) {
        (Some(from), Lang::Zh) => {
            format!("停止党籍不满两年，{}起才能决定“自行脱党除名”", day(from))
        }
        (Some(from), Lang::En) => {
            format!("停止党籍 is less than two years old: 自行脱党除名 only from {from}")
        }
        (None, _) => why_none(lacking, lang),
    }
}

/// Why nothing is recommended: what to give, so that something is.
fn why_none(lacking: Lacking, lang: Lang) -> String {
    words! { match lacking, lang {
        Lacking::Dates => "入党日期、转正日期不够准，看不出是不是预备党员，提不出建议；把日期写到日"
            "入党日期 and 转正日期 leave open whether this is a 预备党员: give them to the day for a recommendation"
        Lacking::Fault => "没有写失联是主观还是客观原因，提不出建议；补写“失联”里的“主客观”"
            "without 主客观 in 失联 nothing can be recommended: add it"
        Lacking::Failing => "预备党员已取得联系，是主观原因，要看表现；不合格的，补写“失联”里“核实”的“不合格表现”"
            "a 预备党员 found, with a subjective reason: if failing, add 不合格表现 to 核实 in 失联"
        Lacking::Denied(Ground::TransferredAfter) => "失联是客观原因，但组织关系在取得联系以前就转出了，提不出建议；核对两个日期，失联前开始、后来才办完的，在“转出”里写“补转: true”"
            "the reason is objective, but he was transferred out before being found: check both days; for a transfer completed late set 补转: true in 转出"
        Lacking::Denied(_) => "失联是客观原因，但记载本人不愿意纳入管理，提不出建议；核实后改“愿意纳入管理”，要求退党的，补写“失联”里“核实”的“要求退党日期”"
            "the reason is objective, but 愿意纳入管理 is false: verify that, or give 要求退党日期 in 失联.核实 if he asks to leave"
        Lacking::FoundLater => "取得联系在附件7 填表日期以后，按那一天的情况提不出建议"
            "contact was made only after the day of 附件7: nothing can be recommended as of that day"
        Lacking::Suspended => "已经停止党籍，规定没有别的建议"
            "membership is suspended already: the rules recommend nothing else"
    } }
}

/// Whether somebody may have died or left by a day: then he counts as 已出党.
pub fn may_have_left(member: &Member, on: NaiveDate) -> bool {
    let departure = member.departure.as_ref();
    departure.is_some_and(|departure| not_after(departure.day.as_ref(), on) != Certainty::No)
}
