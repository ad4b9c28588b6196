//! Days as documents write them: 2016年4月20日.

use std::ops::Range;

use chrono::NaiveDate;

/// The days that a text writes out, each with whether there is such a day.
pub fn days(text: &str) -> impl Iterator<Item = (Range<usize>, bool)> {
    text.match_indices('年').filter_map(|(at, _)| day(text, at))
}

/// Whether a text is one day, and there is such a day.
pub fn is_day(text: &str) -> bool {
    let mut days = days(text);
    days.next() == Some((0..text.len(), true))
}

/// The day whose 年 stands at this place.
fn day(text: &str, at: usize) -> Option<(Range<usize>, bool)> {
    let before = &text[..at];
    let year = before.trim_end_matches(|one: char| one.is_ascii_digit());
    let start = year.len();
    let rest = &text[at + '年'.len_utf8()..];
    let (month, rest) = rest.split_once('月')?;
    let (day, rest) = rest.split_once('日')?;
    let number = |text: &str| match text.len() {
        1 | 2 => text.parse::<u32>().ok(),
        _ => None,
    };
    let (month, day) = (number(month)?, number(day)?);
    let year: i32 = before[start..].parse().ok()?;
    let is_there = NaiveDate::from_ymd_opt(year, month, day).is_some();
    Some((start..text.len() - rest.len(), is_there))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_and_days_that_are_not() {
        assert!(is_day("2016年4月20日") && is_day("2016年02月29日"));
        for text in [
            "2015年2月29日",
            "2016年4月31日",
            "2016年4月",
            "二〇一六年四月二十日",
            "",
        ] {
            assert!(!is_day(text), "{text}");
        }
        let text = "到2016年4月31日，自2016年5月1日起，2016年内";
        let found: Vec<_> = days(text).map(|(range, is)| (&text[range], is)).collect();
        assert_eq!(found, [("2016年4月31日", false), ("2016年5月1日", true)]);
    }
}
