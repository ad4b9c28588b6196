//! 流动: away from the branch within the period that is counted.

use chrono::NaiveDate;

use super::fact::{Fact, Input, Rule};
use super::reading::Certainty;
use super::reference::Reference;
use super::roll::{RollPeriod, subject};
use crate::model::member::Member;
use crate::model::value::Given as _;

/// Whether [流出日期, 返回日期 or open] meets [流动统计起始日, 填表日期 of 附件2] and
/// the member is 在册 on a day of that overlap. Only the 排查对象 count, so that
/// 附件1, 附件2 and the 补充资料 of 附件6 agree.
pub fn away(member: &Member, reference: &Reference) -> Fact<Certainty> {
    let subject = subject(member, reference, reference.registers.away).value;
    let block = member.away.as_ref();
    let inputs = [
        Input::date("流动.流出日期", block.and_then(|away| away.left.as_ref())),
        Input::date("流动.返回日期", block.and_then(|away| away.back.as_ref())),
    ];
    let inputs = inputs.into_iter().flatten().collect();
    Fact {
        value: subject.and(certainty(member, reference)),
        rule: Rule::Away,
        inputs,
    }
}

fn certainty(member: &Member, reference: &Reference) -> Certainty {
    let Some(away) = &member.away else {
        return Certainty::No;
    };
    let (Some(left), Some(period)) = (away.left.given(), RollPeriod::of(member)) else {
        return Certainty::Open;
    };
    let (back_low, back_high) = match &away.back {
        None => (NaiveDate::MAX, NaiveDate::MAX),
        Some(value) => match value.get() {
            Some(back) => (back.earliest(), back.latest()),
            None => return Certainty::Open,
        },
    };
    let meets = |left: NaiveDate, back: NaiveDate| {
        period.meets(
            left.max(reference.away_from),
            back.min(reference.registers.away),
        )
    };
    let narrow = meets(left.latest(), back_low);
    let wide = meets(left.earliest(), back_high);
    match (narrow, wide) {
        (Certainty::Yes, _) => Certainty::Yes,
        (_, Certainty::No) => Certainty::No,
        _ => Certainty::Open,
    }
}
