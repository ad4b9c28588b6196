//! 流动: away from the branch within the period that is counted.

use chrono::NaiveDate;

use super::asking::Asking;
use super::reading::{Certainty, any_day, days_of};
use super::reference::Days;
use super::roll::{RollPeriod, subject};
use super::working::Working;
use crate::model::member::Member;
use crate::model::noted::Noted;
use crate::model::provenance::Traced;

/// Whether [流出日期, 返回日期 or open] meets [流动统计起始日, 填表日期] and the member is
/// 在册 on a day of that overlap. Only the 排查对象 count.
pub fn away(asking: Asking<'_>) -> Traced<Certainty> {
    asking.traced(certainty).and(|| subject(asking))
}

fn certainty(member: Noted<'_, Member>, days: Days<'_>) -> Certainty {
    let Some(away) = member.away() else {
        return Certainty::No;
    };
    let left = away.left().map_or_else(any_day, days_of);
    if left.0 > days.filled_on() {
        return Certainty::No;
    }
    let back = away.back();
    let back = back.map_or((NaiveDate::MAX, NaiveDate::MAX), days_of);
    if back.1 < days.away_from() {
        return Certainty::No;
    }
    let period = RollPeriod::of(member);
    let meets = |left: NaiveDate, back: NaiveDate| {
        period.meets(left.max(days.away_from()), back.min(days.filled_on()))
    };
    let (narrow, wide) = (meets(left.1, back.0), meets(left.0, back.1));
    Certainty::from_readings(narrow.is_yes(), wide != Certainty::No)
}

/// How it comes about that a member is away in the days that count; none without 流动.
pub fn working(asking: Asking<'_>) -> Option<Working> {
    let working = asking.traced(|member, days| {
        let away = member.away()?;
        Some(Working::Period {
            from: days_of(away.left()?),
            until: away.back().map(days_of),
            is_closed: true,
            on: (days.away_from(), days.filled_on()),
        })
    });
    working.value
}
