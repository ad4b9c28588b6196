//! 失去联系: lost time, and the registers 附件3, 附件4, 附件5.

use chrono::NaiveDate;

use super::fact::{Fact, Input, Rule};
use super::reading::{Certainty, Reading};
use super::reference::Reference;
use super::roll::subject;
use crate::model::codes::SearchResult;
use crate::model::date::{PartialDate, completed_months};
use crate::model::member::{Lost, Member};
use crate::model::value::Given as _;

/// Who has had no contact for this many completed months is lost.
const LOST_AFTER: i32 = 6;

/// What follows from a 失联 block.
#[derive(Clone, Debug)]
pub struct LostFacts {
    /// Completed months from the last contact to 联系查找结束日.
    pub months: Fact<Reading<i32>>,
    /// Row of 附件3.
    pub lost_before: Fact<Certainty>,
    /// Row of 附件4.
    pub found: Fact<Certainty>,
    /// Row of 附件5.
    pub not_found: Fact<Certainty>,
    /// Lost for six months at the end of the search, whatever its outcome.
    pub lost_after: Certainty,
    /// Outcome of the search; 查找中 where none is given.
    pub result: SearchResult,
}

/// The facts of a member's 失联 block; `None` without a block or without a
/// readable day of last contact. Only the 排查对象 stand in registers.
pub fn lost(member: &Member, reference: &Reference) -> Option<LostFacts> {
    let block = member.lost.as_ref()?;
    let last = last_contact(block)?;
    let months_on = |day: NaiveDate| {
        Reading::over(last.iter().map(|last| completed_months(*last, day))).expect("two readings")
    };
    let is_lost_on = |day: NaiveDate| months_on(day).within(Some(LOST_AFTER), None);
    let subject = |filled_on: NaiveDate| subject(member, reference, filled_on).value;
    let days = reference.registers;
    let result = block
        .result
        .given()
        .copied()
        .unwrap_or(SearchResult::Searching);
    let in_time = found_by(block, reference.search_ended);
    let (found, not_found) = match result {
        SearchResult::Searching => (Certainty::No, Certainty::No),
        SearchResult::NotFound => (Certainty::No, Certainty::Yes),
        SearchResult::Found => (in_time, !in_time),
    };
    let is_lost_before = is_lost_on(reference.baseline);
    let is_lost_after = is_lost_on(reference.search_ended);
    let times = inputs(block);
    let outcome: Vec<Input> = times
        .iter()
        .copied()
        .chain(Input::of("失联.结果", block.result.as_ref()))
        .chain(Input::date("失联.取得联系日期", block.found.as_ref()))
        .collect();
    Some(LostFacts {
        months: Fact {
            value: months_on(reference.search_ended),
            rule: Rule::LostTime,
            inputs: times.clone(),
        },
        lost_before: Fact {
            value: subject(days.lost).and(is_lost_before),
            rule: Rule::RegisterLost,
            inputs: times,
        },
        found: Fact {
            value: subject(days.found).and(is_lost_before).and(found),
            rule: Rule::RegisterFound,
            inputs: outcome.clone(),
        },
        not_found: Fact {
            value: subject(days.not_found).and(not_found).and(is_lost_after),
            rule: Rule::RegisterNotFound,
            inputs: outcome,
        },
        lost_after: subject(days.not_found).and(is_lost_after),
        result,
    })
}

/// The earliest and the latest reading of the last contact: the later of 最后
/// 组织生活 and 最后交纳党费.
fn last_contact(block: &Lost) -> Option<[NaiveDate; 2]> {
    let dates: Vec<PartialDate> = [&block.last_meeting, &block.last_dues]
        .into_iter()
        .flatten()
        .map(|value| value.get().copied())
        .collect::<Option<_>>()?;
    let latest = |day: fn(PartialDate) -> NaiveDate| dates.iter().map(|date| day(*date)).max();
    Some([latest(PartialDate::earliest)?, latest(PartialDate::latest)?])
}

fn found_by(block: &Lost, day: NaiveDate) -> Certainty {
    block.found.given().map_or(Certainty::Open, |found| {
        Certainty::from_readings(found.latest() <= day, found.earliest() <= day)
    })
}

fn inputs(block: &Lost) -> Vec<Input> {
    let meeting = Input::date("失联.最后组织生活", block.last_meeting.as_ref());
    let dues = Input::date("失联.最后交纳党费", block.last_dues.as_ref());
    meeting.into_iter().chain(dues).collect()
}
