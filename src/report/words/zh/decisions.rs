//! Chinese: findings about dispositions, the round, waivers.

use crate::check::Rule;
use crate::check::finding::{DecisionFinding, RoundFinding, WaiverFinding};
use crate::derive::admission::{Bar, Ground, is_discipline};
use crate::derive::recommended::Recommendation;
use crate::model::code::Code as _;

pub fn decision(finding: &DecisionFinding) -> String {
    match finding {
        DecisionFinding::NotAdmissible(kind, bar) => {
            format!("{}，不能用“{}”", barred(*bar), kind.word())
        }
        DecisionFinding::NotGrounded(kind, ground) => {
            format!("用“{}”缺少依据：{}", kind.word(), lacking(*ground))
        }
        DecisionFinding::Main { entries: 1, .. } => {
            "只有一项处置，它就是主要的，不能写“主要: false”".to_owned()
        }
        DecisionFinding::Main { entries, marked } => {
            format!("{entries} 项处置里有 {marked} 项写了“主要: true”，应正好一项")
        }
        DecisionFinding::OtherRecommended {
            decided,
            recommended,
        } => format!(
            "处置是“{}”；按规定建议的是{}",
            decided.word(),
            rows(recommended)
        ),
        DecisionFinding::Pending { recommended } if recommended.is_empty() => {
            "还没有处置；文件里的情况不足以提出建议".to_owned()
        }
        DecisionFinding::Pending { recommended } => {
            format!("还没有处置；按规定建议{}", rows(recommended))
        }
    }
}

pub fn decision_help(finding: &DecisionFinding) -> Option<String> {
    Some(match finding {
        DecisionFinding::NotAdmissible(_, bar) => way_round(*bar).to_owned(),
        DecisionFinding::NotGrounded(_, ground) => to_record(*ground).to_owned(),
        DecisionFinding::Main { entries: 1, .. } => "删去“主要: false”".to_owned(),
        DecisionFinding::Main { .. } => "只在附件7 里算主要的那一项写“主要: true”".to_owned(),
        DecisionFinding::OtherRecommended { .. } => {
            "由党组织决定；处置正确的，用“豁免”写明原因".to_owned()
        }
        DecisionFinding::Pending { .. } => {
            "由党组织决定后写入“处置”；附件7 对账时先计入“待处置”".to_owned()
        }
    })
}

fn barred(bar: Bar) -> &'static str {
    match bar {
        Bar::Unreachable => "该党员无法取得联系",
        Bar::Found => "该党员已经取得联系",
        Bar::LateTransfer => "该党员是补转组织关系的",
        Bar::FullMember => "该党员是正式党员",
        Bar::Probationer => "该党员是预备党员",
        Bar::Settled => "该党员已在国（境）外定居",
        Bar::LongStudy => "该党员出国（境）留学已超过五年",
        Bar::MemberWithoutDoubt => "没有记载违规入党或身份无法认定",
        Bar::NoDemand => "没有记载本人在处置以前要求退党",
        Bar::NoPost => "该党员没有现任党内职务",
    }
}

fn way_round(bar: Bar) -> &'static str {
    match bar {
        Bar::Unreachable | Bar::Found => "核对“失联”的“结果”，或改用别的处置",
        Bar::LateTransfer => "补转的不计入附件7，删去这一项处置",
        Bar::FullMember => "核对“转正日期”，或改用别的处置",
        Bar::Probationer => "核对“转正日期”；预备党员可用“取消预备党员资格”",
        Bar::Settled | Bar::LongStudy => "改用“停止党籍”",
        Bar::MemberWithoutDoubt => {
            "核实的，在“失联”的“核实”里写“违规入党: true”或“身份无法认定: true”"
        }
        Bar::NoDemand => "核实的，在“失联”的“核实”里写“要求退党日期”",
        Bar::NoPost => "改用“严重警告”，或补写“现任党内职务”",
    }
}

fn lacking(ground: Ground) -> &'static str {
    match ground {
        Ground::Found => "处置时还没有取得联系",
        Ground::Objective => "没有记载失联是客观原因",
        Ground::Willing => "没有记载本人愿意纳入管理",
        Ground::TransferredAfter => "组织关系在取得联系以前就转出了",
        Ground::FailingOrGone => "没有记载不合格表现，也不是无法取得联系或在国（境）外定居",
        Ground::StudyOrLabour => "没有记载正在国（境）外留学或从事劳务",
        Ground::SettledOrLongStudy => "没有记载在国（境）外定居或留学超过五年",
        Ground::SettledOrUnreachable => {
            "没有记载在国（境）外定居或留学超过五年，也不是无法取得联系"
        }
        Ground::Failing => "没有记载失联是主观原因或不合格表现",
        Ground::CorrectUntil => "没有写限期到哪一天",
        Ground::WithinOneYear => "限期不在处置之日起一年以内",
        Ground::Expired => "没有写限期，或限期还没有满",
        Ground::Searched => "处置时联系查找还没有结束",
        Ground::Unchanged => "没有记载限期改正后仍未改正",
        Ground::Unreachable => "不是经查找仍然无法取得联系",
        Ground::SuspendedForTwoYears => {
            "没有写“停止党籍日期”，或停止党籍还没有满两年（2019 年的规定）"
        }
        Ground::Breach => "没有记载违纪违法",
    }
}

fn to_record(ground: Ground) -> &'static str {
    match ground {
        Ground::Found | Ground::Unreachable => "核对“失联”的“结果”",
        Ground::Objective => "核实的，在“失联”里写“主客观: 客观”",
        Ground::Willing => "核实的，在“失联”里写“愿意纳入管理: true”",
        Ground::TransferredAfter => {
            "核对两个日期；失联前开始、后来才办完的，在“转出”里写“补转: true”"
        }
        Ground::FailingOrGone => "核实的，在“失联”的“核实”里写“不合格表现: …”",
        Ground::StudyOrLabour => "核实的，在“出国”里写明“出国原因”，例如留学、劳务",
        Ground::SettledOrLongStudy | Ground::SettledOrUnreachable => {
            "核实的，在“出国”里写明“出国原因”或“定居: true”"
        }
        Ground::Failing => "核实的，在“失联”里写“主客观: 主观”，或在“核实”里写“不合格表现: …”",
        Ground::CorrectUntil => "在“失联”的“核实”里写“限期改正至: 年-月-日”",
        Ground::WithinOneYear => "核对“限期改正至”，最长到处置之日后一年",
        Ground::Expired => "核对“限期改正至”；期满仍不改正的才能劝退",
        Ground::Searched => "核对处置的日期；查找结束以后才能处置",
        Ground::Unchanged => "核实的，在“失联”的“核实”里写“改正结果: 未改正”",
        Ground::SuspendedForTwoYears => "核对“停止党籍日期”；不满两年的先用“停止党籍”",
        Ground::Breach => "核实的，在“失联”的“核实”里写“违纪违法: …”",
    }
}

/// “限期改正”（失联是主观原因）、…
fn rows(recommended: &[Recommendation]) -> String {
    let rows: Vec<String> = recommended.iter().map(|row| one_row(*row)).collect();
    rows.join("或")
}

fn one_row(row: Recommendation) -> String {
    let dispositions = row.dispositions();
    let named = match dispositions {
        [first, ..] if is_discipline(*first) => "纪律处分".to_owned(),
        _ => {
            let words: Vec<&str> = dispositions.iter().map(|one| one.word()).collect();
            format!("“{}”", words.join("、"))
        }
    };
    format!("{named}（{}）", situation(row))
}

fn situation(row: Recommendation) -> &'static str {
    match row {
        Recommendation::NoMember => "违规入党或身份无法认定",
        Recommendation::Objective => "已取得联系，失联是客观原因",
        Recommendation::Subjective => "已取得联系，失联是主观原因",
        Recommendation::Unchanged => "限期改正期满仍未改正",
        Recommendation::AsksToLeave => "本人要求退党",
        Recommendation::Breach => "违纪违法",
        Recommendation::StudyOrLabour => "在国（境）外留学或从事劳务",
        Recommendation::LongStudy => "出国（境）留学超过五年",
        Recommendation::Settled => "在国（境）外定居",
        Recommendation::Gone2016 | Recommendation::Gone2019 => "无法取得联系",
        Recommendation::GoneForGood => "停止党籍满两年仍无法取得联系",
        Recommendation::FailedProbation => "预备党员不合格、无法取得联系或在国（境）外定居",
    }
}

pub fn round(finding: &RoundFinding) -> String {
    match finding {
        RoundFinding::NameTwice(name) => format!("另一个组织也叫“{name}”"),
        RoundFinding::Telephone(text) => format!("“{text}”不像电话号码"),
        RoundFinding::Postcode(text) => format!("“{text}”不是邮编，邮编是六位数字"),
        RoundFinding::Days { later, earlier } => format!("{later}早于{earlier}"),
        RoundFinding::StageDays => "这个阶段的结束早于开始".to_owned(),
        RoundFinding::StageOrder => "这个阶段开始时，前一个阶段还没有结束".to_owned(),
    }
}

pub fn round_help(finding: &RoundFinding) -> String {
    match finding {
        RoundFinding::NameTwice(_) => "写全称，各组织的名称应不相同；重复建的文件夹要删去一个",
        RoundFinding::Telephone(_) => {
            "固定电话写成“区号-号码”，手机号码有 11 位；几个号码用“、”隔开"
        }
        RoundFinding::Postcode(_) => "例如 730700",
        RoundFinding::Days { .. } => "对照通知核对这两个日期",
        RoundFinding::StageDays => "核对“开始”和“结束”",
        RoundFinding::StageOrder => "各阶段按先后排列，日期不重叠",
    }
    .to_owned()
}

pub fn waiver(finding: &WaiverFinding) -> String {
    match finding {
        WaiverFinding::Unknown(text, _) | WaiverFinding::UnknownLevel(text, _) => {
            format!("没有“{text}”这条规则")
        }
        WaiverFinding::Unused(rule) => {
            format!("这条豁免没有用到：没有发现{}", named(rule))
        }
        WaiverFinding::Refused(rule) => format!("{}不能豁免", named(rule)),
        WaiverFinding::RefusedLevel(rule) => {
            format!("{}只能是错误：不改正，印出的表就是错的", named(rule))
        }
    }
}

pub fn waiver_help(finding: &WaiverFinding) -> String {
    match finding {
        WaiverFinding::Unknown(_, Some(like)) | WaiverFinding::UnknownLevel(_, Some(like)) => {
            format!("是不是“{like}”？")
        }
        WaiverFinding::Unknown(..) | WaiverFinding::UnknownLevel(..) => {
            "写规则的编号或名称，用 paicha explain 查看".to_owned()
        }
        WaiverFinding::Unused(_) => "问题已经改正的，删去这条豁免".to_owned(),
        WaiverFinding::Refused(rule) => {
            format!(
                "改正数据，删去这条豁免；paicha explain {} 说明怎样改",
                rule.code
            )
        }
        WaiverFinding::RefusedLevel(_) => "删去这一行".to_owned(),
    }
}

fn named(rule: &Rule) -> String {
    format!("{}（{}）", rule.name, rule.code)
}
