//! English: findings about the round, waivers.

use crate::check::Rule;
use crate::check::finding::{RoundFinding, WaiverFinding};

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
