//! Chinese.

mod decisions;

use crate::check::finding::Blame;
use crate::check::{Finding, Lang};
use crate::expression::{Comparison, Side};
use crate::model::code::Code as _;
use crate::model::codes::{Occupation, OrganisationClass};
use crate::tabulate::relations::{Broken, BrokenRelation};
use crate::tabulate::reported::ReportFaultKind;

pub fn message(finding: &Finding) -> String {
    match finding {
        Finding::Of(violation) => violation.message(Lang::Zh),
        Finding::NoLastContact => {
            "失联党员要写“最后组织生活”或“最后交纳党费”，两项都没有".to_owned()
        }
        Finding::NoFoundDate => "结果是“已取得联系”，却没有“取得联系日期”".to_owned(),
        Finding::StillSearching { over: true, given } => match given {
            true => "联系查找已经结束，结果还是“查找中”".to_owned(),
            false => "联系查找已经结束，还没有写“结果”".to_owned(),
        },
        Finding::StillSearching { over: false, .. } => {
            "尚在查找，查找结束后要写明“结果”".to_owned()
        }
        Finding::NoOccupation => "失联党员要写“职业”（附件3 的八类之一）".to_owned(),
        Finding::NoReason => "情形⑦“其他”要在失联的“备注”里注明具体原因".to_owned(),
        Finding::InNoRegister => {
            "有“失联”一栏，但不在附件3、4、5 的任何一张表里：失联不满 6 个月，或已不在册".to_owned()
        }
        Finding::LostDuringSearch => "到查找结束才满 6 个月：列入附件5，不列入附件3".to_owned(),
        Finding::LateDisposition => "处置日期晚于附件7 的填表日期，本次不计入".to_owned(),
        Finding::DispositionOutside => "该党员不在附件4、附件5 里，处置不计入附件7".to_owned(),
        Finding::Undecided {
            form,
            column,
            missing,
        } => undecided(form, column.as_deref(), missing.as_deref()),
        Finding::BothReadings { fact, shown } => {
            format!("日期不够细，{fact}有两种读数，打印为“{shown}”")
        }
        Finding::NoClass => "党支部要写“党组织类别”（附件3 的九类之一）".to_owned(),
        Finding::UnknownForm { form, .. } => format!("填表日期里的“{form}”不是哪张表的编号"),
        Finding::Reported(form, kind) => reported(form, kind),
        Finding::Checksum => "校验和与数字不符：上报以后有人改过".to_owned(),
        Finding::ReportedDay => "上报数字的填表日期与本次排查的不同".to_owned(),
        Finding::Relation {
            form,
            broken,
            blame,
            ..
        } => relation(form, broken, blame),
        Finding::Decision(finding) => decisions::decision(finding),
        Finding::Round(finding) => decisions::round(finding),
        Finding::Waiver(finding) => decisions::waiver(finding),
    }
}

pub fn help(finding: &Finding) -> Option<String> {
    let text = match finding {
        Finding::Of(violation) => return violation.help(Lang::Zh),
        Finding::NoFoundDate => "补写“取得联系日期: 年-月-日”".to_owned(),
        Finding::StillSearching { .. } => "写“已取得联系”或“无法取得联系”".to_owned(),
        Finding::InNoRegister => {
            "核对最后联系和转出、出党、停止党籍的日期；确实不用列入的，删去“失联”一栏".to_owned()
        }
        Finding::Undecided { missing: None, .. } => "把日期写到日，例如 1965-03-12".to_owned(),
        Finding::Undecided {
            missing: Some(key), ..
        } => format!("补写“{key}”"),
        Finding::BothReadings { .. } => "查到确切日期后写到日".to_owned(),
        Finding::Relation {
            blame, is_warning, ..
        } => match (blame, is_warning) {
            (Blame::Figures, _) => "核对这个单位上报的数字",
            (Blame::Form(_), _) => "核对各列的条件；关系写错了的，改“关系”",
            (Blame::Program, true) => "数字无误的不用改：转出后没有回执的失联党员算失联，不算在册",
            (Blame::Program, false) => "这是软件的错误，请把这条消息告诉软件维护人",
        }
        .to_owned(),
        Finding::LostDuringSearch => "日期无误的不用改".to_owned(),
        Finding::LateDisposition => "核对日期；附件7 填得更晚的，改“填表日期”里的附件7".to_owned(),
        Finding::DispositionOutside => {
            "核对“失联”的日期和结果；不是失联党员的，删去处置".to_owned()
        }
        Finding::ReportedDay => "核对日期；确是另一天统计的，请上报单位重报".to_owned(),
        Finding::NoLastContact => "补写其中一项，例如“最后交纳党费: 2012-06-30”".to_owned(),
        Finding::NoOccupation => listed("职业", Occupation::WORDS),
        Finding::NoClass => listed("党组织类别", OrganisationClass::WORDS),
        Finding::NoReason => "在“失联”里补写“备注: …”".to_owned(),
        Finding::UnknownForm { known, .. } => format!("可写：默认、{}", known.join("、")),
        Finding::Reported(_, ReportFaultKind::EmptyCell) => "删去这一项".to_owned(),
        Finding::Reported(form, ReportFaultKind::NoTable) => {
            format!("在“其他表”里写 {form}: {{行: …}}；这张表里没有人的，写 {form}: {{行: {{}}}}")
        }
        Finding::Checksum => "请上报单位重报；确要手工改数字的，删去“校验和”一行".to_owned(),
        Finding::Decision(finding) => return decisions::decision_help(finding),
        Finding::Round(finding) => decisions::round_help(finding),
        Finding::Waiver(finding) => decisions::waiver_help(finding),
        _ => return None,
    };
    Some(text)
}

fn listed(key: &str, words: &[&str]) -> String {
    format!("补写“{key}: …”；可写：{}", words.join("、"))
}

fn undecided(form: &str, column: Option<&str>, missing: Option<&str>) -> String {
    match (missing, column) {
        (Some(key), Some(column)) => format!("缺少“{key}”，无法计入{form}的“{column}”一列"),
        (Some(key), None) => format!("缺少“{key}”，无法判定是否列入{form}"),
        (None, None) => format!("日期不够细，无法判定是否列入{form}"),
        (None, Some(column)) => format!("日期不够细，{form}的“{column}”一列无法判定"),
    }
}

fn reported(form: &str, kind: &ReportFaultKind) -> String {
    match kind {
        ReportFaultKind::UnknownRow(row) => format!("{form}没有“{row}”这一行"),
        ReportFaultKind::UnknownColumn(column) => format!("{form}没有“{column}”这一列"),
        ReportFaultKind::UnknownCount(name) => format!("{form}没有“{name}”这一项"),
        ReportFaultKind::OutOfRange => "人数要在 0 到 1000000 之间".to_owned(),
        ReportFaultKind::NoTable => format!("上报的数字里没有“{form}”"),
        ReportFaultKind::EmptyCell => format!("{form}的这一格只在合计行填写"),
    }
}

fn relation(form: &str, broken: &Broken, blame: &Blame) -> String {
    let Broken {
        relation,
        row,
        column,
        left: (left_side, left),
        comparison,
        right: (right_side, right),
        values,
    } = broken;
    let form = match blame {
        Blame::Form(unit) => format!("{form}的{unit}，"),
        Blame::Figures | Blame::Program => form.to_owned(),
    };
    let row_of = match row.is_empty() {
        true => String::new(),
        false => format!("“{row}”行"),
    };
    match relation {
        BrokenRelation::Declared(_, written) => {
            let column = match column.is_empty() {
                true => String::new(),
                false => format!("“{column}”列"),
            };
            let place = match format!("{row_of}{column}").as_str() {
                "" => "：".to_owned(),
                place => format!("{place}："),
            };
            let sides = (side(left_side), side(right_side));
            let compared = match comparison {
                Comparison::Equal => format!("{} {left}，{} {right}，应相等", sides.0, sides.1),
                Comparison::AtMost | Comparison::Less => {
                    format!("{} {left} 多于{} {right}", sides.0, sides.1)
                }
                Comparison::AtLeast | Comparison::More => {
                    format!("{} {left} 少于{} {right}", sides.0, sides.1)
                }
                Comparison::Unequal => format!("{} {left}，{} {right}", sides.0, sides.1),
            };
            match blame {
                Blame::Form(_) => {
                    let row = match row.is_empty() {
                        true => String::new(),
                        false => format!("“{row}”一行："),
                    };
                    let values = values
                        .iter()
                        .map(|(name, figure)| format!("{name} {figure}"));
                    let values: Vec<String> = values.collect();
                    format!(
                        "{form}{row}{column}{written} 不成立（{}）",
                        values.join("、")
                    )
                }
                Blame::Figures | Blame::Program => format!("{form}{place}{compared}"),
            }
        }
        BrokenRelation::TotalOfRows => {
            format!("{form}“{column}”列：合计 {left}，各行之和 {right}，应相等")
        }
        BrokenRelation::Reconciled(name) => {
            let (parts, all) = (names(left_side, "、"), names(right_side, " 与"));
            format!("{form}{name}：{parts}共 {left} 人，{all}共 {right} 行，应相等")
        }
        BrokenRelation::SumOfBelow => {
            format!("{form}{row_of}“{column}”列：本级 {left}，下级之和 {right}，应相等")
        }
    }
}

fn names(side: &Side, between: &str) -> String {
    match side {
        Side::Names(names) => {
            let mut joined = names.join(between);
            if between.starts_with(' ') {
                joined.push(' ');
            }
            joined
        }
        other => self::side(other),
    }
}

/// One side of a comparison.
fn side(side: &Side) -> String {
    let quoted = |name: &str| match name.contains('/') {
        true => format!("“{name}”"),
        false => name.to_owned(),
    };
    match side {
        Side::None => String::new(),
        Side::Name(name) => quoted(name),
        Side::Total(head) => format!("“{head}”各列之和"),
        Side::Rows(form) => format!("{form}的行数"),
        Side::Names(names) => {
            let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
            format!("{}之和", names.join("、"))
        }
    }
}
