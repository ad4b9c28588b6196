//! 党龄 and 预备党员.

use chrono::NaiveDate;

use super::asking::Asking;
use super::reading::{Certainty, Reading, days_of, span};
use super::working::Working;
use crate::model::date::completed_months;
use crate::model::member::Member;
use crate::model::noted::Noted;
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
    /// Whether a date leaves open what is printed of it.
    pub fn is_open(self) -> bool {
        self.probationer == Certainty::Open || matches!(self.years(), Reading::Open(..))
    }

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

/// Whether a member is 预备党员 on a day: open where 入党日期 is not known.
pub fn probationer(member: Noted<'_, Member>, day: NaiveDate) -> Certainty {
    let Some(begins) = begins(member, day) else {
        return Certainty::Open;
    };
    let mut all = begins.iter();
    Certainty::from_readings(all.all(Option::is_none), begins.contains(&None))
}

/// The standing of a member on a day; `None` where 入党日期 or a correction that matters
/// cannot be read.
pub fn standing(member: Noted<'_, Member>, day: NaiveDate) -> Option<Standing> {
    let probationer = probationer(member, day);
    let begins = begins(member, day)?;
    let counts = begins.iter().flatten().next().is_some();
    let correction = match counts {
        true => correction(member)?,
        false => 0,
    };
    let months = |begin: &Option<NaiveDate>| {
        let months = begin.map(|begin| completed_months(begin, day).saturating_add(correction));
        months.unwrap_or(0).max(0)
    };
    Some(Standing {
        probationer,
        months: Reading::over(begins.iter().map(months))?,
    })
}

/// 党龄校正月数; 0 where there is none, `None` where it cannot be read.
fn correction(member: Noted<'_, Member>) -> Option<i32> {
    let given = member.standing_correction();
    given.map_or(Some(0), |given| given.get().copied())
}

/// How 党龄 comes about; none for who is, or may be, a probationer.
pub fn working(asking: Asking<'_>) -> Option<Working> {
    let working = asking.traced(|member, days| {
        let to = days.filled_on();
        let begins: Option<Vec<_>> = begins(member, to)?.into_iter().collect();
        Some(Working::Months {
            from: span(begins?)?,
            to,
            correction: correction(member)?,
            months: standing(member, to)?.months,
        })
    });
    working.value
}

/// The days from which 党龄 may count, on each reading of the dates; `None` for a
/// probationer. There are none where 入党日期 is not known.
fn begins(member: Noted<'_, Member>, day: NaiveDate) -> Option<Vec<Option<NaiveDate>>> {
    let joined = *member.joined().given()?;
    // What is counted jumps at the borders of the periods.
    let borders = [no_probation_from(), probation_from()].into_iter();
    let borders = borders.flat_map(|day| [day.pred_opt(), Some(day)]);
    let borders = borders.flatten().filter(|day| joined.may_be(*day));
    let joined = [joined.earliest(), joined.latest()].into_iter();
    let mut begins = Vec::new();
    for joined in joined.chain(borders) {
        if (no_probation_from()..probation_from()).contains(&joined) {
            begins.push(Some(joined));
            continue;
        }
        let begin = |confirmed: Option<NaiveDate>| match joined >= probation_from() {
            true => confirmed.filter(|confirmed| *confirmed <= day),
            false => Some(confirmed.unwrap_or(joined)),
        };
        match member.confirmed().map(days_of) {
            Some((first, last)) => begins.extend([Some(first), Some(last)].map(begin)),
            None => begins.push(begin(None)),
        }
    }
    Some(begins)
}
