//! 在册, and whom the round covers.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::asking::Asking;
use super::reading::{Certainty, any_day, days_of, not_after};
use super::reference::Days;
use crate::model::member::Member;
use crate::model::noted::Noted;
use crate::model::provenance::Traced;
use crate::model::value::Value;

/// Transfers since this day need a receipt (回执制度, step 2 of the search).
fn receipts_since() -> NaiveDate {
    NaiveDate::from_ymd_opt(2007, 1, 1).expect("a day of the calendar")
}

/// The days on which a member is 在册: from the admission to the branch (or,
/// without one, to the Party) until before transfer, departure or suspension.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(into = "[i32; 4]", from = "[i32; 4]")]
pub struct RollPeriod {
    /// Earliest and latest first day.
    begin: (NaiveDate, NaiveDate),
    /// Earliest and latest day on which it is over.
    end: (NaiveDate, NaiveDate),
}

/// As days counted from 1 January of the year 1.
impl From<RollPeriod> for [i32; 4] {
    fn from(period: RollPeriod) -> Self {
        let RollPeriod { begin, end } = period;
        [begin.0, begin.1, end.0, end.1].map(|day| day.num_days_from_ce())
    }
}

impl From<[i32; 4]> for RollPeriod {
    fn from(days: [i32; 4]) -> Self {
        let day = |day| NaiveDate::from_num_days_from_ce_opt(day).unwrap_or(NaiveDate::MAX);
        let [begin, latest, end, latest_end] = days.map(day);
        Self {
            begin: (begin, latest),
            end: (end, latest_end),
        }
    }
}

impl RollPeriod {
    /// The period of a member. A date that cannot be read may be any.
    pub fn of(member: Noted<'_, Member>) -> Self {
        let begin = member.entered_branch().or_else(|| member.joined());
        let ends = [
            member.transfer_out().map(|out| out.day()),
            member.departure().map(|departure| departure.day()),
            member.suspended().map(Some),
        ];
        let ends = ends.into_iter().flatten();
        let ends: Vec<_> = ends.map(|day| day.map_or_else(any_day, days_of)).collect();
        let first = |days: fn(&(NaiveDate, NaiveDate)) -> NaiveDate| {
            ends.iter().map(days).min().unwrap_or(NaiveDate::MAX)
        };
        Self {
            begin: begin.map_or_else(any_day, days_of),
            end: (first(|days| days.0), first(|days| days.1)),
        }
    }

    /// Whether the member is 在册 on one of the days `from..=to`.
    pub fn meets(&self, from: NaiveDate, to: NaiveDate) -> Certainty {
        let meets = |begin: NaiveDate, end: NaiveDate| {
            from <= to && begin <= to && from < end && begin < end
        };
        let narrow = meets(self.begin.1, self.end.0);
        Certainty::from_readings(narrow, meets(self.begin.0, self.end.1))
    }

    /// Whether there is a day on which both are 在册.
    pub fn overlaps(&self, other: &Self) -> Certainty {
        let narrow = self.begin.1.max(other.begin.1) < self.end.0.min(other.end.0);
        let wide = self.begin.0.max(other.begin.0) < self.end.1.min(other.end.1);
        Certainty::from_readings(narrow, wide)
    }
}

/// 在册 on a day.
pub fn on_roll(asking: Asking<'_>, day: for<'a> fn(Days<'a>) -> NaiveDate) -> Traced<Certainty> {
    asking.traced(|member, days| {
        let day = day(days);
        RollPeriod::of(member).meets(day, day)
    })
}

/// One of the 排查对象: 在册 on any day from 排查前基准日 to 填表日期, or
/// transferred out since 2007-01-01 and without receipt on 填表日期. A transfer
/// completed late (补转) counts until the receipt was there on 排查前基准日: such
/// members are in 附件4 (附件7 note 4).
pub fn subject(asking: Asking<'_>) -> Traced<Certainty> {
    let on_roll = asking
        .traced(|member, days| RollPeriod::of(member).meets(days.baseline(), days.filled_on()));
    on_roll.or(|| asking.traced(without_receipt))
}

fn without_receipt(member: Noted<'_, Member>, days: Days<'_>) -> Certainty {
    let Some(out) = member.transfer_out() else {
        return Certainty::No;
    };
    let (first, last) = out.day().map_or_else(any_day, days_of);
    let transferred = |day: NaiveDate| receipts_since() <= day && day <= days.filled_on();
    // What may be is between the first and the last day.
    let may_be = receipts_since() <= last && first <= days.filled_on();
    let transferred = Certainty::from_readings(transferred(first) && transferred(last), may_be);
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
