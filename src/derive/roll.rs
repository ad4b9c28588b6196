//! 在册, and whom the round covers.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::fact::{Fact, Input, Rule};
use super::reading::Certainty;
use super::reference::Reference;
use crate::model::date::PartialDate;
use crate::model::member::{Date, Member};
use crate::model::value::Given as _;

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
    /// The period of a member; `None` where a date that decides is unreadable.
    pub fn of(member: &Member) -> Option<Self> {
        let begin = match &member.entered_branch {
            Some(value) => *value.get()?,
            None => *member.joined.given()?,
        };
        let ends: Vec<PartialDate> = end_dates(member)
            .into_iter()
            .flatten()
            .map(|value| value.get().copied())
            .collect::<Option<_>>()?;
        let first = |day: fn(PartialDate) -> NaiveDate| {
            ends.iter()
                .map(|date| day(*date))
                .min()
                .unwrap_or(NaiveDate::MAX)
        };
        Some(Self {
            begin: (begin.earliest(), begin.latest()),
            end: (first(PartialDate::earliest), first(PartialDate::latest)),
        })
    }

    /// Whether the member is 在册 on one of the days `from..=to`.
    pub fn meets(&self, from: NaiveDate, to: NaiveDate) -> Certainty {
        let meets = |begin: NaiveDate, end: NaiveDate| {
            from <= to && begin <= to && from < end && begin < end
        };
        Certainty::from_readings(
            meets(self.begin.1, self.end.0),
            meets(self.begin.0, self.end.1),
        )
    }

    /// Whether there is a day on which both are 在册.
    pub fn overlaps(&self, other: &Self) -> Certainty {
        let narrow = self.begin.1.max(other.begin.1) < self.end.0.min(other.end.0);
        let wide = self.begin.0.max(other.begin.0) < self.end.1.min(other.end.1);
        Certainty::from_readings(narrow, wide)
    }
}

fn end_dates(member: &Member) -> [Option<&crate::model::value::Value<PartialDate>>; 3] {
    [
        member
            .transfer_out
            .as_ref()
            .and_then(|out| out.day.as_ref()),
        member
            .departure
            .as_ref()
            .and_then(|departure| departure.day.as_ref()),
        member.suspended.as_ref(),
    ]
}

/// 在册 on a day.
pub fn on_roll(member: &Member, day: NaiveDate) -> Fact<Certainty> {
    let value = RollPeriod::of(member).map_or(Certainty::Open, |period| period.meets(day, day));
    Fact {
        value,
        rule: Rule::OnRoll,
        inputs: inputs(member),
    }
}

/// One of the 排查对象: 在册 on any day from 排查前基准日 to 填表日期, or
/// transferred out since 2007-01-01 and without receipt on 填表日期, the day on
/// which the form is filled in. A transfer completed late (补转) counts until the
/// receipt was there on 排查前基准日: such members are in 附件4 (附件7 note 4).
pub fn subject(member: &Member, reference: &Reference, filled_on: NaiveDate) -> Fact<Certainty> {
    let on_roll = RollPeriod::of(member).map_or(Certainty::Open, |period| {
        period.meets(reference.baseline, filled_on)
    });
    let value = on_roll.or(without_receipt(member, reference, filled_on));
    Fact {
        value,
        rule: Rule::Subject,
        inputs: inputs(member),
    }
}

fn without_receipt(member: &Member, reference: &Reference, filled_on: NaiveDate) -> Certainty {
    let Some(out) = &member.transfer_out else {
        return Certainty::No;
    };
    let Some(day) = out.day.given() else {
        return Certainty::Open;
    };
    let since = receipts_since();
    let transferred = Certainty::from_readings(
        since <= day.earliest() && day.latest() <= filled_on,
        since <= day.latest() && day.earliest() <= filled_on,
    );
    let due = match out.late.given() {
        Some(true) => reference.baseline,
        _ => filled_on,
    };
    transferred.and(!received(&out.receipt, due))
}

fn received(receipt: &Date, day: NaiveDate) -> Certainty {
    match receipt {
        None => Certainty::No,
        Some(value) => value.get().map_or(Certainty::Open, |date| {
            Certainty::from_readings(date.latest() <= day, date.earliest() <= day)
        }),
    }
}

fn inputs(member: &Member) -> Vec<Input> {
    let [out, departure, suspended] = end_dates(member);
    let begin = match &member.entered_branch {
        Some(value) => Input::date("进入党支部日期", Some(value)),
        None => Input::date("入党日期", member.joined.as_ref()),
    };
    let receipt = member
        .transfer_out
        .as_ref()
        .and_then(|out| out.receipt.as_ref());
    [
        begin,
        Input::date("转出.日期", out),
        Input::date("转出.回执日期", receipt),
        Input::date("出党.日期", departure),
        Input::date("停止党籍日期", suspended),
    ]
    .into_iter()
    .flatten()
    .collect()
}
