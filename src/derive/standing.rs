//! 党龄 and 预备党员.

use chrono::NaiveDate;

use super::fact::{Fact, Input, Rule};
use super::reading::{Certainty, Reading};
use crate::model::date::completed_months;
use crate::model::member::Member;
use crate::model::value::Given as _;

/// Years and months as a member, or as a probationer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// 预备党员 on the day.
    pub probationer: Certainty,
    /// Completed months of 党龄 with the correction, at least 0; 0 for a
    /// probationer.
    pub months: Reading<i32>,
}

impl Standing {
    /// Completed years of 党龄.
    pub fn years(self) -> Reading<i32> {
        self.months.map(|months| months / 12)
    }
}

/// From this day on there was no 预备期 (九大党章) …
pub fn no_probation_from() -> NaiveDate {
    NaiveDate::from_ymd_opt(1969, 4, 1).expect("a day of the calendar")
}

/// … until it was brought back (十一大党章).
pub fn probation_from() -> NaiveDate {
    NaiveDate::from_ymd_opt(1977, 8, 12).expect("a day of the calendar")
}

/// The standing of a member on a day; `None` without a readable 入党日期, or
/// with an unreadable 转正日期.
pub fn standing(member: &Member, day: NaiveDate) -> Option<Fact<Standing>> {
    let joined = *member.joined.given()?;
    let confirmed = match &member.confirmed {
        Some(value) => Some(*value.get()?),
        None => None,
    };
    let correction = member.standing_correction.given().copied().unwrap_or(0);
    let borders = [no_probation_from(), probation_from()];
    let borders = borders
        .into_iter()
        .flat_map(|day| [day.pred_opt(), Some(day)])
        .flatten();
    // What is counted jumps at the borders of the periods.
    let joined_on: Vec<NaiveDate> = [joined.earliest(), joined.latest()]
        .into_iter()
        .chain(borders.filter(|day| joined.may_be(*day)))
        .collect();
    let confirmed_on = match confirmed {
        Some(date) => vec![Some(date.earliest()), Some(date.latest())],
        None => vec![None],
    };
    let counted: Vec<Option<i32>> = joined_on
        .into_iter()
        .flat_map(|joined| {
            confirmed_on
                .iter()
                .map(move |confirmed| begin(joined, *confirmed, day))
        })
        .map(|begin| {
            begin.map(|begin| {
                completed_months(begin, day)
                    .saturating_add(correction)
                    .max(0)
            })
        })
        .collect();
    let probationers = counted.iter().filter(|months| months.is_none()).count();
    let probationer = Certainty::from_readings(probationers == counted.len(), probationers > 0);
    let months = Reading::over(counted.iter().map(|months| months.unwrap_or(0)))?;
    let rule = match (
        probationer,
        joined.latest() < probation_from() && joined.earliest() >= no_probation_from(),
    ) {
        (Certainty::Yes, _) => Rule::Probationer,
        (_, true) => Rule::StandingFromAdmission,
        (_, false) => Rule::StandingFromConfirmation,
    };
    let inputs = [
        Input::date("入党日期", member.joined.as_ref()),
        Input::date("转正日期", member.confirmed.as_ref()),
        Input::of("党龄校正月数", member.standing_correction.as_ref()),
    ];
    let inputs = inputs.into_iter().flatten().collect();
    Some(Fact {
        value: Standing {
            probationer,
            months,
        },
        rule,
        inputs,
    })
}

/// The day from which 党龄 counts; `None` for a probationer.
fn begin(joined: NaiveDate, confirmed: Option<NaiveDate>, day: NaiveDate) -> Option<NaiveDate> {
    if joined >= probation_from() {
        confirmed.filter(|confirmed| *confirmed <= day)
    } else if joined >= no_probation_from() {
        Some(joined)
    } else {
        Some(confirmed.unwrap_or(joined))
    }
}
