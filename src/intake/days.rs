//! Dates in cells: numbers as Excel counts them, and texts that may mean several.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use unicode_normalization::UnicodeNormalization as _;

use super::values::Said;
use crate::model::date::PartialDate;
use crate::model::date_meant::readings;
use crate::model::value::Scalar as _;

/// A number where a date belongs: a year, figures, or the days that Excel counts.
pub fn date(number: f64, from_1904: bool) -> Said {
    let text = number.to_string();
    if is_two_ways(&text) {
        return Said::Asked(two_ways(&text));
    }
    if PartialDate::read(&text).is_ok() {
        return Said::Text(text);
    }
    match serial(number, from_1904) {
        Some(day) => Said::Text(day.to_string()),
        // Six figures may be a year and a month, or a year, a month and a day.
        None => Said::Asked(candidates(&text)),
    }
}

/// A date without the time of day that programs write behind it: `1990-07-01 00:00:00`.
pub fn without_time(text: &str) -> &str {
    let is_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z');
    match text.split_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') && time.chars().all(is_time) => date,
        _ => text,
    }
}

/// `1990.1` as a number: the 0 of October is dropped by Excel, so it may be January, too.
pub fn is_two_ways(text: &str) -> bool {
    let year = text.strip_suffix(".1").or_else(|| text.strip_suffix("．1"));
    year.is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

pub fn two_ways(text: &str) -> Vec<String> {
    let year = text.chars().take(4).collect::<String>();
    vec![format!("{year}-01"), format!("{year}-10")]
}

/// The dates that a text may mean: their year stands in it, unless it is of two figures, and
/// no signs of two kinds set it apart, as in `1990.1-2月`.
pub fn candidates(text: &str) -> Vec<String> {
    let plain: String = text.nfkc().collect();
    let figures = plain.chars().filter(char::is_ascii_digit).count();
    let groups = plain.split(|c: char| !c.is_ascii_digit());
    let is_short = groups.filter(|group| !group.is_empty()).count() > 1 || figures == 6;
    let signs: BTreeSet<char> = plain.chars().filter(|c| ".-/~、至".contains(*c)).collect();
    let all = readings(text);
    let spelled = all.iter().map(spelled);
    let is_meant =
        |date: &String| is_short || date.get(..4).is_some_and(|year| plain.contains(year));
    spelled
        .filter(|date| signs.len() < 2 && is_meant(date))
        .collect()
}

/// A date without the age that rosters of cadres have behind it: `1958.02（58岁）`.
pub fn without_age(text: &str) -> &str {
    match text.split_once(['（', '(']) {
        Some((date, age)) if age.contains('岁') => date.trim(),
        _ => text,
    }
}

fn spelled(date: &PartialDate) -> String {
    date.spelled("").unwrap_or_default()
}

/// The day that Excel counts by a number: five figures, so that no year is taken for one.
pub fn serial(number: f64, from_1904: bool) -> Option<NaiveDate> {
    const DAYS: std::ops::Range<f64> = 10_000.0..100_000.0;
    // 1900-02-29, which Excel counts, lies before all of them.
    let (year, month, day) = if from_1904 {
        (1904, 1, 1)
    } else {
        (1899, 12, 30)
    };
    let first = NaiveDate::from_ymd_opt(year, month, day)?;
    DAYS.contains(&number)
        .then(|| first.checked_add_days(Days::new(number as u64)))?
}
