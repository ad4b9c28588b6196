//! Admission and 预备期 (domain: 党龄): age at joining, time to confirmation.

use chrono::{Days, NaiveDate};

use super::case::Case;
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::LifeFinding;
use crate::derive::Certainty;
use crate::derive::age::completed_from_id;
use crate::derive::standing::{no_probation_from, probation_from};
use crate::model::date::{PartialDate, add_months, completed_years};
use crate::model::noted::{Noted, Notes};
use crate::model::value::Given as _;

/// Who may join is at least so old.
const AGE: i32 = 18;
/// Months of 预备期, and those after which an extension ends.
const PROBATION: i32 = 12;
const EXTENDED: [i32; 2] = [18, 24];
/// A decision may take so many days after 预备期 is over.
const DECISION: Days = Days::new(31);

/// The 党章 of 1982 demands 18 years.
fn of_age_since() -> NaiveDate {
    NaiveDate::from_ymd_opt(1982, 9, 6).expect("a day of the calendar")
}

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(age(case));
    found.extend(confirmation(case));
}

/// Under 18 on every reading of both dates.
fn age(case: &Case<'_>) -> Option<Diagnostic> {
    let (born, joined) = (case.member.born.as_ref()?, case.member.joined.as_ref()?);
    let (birth, day) = (*born.get()?, joined.get()?);
    // A coarse 出生年月 is completed from the ID number.
    let exact = completed_from_id(Noted::on(case.member, &Notes::default()), birth);
    let birth = exact.unwrap_or(birth.earliest());
    let age = completed_years(birth, day.latest());
    if !(0..AGE).contains(&age) {
        return None;
    }
    let early = day.earliest() < of_age_since();
    let diagnostic = case.finding(LifeFinding::UnderAge { age, early }, joined);
    Some(diagnostic.beside(&case.file.path, born, Relationship::Compared))
}

fn confirmation(case: &Case<'_>) -> Option<Diagnostic> {
    let joined = case.member.joined.as_ref()?;
    let Some(confirmed) = case.member.confirmed.as_ref() else {
        return never(case, *joined.get()?).map(|finding| case.finding(finding, joined));
    };
    let finding = unusual(*joined.get()?, *case.member.confirmed.given()?)?;
    let diagnostic = case.finding(finding, confirmed);
    Some(diagnostic.beside(&case.file.path, joined, Relationship::Compared))
}

/// A probationer whose 预备期, even extended, was over on 填表日期. Who left the
/// roll before is not looked at.
fn never(case: &Case<'_>, joined: PartialDate) -> Option<LifeFinding> {
    let own = case.own()?;
    let (facts, filled_on) = (own.facts, own.asking.reference.filled_on.value);
    let over = add_months(joined.latest(), EXTENDED[1]).checked_add_days(DECISION)?;
    let is_over = joined.earliest() >= probation_from() && over < filled_on;
    let due = add_months(joined.earliest(), PROBATION);
    let is_here = facts.subject.value != Certainty::No;
    (is_over && is_here).then_some(LifeFinding::NeverConfirmed { due })
}

/// What is unusual on every reading of both dates. Before 1969-04-01 预备期
/// varied by period and class: nothing is checked.
fn unusual(joined: PartialDate, confirmed: PartialDate) -> Option<LifeFinding> {
    // Confirmation before admission is out of order altogether.
    if confirmed.latest() < joined.earliest() {
        return None;
    }
    if joined.earliest() >= no_probation_from() && joined.latest() < probation_from() {
        return (confirmed.earliest() > joined.latest()).then_some(LifeFinding::NoProbation);
    }
    if joined.earliest() < probation_from() {
        return None;
    }
    let due = add_months(joined.earliest(), PROBATION);
    if confirmed.latest() < due {
        return Some(LifeFinding::ConfirmedEarly { due });
    }
    let after = |months: i32| {
        (
            add_months(joined.earliest(), months),
            add_months(joined.latest(), months),
        )
    };
    let may_be_within =
        |from: NaiveDate, to: NaiveDate| confirmed.earliest() <= to && confirmed.latest() >= from;
    let last = after(PROBATION).1;
    let in_time = may_be_within(due, last.checked_add_days(DECISION).unwrap_or(last));
    let extended = may_be_within(after(EXTENDED[0]).0, after(EXTENDED[1]).1);
    (!in_time && !extended).then_some(LifeFinding::Probation { due })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::value::Scalar as _;

    fn of(joined: &str, confirmed: &str) -> Option<LifeFinding> {
        let date = |text| PartialDate::read(text).expect("a date");
        unusual(date(joined), date(confirmed))
    }

    fn is_probation(finding: Option<LifeFinding>) -> bool {
        matches!(finding, Some(LifeFinding::Probation { .. }))
    }

    fn is_early(finding: Option<LifeFinding>) -> bool {
        matches!(finding, Some(LifeFinding::ConfirmedEarly { .. }))
    }

    #[test]
    fn from_1977_08_12_a_year_and_perhaps_an_extension() {
        assert!(is_early(of("1990-07-01", "1991-06-30")));
        assert_eq!(of("1990-07-01", "1991-07-01"), None);
        // Up to 31 days after the anniversary.
        assert_eq!(of("1990-07-01", "1991-08-01"), None);
        assert!(is_probation(of("1990-07-01", "1991-08-02")));
        // 18 to 24 months after admission.
        assert!(is_probation(of("1990-07-01", "1991-12-31")));
        assert_eq!(of("1990-07-01", "1992-01-01"), None);
        assert_eq!(of("1990-07-01", "1992-07-01"), None);
        assert!(is_probation(of("1990-07-01", "1992-07-02")));
        assert!(is_early(of("1977-08-12", "1977-08-12")));
    }

    #[test]
    fn coarse_dates_are_wrong_only_on_every_reading() {
        assert_eq!(of("1990-07", "1991-07"), None);
        assert_eq!(of("1990-07", "1991"), None);
        assert!(is_early(of("1990-07", "1991-06")));
        assert!(is_probation(of("1990-07", "1991-10")));
        assert_eq!(of("1990", "1991"), None);
    }

    #[test]
    fn from_1969_04_01_to_1977_08_11_none() {
        assert_eq!(
            of("1969-04-01", "1970-04-01"),
            Some(LifeFinding::NoProbation)
        );
        assert_eq!(
            of("1977-08-11", "1977-08-12"),
            Some(LifeFinding::NoProbation)
        );
        assert_eq!(of("1970-05-01", "1970-05-01"), None);
        assert_eq!(of("1970-05", "1970-05-20"), None);
    }

    #[test]
    fn before_1969_04_01_nothing_is_checked() {
        assert_eq!(of("1969-03-31", "1969-04-30"), None);
        assert_eq!(of("1956-01-01", "1958-06-01"), None);
    }
}
