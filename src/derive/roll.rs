//! 在册, and whom the round covers.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::asking::Asking;
use super::reading::{Certainty, any_day, days_of, not_after};
use super::reference::Days;
use super::working::Working;
use crate::model::codes::RuleSet;
use crate::model::date::PartialDate;
use crate::model::member::Member;
use crate::model::noted::Noted;
use crate::model::provenance::Traced;
use crate::model::value::Value;

/// Transfers since this day need a receipt (回执制度, step 2 of the search).
fn receipts_since() -> NaiveDate {
    NaiveDate::from_ymd_opt(2007, 1, 1).expect("a day of the calendar")
}

/// The days on which a member is 在册: from the admission to the branch (or,
/// without one, to the Party) until before transfer, departure or suspension: earliest
/// and latest first day, earliest and latest day on which it is over, each counted from
/// 1 January of the year 1.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct RollPeriod([i32; 4]);

impl RollPeriod {
    /// The period of a member. A date that cannot be read may be any.
    pub fn of(member: Noted<'_, Member>) -> Self {
        Self::until(member, member.suspended())
    }

    /// The period of a member who is suspended on a day, or not at all.
    fn until(member: Noted<'_, Member>, suspended: Option<&Value<PartialDate>>) -> Self {
        let begin = member.entered_branch().or_else(|| member.joined());
        let ends = [
            member.transfer_out().map(|out| out.day()),
            member.departure().map(|departure| departure.day()),
            suspended.map(Some),
        ];
        let ends = ends.into_iter().flatten();
        let ends = ends.map(|day| day.map_or_else(any_day, days_of));
        let end = ends.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1)));
        let begin = begin.map_or_else(any_day, days_of);
        let end = end.unwrap_or((NaiveDate::MAX, NaiveDate::MAX));
        Self([begin.0, begin.1, end.0, end.1].map(|day| day.num_days_from_ce()))
    }

    /// From when to before when he is 在册, on the readings that make it shortest and
    /// longest.
    fn readings(self) -> [(i32, i32); 2] {
        let [begin, latest_begin, end, latest_end] = self.0;
        [(latest_begin, end), (begin, latest_end)]
    }

    /// Whether the member is 在册 on one of the days `from..=to`.
    pub fn meets(&self, from: NaiveDate, to: NaiveDate) -> Certainty {
        let (from, to) = (from.num_days_from_ce(), to.num_days_from_ce());
        let is_on = |(begin, end)| from <= to && begin <= to && from < end && begin < end;
        let [narrow, wide] = self.readings().map(is_on);
        Certainty::from_readings(narrow, wide)
    }

    /// How it comes about that he is 在册 on one of some days.
    fn working(self, on: (NaiveDate, NaiveDate)) -> Option<Working> {
        let [begin, latest_begin, end, latest_end] =
            self.0.map(NaiveDate::from_num_days_from_ce_opt);
        let until = end.zip(latest_end);
        Some(Working::Period {
            from: begin.zip(latest_begin)?,
            until: until.filter(|(end, _)| *end != NaiveDate::MAX),
            is_closed: false,
            on,
        })
    }

    /// Whether there is a day on which both are 在册.
    pub fn overlaps(&self, other: &Self) -> Certainty {
        let meet = |a: (i32, i32), b: (i32, i32)| a.0.max(b.0) < a.1.min(b.1);
        let ([narrow, wide], [other_narrow, other_wide]) = (self.readings(), other.readings());
        Certainty::from_readings(meet(narrow, other_narrow), meet(wide, other_wide))
    }
}

/// 在册 on 排查前基准日.
pub fn on_roll(asking: Asking<'_>) -> Traced<Certainty> {
    asking.traced(|member, days| RollPeriod::of(member).meets(days.baseline(), days.baseline()))
}

/// How 在册 on 排查前基准日 comes about.
pub fn working(asking: Asking<'_>) -> Option<Working> {
    let working = asking
        .traced(|member, days| RollPeriod::of(member).working((days.baseline(), days.baseline())));
    working.value
}

/// How 在册 during the round comes about: the first of what makes a member one of the
/// 排查对象.
pub fn working_of_subject(asking: Asking<'_>) -> Option<Working> {
    let working = asking
        .traced(|member, days| RollPeriod::of(member).working((days.baseline(), days.filled_on())));
    working.value
}

/// One of the 排查对象: 在册 on any day from 排查前基准日 to 填表日期, or
/// transferred out since 2007-01-01 and without receipt on 填表日期. A transfer
/// completed late (补转) counts until the receipt was there on 排查前基准日: such
/// members are in 附件4 (附件7 note 4). By the rules of 2019 also who was suspended
/// before and is lost.
pub fn subject(asking: Asking<'_>) -> Traced<Certainty> {
    let on_roll = asking
        .traced(|member, days| RollPeriod::of(member).meets(days.baseline(), days.filled_on()));
    on_roll
        .or(|| asking.traced(without_receipt))
        .or(|| asking.traced(suspended_before))
}

/// Rules of 2019: lost, suspended by 排查前基准日, and on that day on the roll but for that;
/// so 自行脱党除名 can be decided when two years are over (domain: dispositions).
fn suspended_before(member: Noted<'_, Member>, days: Days<'_>) -> Certainty {
    let (Some(_), Some(suspended)) = (member.lost(), member.suspended()) else {
        return Certainty::No;
    };
    if days.rules() != RuleSet::Of2019 {
        return Certainty::No;
    }
    let period = RollPeriod::until(member, None);
    not_after(Some(suspended), days.baseline()).and(period.meets(days.baseline(), days.baseline()))
}

/// Whether a transfer of a day was made by 填表日期, and needs a receipt.
pub fn transferred(day: Option<&Value<PartialDate>>, days: Days<'_>) -> Certainty {
    let (first, last) = day.map_or_else(any_day, days_of);
    let surely = receipts_since() <= first && last <= days.filled_on();
    let may_be = receipts_since() <= last && first <= days.filled_on();
    Certainty::from_readings(surely, may_be)
}

fn without_receipt(member: Noted<'_, Member>, days: Days<'_>) -> Certainty {
    let Some(out) = member.transfer_out() else {
        return Certainty::No;
    };
    let transferred = transferred(out.day(), days);
    if transferred == Certainty::No {
        return Certainty::No;
    }
    let receipt = out.receipt();
    if receipt.is_none() {
        return transferred;
    }
    let due = [days.filled_on(), days.baseline()];
    let [by_filling, by_baseline] = due.map(|due| not_after(receipt, due));
    // The earlier of the two days settles it for either kind of transfer.
    let received = match by_filling == by_baseline {
        true => by_filling,
        false => match out.late().map(Value::get) {
            Some(Some(true)) => by_baseline,
            Some(Some(false)) | None => by_filling,
            Some(None) => Certainty::Open,
        },
    };
    transferred.and(!received)
}
