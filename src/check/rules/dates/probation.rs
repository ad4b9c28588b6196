//! 预备期 is a year, or 18 to 24 months where it was extended (domain: 党龄).

use chrono::Days;

use super::confirmed_early::{due, told};
use crate::check::prelude::*;
use crate::derive::Certainty;
use crate::derive::standing::probation_from;
use crate::model::date::{PartialDate, add_months};

rule! {
    /// Confirmed neither in time nor after an extension; or not at all, though even an
    /// extended 预备期 is over.
    Probation {
        /// Whether confirmed.
        confirmed: bool,
        /// The first day of full membership.
        due: NaiveDate,
    } = W0312 "预备期长短不合规定" Warning, waivable, member;
    zh { match confirmed {
            true => "转正既不在预备期满时，也不在延长半年到一年之后",
            false => "没有转正日期，而预备期（连同延长的）早已满了",
        }.to_owned() }
       { match confirmed {
            true => format!("预备期满是{}；对照档案核对入党和转正的日期", day(*due)),
            false => format!("预备期满是{}；已经转正的补写“转正日期”", day(*due)),
        } };
    en { match confirmed {
            true => "confirmed neither when 预备期 was over nor after an extension of 6 to 12 months",
            false => "no 转正日期, though even an extended 预备期 is over",
        }.to_owned() }
       { match confirmed {
            true => format!("预备期 is over on {due}; check both dates"),
            false => format!("预备期 was over on {due}; give 转正日期"),
        } };
}

/// Months after which an extension ends.
const EXTENDED: [i32; 2] = [18, 24];
/// A decision may take so many days after 预备期 is over.
const DECISION: Days = Days::new(31);

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(told(case, is_odd, |due| Probation {
        confirmed: true,
        due,
    }));
    found.extend(never(case));
}

/// Whether confirmed neither when 预备期 was over nor after an extension.
fn is_odd(joined: PartialDate, confirmed: PartialDate) -> bool {
    let may_be_within =
        |from: NaiveDate, to: NaiveDate| confirmed.earliest() <= to && confirmed.latest() >= from;
    let (from, last) = (due(joined.earliest()), due(joined.latest()));
    let in_time = may_be_within(from, last.checked_add_days(DECISION).unwrap_or(last));
    let [first, last] = EXTENDED;
    let extended = may_be_within(
        add_months(joined.earliest(), first),
        add_months(joined.latest(), last),
    );
    let is_checked = joined.earliest() >= probation_from() && confirmed.latest() >= from;
    is_checked && !in_time && !extended
}

/// A probationer whose 预备期, even extended, was over on 填表日期. Who left the
/// roll before is not looked at.
fn never(case: &Case<'_>) -> Option<Diagnostic> {
    let joined = case.member.joined.as_ref();
    let joined = joined.filter(|_| case.member.confirmed.is_none())?;
    let (day, own) = (*joined.get()?, case.own()?);
    let over = add_months(day.latest(), EXTENDED[1]).checked_add_days(DECISION)?;
    let is_over = over < own.asking.reference.filled_on.value;
    let is_here = own.facts.subject.value != Certainty::No;
    let never = Probation {
        confirmed: false,
        due: due(day.earliest()),
    };
    let is_told = day.earliest() >= probation_from() && is_over && is_here;
    is_told.then(|| case.finding(never, joined))
}

#[cfg(test)]
mod tests {
    use super::super::confirmed_early::is_early;
    use super::super::no_probation::is_without;
    use super::*;
    use crate::model::value::Scalar as _;

    fn of(joined: &str, confirmed: &str) -> Option<&'static str> {
        let date = |text| PartialDate::read(text).expect("a date");
        let (joined, confirmed) = (date(joined), date(confirmed));
        let rules: [(_, fn(_, _) -> _); 3] = [
            ("E0311", is_early),
            ("W0312", is_odd),
            ("W0313", is_without),
        ];
        let mut found = rules
            .into_iter()
            .filter(|(_, is_so)| is_so(joined, confirmed));
        let first = found.next().map(|(code, _)| code);
        assert_eq!(found.next(), None);
        first
    }

    fn is_probation(code: Option<&str>) -> bool {
        code == Some("W0312")
    }

    fn is_early_one(code: Option<&str>) -> bool {
        code == Some("E0311")
    }

    #[test]
    fn from_1977_08_12_a_year_and_perhaps_an_extension() {
        assert!(is_early_one(of("1990-07-01", "1991-06-30")));
        assert_eq!(of("1990-07-01", "1991-07-01"), None);
        // Up to 31 days after the anniversary.
        assert_eq!(of("1990-07-01", "1991-08-01"), None);
        assert!(is_probation(of("1990-07-01", "1991-08-02")));
        // 18 to 24 months after admission.
        assert!(is_probation(of("1990-07-01", "1991-12-31")));
        assert_eq!(of("1990-07-01", "1992-01-01"), None);
        assert_eq!(of("1990-07-01", "1992-07-01"), None);
        assert!(is_probation(of("1990-07-01", "1992-07-02")));
        assert!(is_early_one(of("1977-08-12", "1977-08-12")));
    }

    #[test]
    fn coarse_dates_are_wrong_only_on_every_reading() {
        assert_eq!(of("1990-07", "1991-07"), None);
        assert_eq!(of("1990-07", "1991"), None);
        assert!(is_early_one(of("1990-07", "1991-06")));
        assert!(is_probation(of("1990-07", "1991-10")));
        assert_eq!(of("1990", "1991"), None);
    }

    #[test]
    fn from_1969_04_01_to_1977_08_11_none() {
        assert_eq!(of("1969-04-01", "1970-04-01"), Some("W0313"));
        assert_eq!(of("1977-08-11", "1977-08-12"), Some("W0313"));
        assert_eq!(of("1970-05-01", "1970-05-01"), None);
        assert_eq!(of("1970-05", "1970-05-20"), None);
    }

    #[test]
    fn before_1969_04_01_nothing_is_checked() {
        assert_eq!(of("1969-03-31", "1969-04-30"), None);
        assert_eq!(of("1956-01-01", "1958-06-01"), None);
    }
}
