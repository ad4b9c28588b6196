//! 预备期 is a year, from 1977-08-12 on (domain: 党龄). What is told of a confirmation is
//! so on every reading of both dates. Before 1969-04-01 预备期 varied by period and class:
//! nothing is checked.

use crate::check::prelude::*;
use crate::derive::standing::probation_from;
use crate::model::date::{PartialDate, add_months};

rule! {
    /// Confirmed before a year was over.
    ConfirmedEarly {
        /// The first day of full membership.
        due: NaiveDate,
    } = E0311 "转正早于预备期满" Error, waivable, member;
    zh "转正时预备期还不满一年"
       { format!("预备期满是{}；对照档案核对入党和转正的日期", day(*due)) };
    en "confirmed before a year of 预备期 was over"
       "预备期 is over on {due}; check both dates";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(told(case, is_early, |due| ConfirmedEarly { due }));
}

/// Whether a year is not over. Confirmation before admission is out of order altogether.
pub fn is_early(joined: PartialDate, confirmed: PartialDate) -> bool {
    let is_checked = joined.earliest() >= probation_from();
    let is_later = confirmed.latest() >= joined.earliest();
    is_checked && is_later && confirmed.latest() < due(joined.earliest())
}

/// The first day of full membership of who is admitted on a day.
pub fn due(joined: NaiveDate) -> NaiveDate {
    add_months(joined, 12)
}

/// What is found where a confirmation is so, made of the day it was due.
pub fn told<F: Into<Finding>>(
    case: &Case<'_>,
    is_so: fn(PartialDate, PartialDate) -> bool,
    of: fn(NaiveDate) -> F,
) -> Option<Diagnostic> {
    let (joined, confirmed) = (
        case.member.joined.as_ref()?,
        case.member.confirmed.as_ref()?,
    );
    let day = *joined.get()?;
    is_so(day, *confirmed.get()?).then(|| case.compared(of(due(day.earliest())), confirmed, joined))
}
