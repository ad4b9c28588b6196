//! 年龄 on 填表日期.

use chrono::{Datelike as _, NaiveDate};

use super::asking::Asking;
use super::reading::Reading;
use super::reference::Days;
use super::working::Working;
use crate::model::codes::AgeMethod;
use crate::model::date::{PartialDate, completed_years};
use crate::model::member::{Member, Relative};
use crate::model::noted::Noted;
use crate::model::provenance::Traced;
use crate::model::value::Given as _;

/// The age of a member, as far as 出生年月 says, and as the ID number completes it:
/// where the first decides already, nothing follows from the second.
#[derive(Clone, Copy, Debug)]
pub struct Age {
    /// By 出生年月 alone.
    pub by_birth: Traced<Option<Reading<i32>>>,
    /// A coarse 出生年月 completed from the ID number where that does not
    /// contradict it.
    pub completed: Traced<Option<Reading<i32>>>,
}

/// The age of a member; `None` without a readable 出生年月.
pub fn age(asking: Asking<'_>) -> Age {
    let by_birth = asking.traced(|member, days| Some(age_of(*member.born().given()?, days)));
    let is_open = matches!(by_birth.value, Some(Reading::Open(..)));
    let completed = match is_open {
        false => by_birth,
        true => asking.traced(|member, days| {
            let born = *member.born().given()?;
            let exact = completed_from_id(member, born);
            Some(age_of(exact.map_or(born, PartialDate::Day), days))
        }),
    };
    Age {
        by_birth,
        completed,
    }
}

/// How the age comes about; none without a readable 出生年月.
pub fn working(asking: Asking<'_>) -> Option<Working> {
    let working = asking.traced(|member, days| {
        let born = *member.born().given()?;
        let born = completed_from_id(member, born).map_or(born, PartialDate::Day);
        Some(Working::Years {
            from: born,
            to: days.filled_on(),
            method: days.age_method(),
            years: age_of(born, days),
        })
    });
    working.value
}

/// The day of birth: the one given, or that of the ID number where it does not
/// contradict a coarse one.
pub fn completed_from_id(member: Noted<'_, Member>, born: PartialDate) -> Option<NaiveDate> {
    let of_id = || {
        let number = member.id_number().given();
        let birth = number.filter(|number| number.is_valid())?.birth()?;
        born.may_be(birth).then_some(birth)
    };
    born.day().or_else(of_id)
}

/// The age of somebody else: by the date of birth where that is given, else as it is
/// written.
pub fn age_of_relative(relative: Noted<'_, Relative>, days: Days<'_>) -> Option<Reading<i32>> {
    match relative.born() {
        Some(born) => Some(age_of(*born.get()?, days)),
        None => relative.age().given().copied().map(Reading::Known),
    }
}

fn age_of(born: PartialDate, days: Days<'_>) -> Reading<i32> {
    let (day, method) = (days.filled_on(), days.age_method());
    let years = |birth: NaiveDate| match method {
        AgeMethod::Completed => completed_years(birth, day),
        AgeMethod::YearDifference => day.year() - birth.year(),
    };
    let (youngest, oldest) = (years(born.latest()), years(born.earliest()));
    Reading::over([youngest.max(0), oldest.max(0)]).expect("two values")
}
