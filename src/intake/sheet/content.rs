//! What stands in a cell: texts and numbers as they are seen.

use chrono::{Datelike as _, Days, NaiveDate};

use super::Content;
use super::formats::Shown;

/// A text without what is empty around it, and the tab that keeps Excel from taking a
/// number for one; its lines end with line feeds.
pub fn of_text(text: &str) -> Option<Content> {
    let is_empty = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    let text = text.trim_matches(is_empty);
    let text = match text.contains('\r') {
        true => text.replace("\r\n", "\n").replace('\r', "\n"),
        false => text.to_owned(),
    };
    (!text.is_empty()).then_some(Content::Text(text))
}

/// A number as its format shows it. A date is as exact as what is seen; a time, and a day of
/// no year, are the texts that are seen, as no date may be made of them; what is no day that
/// Excel counts stays a number.
pub fn of_number(number: f64, shown: Shown, from_1904: bool) -> Content {
    let day = day(number, from_1904).filter(|_| number >= 1.0);
    let date = |day: NaiveDate, length: usize| {
        let text = day.to_string();
        Content::Date(text.get(..length).unwrap_or(&text).to_owned())
    };
    match (shown, day) {
        (Shown::Day, Some(day)) => date(day, 10),
        (Shown::Month, Some(day)) => date(day, 7),
        (Shown::Year, Some(day)) => date(day, 4),
        (Shown::Yearless, Some(day)) => Content::Text(format!("{}月{}日", day.month(), day.day())),
        (Shown::Time, _) if DAYS.contains(&number) => {
            let seconds = (number.fract() * 86_400.0).round() as u32 % 86_400;
            let [hours, minutes] = [seconds / 3600, seconds / 60 % 60];
            Content::Text(format!("{hours:02}:{minutes:02}:{:02}", seconds % 60))
        }
        _ => Content::Number(number),
    }
}

/// The numbers by which Excel counts days; 9999-12-31 is the last.
const DAYS: std::ops::Range<f64> = 0.0..2_958_466.0;

/// The day that Excel counts by a number.
fn day(number: f64, from_1904: bool) -> Option<NaiveDate> {
    let (number, is_counted) = (number.floor(), DAYS.contains(&number));
    // Excel counts a day 1900-02-29, the sixtieth, which never was.
    let before = match (from_1904, number) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        (false, 60.0) => None,
        (false, ..60.0) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    let day = before?.checked_add_days(Days::new(number as u64))?;
    (is_counted && day.year() < 10_000).then_some(day)
}

/// A date that is written as ISO 8601 has it.
pub fn of_iso(text: &str, shown: Shown) -> Option<Content> {
    let (date, time) = text.trim().split_once('T').unwrap_or((text.trim(), ""));
    let length = match shown {
        Shown::Number | Shown::Day => 10,
        Shown::Month => 7,
        Shown::Year => 4,
        Shown::Yearless | Shown::Time => 0,
    };
    let is_date = date.len() == 10 && NaiveDate::parse_from_str(date, "%Y-%m-%d").is_ok();
    match is_date && length > 0 {
        true => Some(Content::Date(date[..length].to_owned())),
        false if shown == Shown::Time && !time.is_empty() => of_text(time),
        false => of_text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_what_is_seen() {
        let date = |text: &str| Content::Date(text.to_owned());
        let text = |text: &str| Content::Text(text.to_owned());
        for (number, shown, expected) in [
            (33_055.0, Shown::Day, date("1990-07-01")),
            (33_055.75, Shown::Day, date("1990-07-01")),
            (33_055.0, Shown::Month, date("1990-07")),
            (33_055.0, Shown::Year, date("1990")),
            (33_055.0, Shown::Yearless, text("7月1日")),
            (33_055.5, Shown::Time, text("12:00:00")),
            (0.75, Shown::Time, text("18:00:00")),
            (33_055.0, Shown::Number, Content::Number(33_055.0)),
            (1.0, Shown::Day, date("1900-01-01")),
            (59.0, Shown::Day, date("1900-02-28")),
            (60.0, Shown::Day, Content::Number(60.0)),
            (61.0, Shown::Day, date("1900-03-01")),
            (0.0, Shown::Day, Content::Number(0.0)),
            (0.5, Shown::Month, Content::Number(0.5)),
            (-1.0, Shown::Day, Content::Number(-1.0)),
            (-0.5, Shown::Time, Content::Number(-0.5)),
            (1e10, Shown::Time, Content::Number(1e10)),
            (2_958_465.0, Shown::Day, date("9999-12-31")),
            (2_958_466.0, Shown::Day, Content::Number(2_958_466.0)),
            (1e300, Shown::Day, Content::Number(1e300)),
        ] {
            assert_eq!(of_number(number, shown, false), expected, "{number}");
        }
        assert_eq!(of_number(31_593.0, Shown::Day, true), date("1990-07-01"));
        assert_eq!(of_number(60.0, Shown::Day, true), date("1904-03-01"));
        for (iso, shown, expected) in [
            ("1990-07-01T00:00:00Z", Shown::Number, date("1990-07-01")),
            ("1990-07-01", Shown::Month, date("1990-07")),
            ("1990-07-01T13:00:00", Shown::Time, text("13:00:00")),
            ("1990-02-30", Shown::Day, text("1990-02-30")),
            ("13:00:00", Shown::Time, text("13:00:00")),
        ] {
            assert_eq!(of_iso(iso, shown), Some(expected), "{iso}");
        }
    }

    #[test]
    fn lines_end_in_one_way() {
        let text = |text: &str| Some(Content::Text(text.to_owned()));
        assert_eq!(of_text(" 甲\r\n乙\r丙\n"), text("甲\n乙\n丙"));
        assert_eq!(of_text("\u{feff}\t \u{200b}"), None);
    }
}
