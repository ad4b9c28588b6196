//! 失去联系: lost time, and who is lost, found again, not found (domain: 失去联系).

use chrono::NaiveDate;

use super::asking::Asking;
use super::reading::{Certainty, Reading, any_day, days_of, not_after};
use super::reference::Days;
use super::roll::subject;
use super::working::Working;
use crate::model::codes::SearchResult;
use crate::model::date::{PartialDate, completed_months};
use crate::model::member::{Lost, Member};
use crate::model::noted::Noted;
use crate::model::provenance::Traced;
use crate::model::value::{Given as _, Value};

/// Who has had no contact for this many completed months is lost.
const LOST_AFTER: i32 = 6;

/// What follows from a 失联 block. Only the 排查对象 are lost. Who has died or left by the
/// end of the search is no member to be found: he stays 失联 and is neither of the others.
#[derive(Clone, Copy, Debug)]
pub struct LostFacts {
    /// Completed months from the last contact to 联系查找结束日; `None` without a
    /// block or without a readable day of last contact.
    pub months: Traced<Option<Reading<i32>>>,
    /// 失联党员: lost before the round (附件3).
    pub lost_before: Traced<Certainty>,
    /// 取得联系党员: found again during the search (附件4 note 2).
    pub found: Traced<Certainty>,
    /// 无法取得联系党员: not found by the end of the search (附件5 note 2).
    pub not_found: Traced<Certainty>,
    /// A member lost for six months at the end of the search, whatever its outcome.
    pub lost_after: Traced<Certainty>,
    /// 出党 by the end of the search.
    pub departed: Traced<Certainty>,
}

/// The facts of a member's 失联 block.
pub fn lost(asking: Asking<'_>) -> LostFacts {
    let is_lost = |on: fn(Days<'_>) -> NaiveDate| {
        let lost = asking.traced(|member, days| match member.lost() {
            None => Certainty::No,
            Some(block) => months(block, on(days)).within(Some(LOST_AFTER), None),
        });
        lost.and(|| subject(asking))
    };
    let lost_before = is_lost(|days| days.baseline());
    let lost_after = is_lost(|days| days.search_ended());
    let departed = asking.traced(|member, days| match member.departure() {
        None => Certainty::No,
        Some(departure) => not_after(departure.day(), days.search_ended()),
    });
    let lost_after = lost_after.and(|| !departed);
    let found_in_time = || asking.traced(found_in_time);
    LostFacts {
        months: asking.traced(|member, days| {
            let block = member.lost()?;
            let mut given = contacts(block).peekable();
            given.peek()?;
            let is_read = given.all(|contact| contact.get().is_some());
            is_read.then(|| months(block, days.search_ended()))
        }),
        lost_before,
        found: lost_before.and(|| !departed).and(found_in_time),
        not_found: lost_after.and(|| asking.traced(searched).and(|| !found_in_time())),
        lost_after,
        departed,
    }
}

/// Completed months from the last contact, the later of 最后组织生活 and 最后交纳党费,
/// to a day.
fn months(block: Noted<'_, Lost>, day: NaiveDate) -> Reading<i32> {
    let (first, last) = last_contact(block).unwrap_or_else(any_day);
    Reading::over([first, last].map(|last| completed_months(last, day))).expect("two readings")
}

/// The first and the last day on which the last contact can have been.
fn last_contact(block: Noted<'_, Lost>) -> Option<(NaiveDate, NaiveDate)> {
    let contacts = contacts(block).map(days_of);
    contacts.reduce(|a, b| (a.0.max(b.0), a.1.max(b.1)))
}

/// How the months without contact before the round come about.
pub fn working_before(asking: Asking<'_>) -> Option<Working> {
    working_to(asking, |days| days.baseline())
}

/// How the months without contact at the end of the search come about.
pub fn working(asking: Asking<'_>) -> Option<Working> {
    working_to(asking, |days| days.search_ended())
}

fn working_to(asking: Asking<'_>, to: fn(Days<'_>) -> NaiveDate) -> Option<Working> {
    let working = asking.traced(|member, days| {
        let block = member.lost()?;
        Some(Working::Months {
            from: last_contact(block)?,
            to: to(days),
            correction: 0,
            months: months(block, to(days)),
        })
    });
    working.value
}

/// 最后组织生活 and 最后交纳党费.
fn contacts(block: Noted<'_, Lost>) -> impl Iterator<Item = &Value<PartialDate>> {
    let contacts = [block.last_meeting(), block.last_dues()];
    contacts.into_iter().flatten()
}

/// Whether a search came to a result: open where that cannot be read, or the search is
/// over and nothing is said of it.
fn searched(member: Noted<'_, Member>, days: Days<'_>) -> Certainty {
    let Some(block) = member.lost() else {
        return Certainty::No;
    };
    match block.result().map(Value::get) {
        Some(Some(SearchResult::Found | SearchResult::NotFound)) => Certainty::Yes,
        Some(Some(SearchResult::Searching)) | None if days.filled_on() <= days.search_ended() => {
            Certainty::No
        }
        _ => Certainty::Open,
    }
}

/// 已取得联系, by 联系查找结束日.
fn found_in_time(member: Noted<'_, Member>, days: Days<'_>) -> Certainty {
    let searched = searched(member, days);
    let Some(block) = member.lost().filter(|_| searched.is_yes()) else {
        return searched;
    };
    match block.result().given() {
        Some(SearchResult::Found) => not_after(block.found(), days.search_ended()),
        _ => Certainty::No,
    }
}
