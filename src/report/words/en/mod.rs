//! English.

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
        Finding::Of(violation) => violation.message(Lang::En),
        Finding::NoLastContact => "a lost member needs 最后组织生活 or 最后交纳党费".to_owned(),
        Finding::NoFoundDate => "已取得联系 without 取得联系日期".to_owned(),
        Finding::StillSearching { over: true, given } => match given {
            true => "the search is over, but 结果 is still 查找中".to_owned(),
            false => "the search is over, but 结果 is not given".to_owned(),
        },
        Finding::StillSearching { over: false, .. } => "the search is not over yet".to_owned(),
        Finding::NoOccupation => "a lost member needs 职业 (one of the eight of 附件3)".to_owned(),
        Finding::NoReason => "情形 ⑦ 其他 needs its reason in 失联.备注".to_owned(),
        Finding::InNoRegister => {
            "has a 失联 block but stands in none of 附件3, 4, 5 by its dates".to_owned()
        }
        Finding::LostDuringSearch => {
            "lost for six months only at the end of the search: in 附件5, not in 附件3".to_owned()
        }
        Finding::LateDisposition => "dated after 附件7 is filled in: not counted".to_owned(),
        Finding::DispositionOutside => {
            "the member is in neither 附件4 nor 附件5: not counted".to_owned()
        }
        Finding::Undecided {
            form,
            column,
            missing,
        } => match (missing, column) {
            (Some(key), Some(column)) => format!("“{key}” is missing for “{column}” of {form}"),
            (Some(key), None) => format!("“{key}” is missing to decide on a row of {form}"),
            (None, None) => format!("a date is too coarse to decide on a row of {form}"),
            (None, Some(column)) => {
                format!("a date is too coarse to decide “{column}” of {form}")
            }
        },
        Finding::BothReadings { fact, shown } => {
            format!("a date is too coarse: {fact} is printed with both readings, {shown}")
        }
        Finding::NoClass => "a branch needs 党组织类别".to_owned(),
        Finding::UnknownForm { form, .. } => format!("填表日期 names “{form}”, which is no form"),
        Finding::Reported(form, kind) => reported(form, kind),
        Finding::Checksum => {
            "the checksum does not fit: the figures were changed after they were handed in"
                .to_owned()
        }
        Finding::ReportedDay => {
            "the figures were filled in on another day than this round".to_owned()
        }
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
        Finding::Of(violation) => return violation.help(Lang::En),
        Finding::NoFoundDate => "add 取得联系日期".to_owned(),
        Finding::StillSearching { .. } => "change it to 已取得联系 or 无法取得联系".to_owned(),
        Finding::InNoRegister => "check the dates of the last contact; drop the block if contact was not lost".to_owned(),
        Finding::Undecided { missing: None, .. } => {
            "give the date to the day, as 1965-03-12".to_owned()
        }
        Finding::Undecided {
            missing: Some(key), ..
        } => format!("add “{key}”"),
        Finding::BothReadings { .. } => "give the date to the day once it is known".to_owned(),
        Finding::Reported(form, ReportFaultKind::NoTable) => format!("add {form}: {{行: …}} to 其他表; if nobody is in it, {form}: {{行: {{}}}}"),
        Finding::Relation { blame, is_warning, .. } => match (blame, is_warning) {
            (Blame::Figures, _) => "check the figures of this unit",
            (Blame::Form(_), _) => "check the conditions of the columns, or correct “关系”",
            (Blame::Program, true) => {
                "nothing to change if the figures are right: lost members without a receipt are not on the roll"
            }
            (Blame::Program, false) => "this is a fault of the program: please report it",
        }
        .to_owned(),
        Finding::NoOccupation => Occupation::WORDS.join(", "),
        Finding::NoClass => OrganisationClass::WORDS.join(", "),
        Finding::UnknownForm { known, .. } => format!("accepted: 默认, {}", known.join(", ")),
        Finding::Decision(finding) => return decisions::decision_help(finding),
        Finding::Round(finding) => decisions::round_help(finding),
        Finding::Waiver(finding) => decisions::waiver_help(finding),
        _ => return None,
    };
    Some(text)
}

fn reported(form: &str, kind: &ReportFaultKind) -> String {
    match kind {
        ReportFaultKind::UnknownRow(row) => format!("{form} has no row “{row}”"),
        ReportFaultKind::UnknownColumn(column) => format!("{form} has no column “{column}”"),
        ReportFaultKind::UnknownCount(name) => format!("{form} has no count “{name}”"),
        ReportFaultKind::OutOfRange => "a count must be between 0 and 1000000".to_owned(),
        ReportFaultKind::NoTable => format!("the figures handed up have none of “{form}”"),
        ReportFaultKind::EmptyCell => {
            format!("this cell of {form} is filled in the total row only")
        }
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
        Blame::Form(unit) => format!("{form} of {unit}"),
        Blame::Figures | Blame::Program => form.to_owned(),
    };
    let place = |name: &str| match name.is_empty() {
        true => String::new(),
        false => format!(", “{name}”"),
    };
    let (row, of_column) = (place(row), place(column));
    match relation {
        BrokenRelation::Declared(_, written) => {
            let sides = (side(left_side), side(right_side));
            let compared = match comparison {
                Comparison::Equal => {
                    format!("{} {left}, {} {right}; they must agree", sides.0, sides.1)
                }
                Comparison::AtMost | Comparison::Less => {
                    format!("{} {left} exceeds {} {right}", sides.0, sides.1)
                }
                Comparison::AtLeast | Comparison::More => {
                    format!("{} {left} is less than {} {right}", sides.0, sides.1)
                }
                Comparison::Unequal => format!("{} {left}, {} {right}", sides.0, sides.1),
            };
            match blame {
                Blame::Form(_) => {
                    let values = values
                        .iter()
                        .map(|(name, figure)| format!("{name} {figure}"));
                    let values = values.collect::<Vec<_>>().join(", ");
                    format!("{form}{row}{of_column}: {written} does not hold ({values})")
                }
                Blame::Figures | Blame::Program => format!("{form}{row}{of_column}: {compared}"),
            }
        }
        BrokenRelation::TotalOfRows => {
            format!("{form}, “{column}”: total {left}, sum of rows {right}; they must agree")
        }
        BrokenRelation::Reconciled(_) => {
            let (parts, all) = (side(left_side), side(right_side));
            format!("{form}: {parts} = {left}, {all} = {right}; they must agree")
        }
        BrokenRelation::SumOfBelow => format!(
            "{form}{row}{of_column}: {left} here, {right} in the organisations below; they must agree"
        ),
    }
}

/// One side of a comparison.
fn side(side: &Side) -> String {
    match side {
        Side::None => String::new(),
        Side::Name(name) => name.clone(),
        Side::Total(head) => format!("sum of “{head}”"),
        Side::Rows(form) => format!("rows of {form}"),
        Side::Names(names) => names.join(" + "),
    }
}
