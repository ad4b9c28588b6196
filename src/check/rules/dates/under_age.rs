//! Who may join is at least 18 years old, as the 党章 of 1982 demands (domain: 党龄).

use crate::check::prelude::*;
use crate::derive::age::completed_from_id;
use crate::model::date::completed_years;
use crate::model::noted::{Noted, Notes};

rule! {
    /// Admitted before the 18th birthday, since 1982-09-06.
    UnderAge {
        /// The age at most.
        age: i32,
    } = E0309 "入党时不满十八周岁" Error, waivable, member;
    zh "入党时 {age} 周岁，不满 18 周岁" "对照《入党志愿书》核对出生年月和入党日期";
    en "admitted at {age}, before the age of 18"
       "compare birth and admission with the application";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(told(case, false, |age| UnderAge { age }));
}

/// Who may join is at least so old.
const AGE: i32 = 18;

/// The 党章 of 1982 demands 18 years.
fn of_age_since() -> NaiveDate {
    NaiveDate::from_ymd_opt(1982, 9, 6).expect("a day of the calendar")
}

/// Under 18 on every reading of both dates, before that day (`early`) or since.
pub fn told<F: Into<Finding>>(
    case: &Case<'_>,
    early: bool,
    of: fn(i32) -> F,
) -> Option<Diagnostic> {
    let (born, joined) = (case.member.born.as_ref()?, case.member.joined.as_ref()?);
    let (birth, day) = (*born.get()?, joined.get()?);
    // A coarse 出生年月 is completed from the ID number.
    let exact = completed_from_id(Noted::on(case.member, &Notes::default()), birth);
    let age = completed_years(exact.unwrap_or(birth.earliest()), day.latest());
    let is_told = (0..AGE).contains(&age) && early == (day.earliest() < of_age_since());
    is_told.then(|| case.compared(of(age), joined, born))
}
