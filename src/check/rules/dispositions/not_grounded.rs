//! A disposition rests on facts that the file has (notice, II (3) 2).

use super::not_admissible::decided;
use crate::check::prelude::*;
use crate::derive::admission::{Ground, barred, ungrounded};

rule! {
    /// The fact that makes a disposition admissible is not on record.
    NotGrounded {
        /// The disposition.
        kind: Disposition,
        /// The fact.
        ground: Ground,
    } = W0704 "处置缺少依据" Warning, waivable, member;
    zh { format!("用“{}”缺少依据：{}", kind.word(), lacking(*ground, Lang::Zh)) }
       { to_record(*ground, Lang::Zh) };
    en { format!("{} lacks its ground: {}", kind.word(), lacking(*ground, Lang::En)) }
       { to_record(*ground, Lang::En) };
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (value, kind, situation) in decided(case) {
        if let (None, Some(ground)) = (barred(kind, &situation), ungrounded(kind, &situation)) {
            found.push(case.finding(NotGrounded { kind, ground }, value));
        }
    }
}

/// What is not on record.
pub fn lacking(ground: Ground, lang: Lang) -> String {
    use Ground as G;
    words! { match ground, lang {
        G::Found => "处置时还没有取得联系" "not found by that day"
        G::Objective => "没有记载失联是客观原因" "主客观 is not 客观"
        G::Willing => "没有记载本人愿意纳入管理" "愿意纳入管理 is not true"
        G::TransferredAfter => "组织关系在取得联系以前就转出了" "transferred out before being found"
        G::FailingOrGone => "没有记载不合格表现，也不是无法取得联系或在国（境）外定居"
            "no 不合格表现, and neither gone nor settled abroad"
        G::StudyOrLabour => "没有记载正在国（境）外留学或从事劳务"
            "not abroad for study or labour service"
        G::SettledOrLongStudy => "没有记载在国（境）外定居或留学超过五年"
            "neither settled abroad nor studying for over five years"
        G::SettledOrUnreachable => "没有记载在国（境）外定居或留学超过五年，也不是无法取得联系"
            "neither settled abroad, nor studying for over five years, nor gone"
        G::Failing => "没有记载失联是主观原因或不合格表现" "neither 主观 nor 不合格表现"
        G::CorrectUntil => "没有写限期到哪一天" "no 限期改正至"
        G::WithinOneYear => "限期不在处置之日起一年以内"
            "限期改正至 is not within a year after the decision"
        G::Expired => "没有写限期，或限期还没有满" "限期改正至 is not given or not past"
        G::Searched => "处置时联系查找还没有结束" "the search was not over on that day"
        G::Unchanged => "没有记载限期改正后仍未改正" "改正结果 is not 未改正"
        G::Unreachable => "不是经查找仍然无法取得联系" "not one who could not be found"
        G::SuspendedForTwoYears => "没有写“停止党籍日期”，或停止党籍还没有满两年（2019 年的规定）"
            "no 停止党籍日期, or less than two years ago (rules of 2019)"
        G::Breach => "没有记载违纪违法" "no 违纪违法"
    } }
}

/// What is on record.
pub fn recorded(ground: Ground, lang: Lang) -> String {
    use Ground as G;
    words! { match ground, lang {
        G::Found => "已取得联系" "found by that day"
        G::Objective => "失联是客观原因" "主客观 is 客观"
        G::Willing => "本人愿意纳入管理" "愿意纳入管理 is true"
        G::TransferredAfter => "组织关系不是在取得联系以前转出的" "not transferred out before being found"
        G::FailingOrGone => "有不合格表现，或者无法取得联系、在国（境）外定居"
            "不合格表现, gone, or settled abroad"
        G::StudyOrLabour => "正在国（境）外留学或从事劳务" "abroad for study or labour service"
        G::SettledOrLongStudy => "在国（境）外定居或留学超过五年"
            "settled abroad, or studying for over five years"
        G::SettledOrUnreachable => "在国（境）外定居或留学超过五年，或者无法取得联系"
            "settled abroad, studying for over five years, or gone"
        G::Failing => "失联是主观原因，或有不合格表现" "主观, or 不合格表现"
        G::CorrectUntil => "写了限期改正至" "限期改正至 is given"
        G::WithinOneYear => "限期在一年以内" "限期改正至 is within a year"
        G::Expired => "限期已满" "限期改正至 is past"
        G::Searched => "联系查找已经结束" "the search is over"
        G::Unchanged => "限期改正后仍未改正" "改正结果 is 未改正"
        G::Unreachable => "经查找仍然无法取得联系" "could not be found"
        G::SuspendedForTwoYears => "停止党籍已满两年" "suspended for two years"
        G::Breach => "有违纪违法记载" "违纪违法 is on record"
    } }
}

/// How it is put on record.
pub fn to_record(ground: Ground, lang: Lang) -> String {
    use Ground as G;
    words! { match ground, lang {
        G::Found | G::Unreachable => "核对“失联”的“结果”" "check 失联.结果"
        G::Objective => "核实的，在“失联”里写“主客观: 客观”"
            "if verified, set 主客观: 客观 in 失联"
        G::Willing => "核实的，在“失联”里写“愿意纳入管理: true”"
            "if verified, set 愿意纳入管理: true in 失联"
        G::TransferredAfter => "核对两个日期；失联前开始、后来才办完的，在“转出”里写“补转: true”"
            "check both days; for a transfer completed late set 补转: true in 转出"
        G::FailingOrGone => "核实的，在“失联”的“核实”里写“不合格表现: …”"
            "if verified, give 不合格表现 in 失联.核实"
        G::StudyOrLabour => "核实的，在“出国”里写明“出国原因”，例如留学、劳务"
            "if verified, give 出国原因 in 出国, as 留学 or 劳务"
        G::SettledOrLongStudy | G::SettledOrUnreachable
            => "核实的，在“出国”里写明“出国原因”或“定居: true”"
            "if verified, give 出国原因 or 定居: true in 出国"
        G::Failing => "核实的，在“失联”里写“主客观: 主观”，或在“核实”里写“不合格表现: …”"
            "if verified, set 主客观: 主观, or give 不合格表现 in 失联.核实"
        G::CorrectUntil => "在“失联”的“核实”里写“限期改正至: 年-月-日”"
            "give 限期改正至 in 失联.核实"
        G::WithinOneYear => "核对“限期改正至”，最长到处置之日后一年"
            "check 限期改正至: at most a year after the decision"
        G::Expired => "核对“限期改正至”；期满仍不改正的才能劝退"
            "check 限期改正至: only who has not changed by then can be advised out"
        G::Searched => "核对处置的日期；查找结束以后才能处置"
            "check the day: decisions come after the search"
        G::Unchanged => "核实的，在“失联”的“核实”里写“改正结果: 未改正”"
            "if verified, set 改正结果: 未改正 in 失联.核实"
        G::SuspendedForTwoYears => "核对“停止党籍日期”；不满两年的先用“停止党籍”"
            "check 停止党籍日期; before two years use 停止党籍"
        G::Breach => "核实的，在“失联”的“核实”里写“违纪违法: …”"
            "if verified, give 违纪违法 in 失联.核实"
    } }
}
