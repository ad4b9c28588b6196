//! English: findings about dispositions, the round, waivers.

use crate::check::Rule;
use crate::check::finding::{DecisionFinding, RoundFinding, WaiverFinding};
use crate::derive::admission::{Bar, Ground, is_discipline};
use crate::derive::recommended::Recommendation;
use crate::model::code::Code as _;

pub fn decision(finding: &DecisionFinding) -> String {
    match finding {
        DecisionFinding::NotAdmissible(kind, bar) => {
            format!("{} is not for this member: {}", kind.word(), barred(*bar))
        }
        DecisionFinding::NotGrounded(kind, ground) => {
            format!("{} lacks its ground: {}", kind.word(), lacking(*ground))
        }
        DecisionFinding::Main { entries: 1, .. } => {
            "a sole disposition is the main one: 主要 cannot be false".to_owned()
        }
        DecisionFinding::Main { entries, marked } => {
            format!("of {entries} dispositions {marked} are marked 主要: true, not exactly one")
        }
        DecisionFinding::OtherRecommended {
            decided,
            recommended,
        } => format!(
            "decided was {}; the rules recommend {}",
            decided.word(),
            rows(recommended)
        ),
        DecisionFinding::Pending { recommended } if recommended.is_empty() => {
            "no disposition yet; what is on record recommends none".to_owned()
        }
        DecisionFinding::Pending { recommended } => {
            format!(
                "no disposition yet; the rules recommend {}",
                rows(recommended)
            )
        }
    }
}

pub fn decision_help(finding: &DecisionFinding) -> Option<String> {
    Some(match finding {
        DecisionFinding::NotAdmissible(_, bar) => way_round(*bar).to_owned(),
        DecisionFinding::NotGrounded(_, ground) => to_record(*ground).to_owned(),
        DecisionFinding::Main { entries: 1, .. } => "delete “主要: false”".to_owned(),
        DecisionFinding::Main { .. } => "mark the one that is the main one in 附件7".to_owned(),
        DecisionFinding::OtherRecommended { .. } => {
            "the organisation decides; if it is right, waive the rule with the reason".to_owned()
        }
        DecisionFinding::Pending { .. } => {
            "until the organisation decides it counts as 待处置 in the reconciliation".to_owned()
        }
    })
}

fn barred(bar: Bar) -> &'static str {
    match bar {
        Bar::Unreachable => "not found",
        Bar::Found => "found",
        Bar::LateTransfer => "a transfer completed late (补转)",
        Bar::FullMember => "a full member",
        Bar::Probationer => "a probationer",
        Bar::Settled => "settled abroad",
        Bar::LongStudy => "studying abroad for more than five years",
        Bar::MemberWithoutDoubt => "neither 违规入党 nor 身份无法认定 is on record",
        Bar::NoDemand => "no 要求退党日期 before the decision is on record",
        Bar::NoPost => "no 现任党内职务",
    }
}

fn way_round(bar: Bar) -> &'static str {
    match bar {
        Bar::Unreachable | Bar::Found => "check 失联.结果, or use another disposition",
        Bar::LateTransfer => "late transfers do not count in 附件7: delete the entry",
        Bar::FullMember => "check 转正日期, or use another disposition",
        Bar::Probationer => "check 转正日期; for probationers there is 取消预备党员资格",
        Bar::Settled | Bar::LongStudy => "use 停止党籍",
        Bar::MemberWithoutDoubt => "if verified, set 违规入党 or 身份无法认定 in 失联.核实",
        Bar::NoDemand => "if verified, give 要求退党日期 in 失联.核实",
        Bar::NoPost => "use 严重警告, or give 现任党内职务",
    }
}

fn lacking(ground: Ground) -> &'static str {
    match ground {
        Ground::Found => "not found by that day",
        Ground::Objective => "主客观 is not 客观",
        Ground::Willing => "愿意纳入管理 is not true",
        Ground::TransferredAfter => "transferred out before being found",
        Ground::FailingOrGone => "no 不合格表现, and neither gone nor settled abroad",
        Ground::StudyOrLabour => "not abroad for study or labour service",
        Ground::SettledOrLongStudy => "neither settled abroad nor studying for over five years",
        Ground::SettledOrUnreachable => {
            "neither settled abroad, nor studying for over five years, nor gone"
        }
        Ground::Failing => "neither 主观 nor 不合格表现",
        Ground::CorrectUntil => "no 限期改正至",
        Ground::WithinOneYear => "限期改正至 is not within a year after the decision",
        Ground::Expired => "限期改正至 is not given or not past",
        Ground::Searched => "the search was not over on that day",
        Ground::Unchanged => "改正结果 is not 未改正",
        Ground::Unreachable => "not one who could not be found",
        Ground::SuspendedForTwoYears => {
            "no 停止党籍日期, or less than two years ago (rules of 2019)"
        }
        Ground::Breach => "no 违纪违法",
    }
}

fn to_record(ground: Ground) -> &'static str {
    match ground {
        Ground::Found | Ground::Unreachable => "check 失联.结果",
        Ground::Objective => "if verified, set 主客观: 客观 in 失联",
        Ground::Willing => "if verified, set 愿意纳入管理: true in 失联",
        Ground::TransferredAfter => {
            "check both days; for a transfer completed late set 补转: true in 转出"
        }
        Ground::FailingOrGone => "if verified, give 不合格表现 in 失联.核实",
        Ground::StudyOrLabour => "if verified, give 出国原因 in 出国, as 留学 or 劳务",
        Ground::SettledOrLongStudy | Ground::SettledOrUnreachable => {
            "if verified, give 出国原因 or 定居: true in 出国"
        }
        Ground::Failing => "if verified, set 主客观: 主观, or give 不合格表现 in 失联.核实",
        Ground::CorrectUntil => "give 限期改正至 in 失联.核实",
        Ground::WithinOneYear => "check 限期改正至: at most a year after the decision",
        Ground::Expired => "check 限期改正至: only who has not changed by then can be advised out",
        Ground::Searched => "check the day: decisions come after the search",
        Ground::Unchanged => "if verified, set 改正结果: 未改正 in 失联.核实",
        Ground::SuspendedForTwoYears => "check 停止党籍日期; before two years use 停止党籍",
        Ground::Breach => "if verified, give 违纪违法 in 失联.核实",
    }
}

fn rows(recommended: &[Recommendation]) -> String {
    let rows: Vec<String> = recommended.iter().map(|row| one_row(*row)).collect();
    rows.join(" or ")
}

fn one_row(row: Recommendation) -> String {
    let dispositions = row.dispositions();
    let named = match dispositions {
        [first, ..] if is_discipline(*first) => "纪律处分".to_owned(),
        _ => {
            let words: Vec<&str> = dispositions.iter().map(|one| one.word()).collect();
            words.join(", ")
        }
    };
    format!("{named} ({})", situation(row))
}

fn situation(row: Recommendation) -> &'static str {
    match row {
        Recommendation::NoMember => "irregular admission, or identity not established",
        Recommendation::Objective => "found, objective reason",
        Recommendation::Subjective => "found, subjective reason",
        Recommendation::Unchanged => "限期改正 expired unchanged",
        Recommendation::AsksToLeave => "asks to leave",
        Recommendation::Breach => "breach of discipline or law",
        Recommendation::StudyOrLabour => "abroad for study or labour service",
        Recommendation::LongStudy => "studying abroad for more than five years",
        Recommendation::Settled => "settled abroad",
        Recommendation::Gone2016 | Recommendation::Gone2019 => "not found",
        Recommendation::GoneForGood => "not found two years after 停止党籍",
        Recommendation::FailedProbation => "probationer: failing, gone, or settled abroad",
    }
}

pub fn round(finding: &RoundFinding) -> String {
    match finding {
        RoundFinding::NameTwice(name) => format!("another organisation is called “{name}”, too"),
        RoundFinding::Telephone(text) => format!("“{text}” does not look like a telephone number"),
        RoundFinding::Postcode(text) => format!("“{text}” is no postcode of six digits"),
        RoundFinding::Days { later, earlier } => format!("{later} is before {earlier}"),
        RoundFinding::StageDays => "the stage ends before it begins".to_owned(),
        RoundFinding::StageOrder => "the stage begins before the one before it ended".to_owned(),
    }
}

pub fn round_help(finding: &RoundFinding) -> String {
    match finding {
        RoundFinding::NameTwice(_) => "give full names, all different; delete a folder made twice",
        RoundFinding::Telephone(_) => {
            "area code, hyphen, number, or 11 digits; several with 、 between them"
        }
        RoundFinding::Postcode(_) => "as 730700",
        RoundFinding::Days { .. } => "compare both days with the notice",
        RoundFinding::StageDays => "check 开始 and 结束",
        RoundFinding::StageOrder => "stages in order of time, without overlap",
    }
    .to_owned()
}

pub fn waiver(finding: &WaiverFinding) -> String {
    match finding {
        WaiverFinding::Unknown(text, _) | WaiverFinding::UnknownLevel(text, _) => {
            format!("there is no rule “{text}”")
        }
        WaiverFinding::Unused(rule) => {
            format!("the waiver is not used: no finding of {}", named(rule))
        }
        WaiverFinding::Refused(rule) => format!("{} cannot be waived", named(rule)),
        WaiverFinding::RefusedLevel(rule) => {
            format!("{} must be an error: a page would be wrong", named(rule))
        }
    }
}

pub fn waiver_help(finding: &WaiverFinding) -> String {
    match finding {
        WaiverFinding::Unknown(_, Some(like)) | WaiverFinding::UnknownLevel(_, Some(like)) => {
            format!("is it “{like}”?")
        }
        WaiverFinding::Unknown(..) | WaiverFinding::UnknownLevel(..) => {
            "give a rule's code or name; see paicha explain".to_owned()
        }
        WaiverFinding::Unused(_) => "if the fault is mended, delete the waiver".to_owned(),
        WaiverFinding::Refused(rule) => format!(
            "mend the data and delete the waiver; paicha explain {} says how",
            rule.code
        ),
        WaiverFinding::RefusedLevel(_) => "delete the line".to_owned(),
    }
}

fn named(rule: &Rule) -> String {
    format!("{} {}", rule.code, rule.name)
}
