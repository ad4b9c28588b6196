//! Dates that may be known to the day, the month or the year only, and the
//! counting of completed months and years between days.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

/// A date as exact as the file gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// `1965`
    Year(i32),
    /// `1965-03`
    Month(i32, u32),
    /// `1965-03-12`
    Day(NaiveDate),
}

impl PartialDate {
    /// The first and the last year that dates can be of.
    pub const YEARS: (i32, i32) = (1800, 2199);

    /// The first day it can mean.
    pub fn earliest(self) -> NaiveDate {
        match self {
            Self::Year(year) => first_of(year, 1),
            Self::Month(year, month) => first_of(year, month),
            Self::Day(day) => day,
        }
    }

    /// The last day it can mean.
    pub fn latest(self) -> NaiveDate {
        let next = match self {
            Self::Year(year) => first_of(year + 1, 1),
            Self::Month(year, 12) => first_of(year + 1, 1),
            Self::Month(year, month) => first_of(year, month + 1),
            Self::Day(day) => return day,
        };
        next.pred_opt().expect("years are between 1800 and 2200")
    }

    /// The exact day, where it is known.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            _ => None,
        }
    }

    /// Whether `day` is one of the days it can mean.
    pub fn may_be(self, day: NaiveDate) -> bool {
        self.earliest() <= day && day <= self.latest()
    }

    /// As it stands in a cell to the month: `1965.03`.
    pub fn to_month(self) -> String {
        match self {
            Self::Year(year) => format!("{year}"),
            Self::Month(year, month) => format!("{year}.{month:02}"),
            Self::Day(day) => format!("{}.{:02}", day.year(), day.month()),
        }
    }
}

fn first_of(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).expect("a month of a year between 1800 and 2200")
}

/// As it stands in a cell: `1965.03.12`, `1965.03` or `1965`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => {
                write!(f, "{}.{:02}.{:02}", day.year(), day.month(), day.day())
            }
            _ => f.write_str(&self.to_month()),
        }
    }
}

/// Full-width digits, stop and hyphen as their half-width twins.
pub fn half_width(character: char) -> char {
    match character {
        '０'..='９' | '．' | '－' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(character as u32 - 0xFEE0).unwrap_or(character)
        }
        other => other,
    }
}

/// A space or a hyphen, as they set groups of figures apart.
pub fn is_between_figures(character: char) -> bool {
    character.is_whitespace() || is_hyphen(character)
}

/// A hyphen, a minus or a dash, of whatever width.
pub fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '－' | '﹣' | '−' | '‐'..='―' | '─' | '﹘')
}

/// Completed months from `start` to `end`: the largest number of months whose
/// anniversary is not later than `end`. An anniversary that a shorter month
/// does not have falls on that month's last day. Negative where `end` is
/// before `start`.
pub fn completed_months(start: NaiveDate, end: NaiveDate) -> i32 {
    let months = (end.year() - start.year()) * 12 + end.month() as i32 - start.month() as i32;
    match add_months(start, months) <= end {
        true => months,
        false => months - 1,
    }
}

/// `months` after (or before) a day, clamped to the end of shorter months.
pub fn add_months(day: NaiveDate, months: i32) -> NaiveDate {
    let by = Months::new(months.unsigned_abs());
    let moved = match months >= 0 {
        true => day.checked_add_months(by),
        false => day.checked_sub_months(by),
    };
    moved.unwrap_or(day)
}

/// Completed years of age (周岁). Who was born on 29 February has the birthday
/// on 1 March in common years. Negative before birth.
pub fn completed_years(birth: NaiveDate, day: NaiveDate) -> i32 {
    let birthday = NaiveDate::from_ymd_opt(day.year(), birth.month(), birth.day())
        .or_else(|| NaiveDate::from_ymd_opt(day.year(), 3, 1))
        .unwrap_or(day);
    day.year() - birth.year() - i32::from(day < birthday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn coarse_dates_have_two_readings() {
        let month = PartialDate::Month(2012, 2);
        assert_eq!(
            (month.earliest(), month.latest()),
            (day("2012-02-01"), day("2012-02-29"))
        );
        let year = PartialDate::Year(1949);
        assert_eq!(
            (year.earliest(), year.latest()),
            (day("1949-01-01"), day("1949-12-31"))
        );
        assert_eq!(PartialDate::Month(1999, 12).latest(), day("1999-12-31"));
    }

    #[test]
    fn months_are_counted_by_clamped_anniversaries() {
        for (start, end, months) in [
            ("2015-08-31", "2016-02-28", 5),
            ("2015-08-31", "2016-02-29", 6),
            ("2014-08-31", "2015-02-28", 6),
            ("2015-10-15", "2016-04-14", 5),
            ("2015-10-15", "2016-04-15", 6),
            ("2010-04-16", "2016-04-15", 71),
            ("2010-04-15", "2016-04-15", 72),
            ("2016-04-15", "2016-04-15", 0),
            ("2016-04-16", "2016-04-15", -1),
        ] {
            assert_eq!(
                completed_months(day(start), day(end)),
                months,
                "{start} to {end}"
            );
        }
    }

    #[test]
    fn a_leap_day_birthday_is_the_first_of_march_in_common_years() {
        let birth = day("1980-02-29");
        assert_eq!(completed_years(birth, day("2015-02-28")), 34);
        assert_eq!(completed_years(birth, day("2015-03-01")), 35);
        assert_eq!(completed_years(birth, day("2016-02-29")), 36);
        assert_eq!(completed_years(day("1980-04-20"), day("2016-04-19")), 35);
        assert_eq!(completed_years(day("1980-04-20"), day("2016-04-20")), 36);
    }
}
