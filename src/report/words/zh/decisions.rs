//! Chinese: findings about the round, waivers.

use crate::check::Rule;
use crate::check::finding::{RoundFinding, WaiverFinding};

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
