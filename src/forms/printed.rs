//! How values read in a cell.

use chrono::{Datelike as _, NaiveDate};

use crate::derive::{Reading, Standing};
use crate::model::codes::EmptyCell;
use crate::model::value::Value;

/// The text of an optional value, as written.
pub fn text(value: Option<&Value<String>>) -> String {
    value.map(|value| value.text.clone()).unwrap_or_default()
}

/// The meaning of an optional value, printed; empty where it has none.
pub fn shown<T>(value: Option<&Value<T>>, show: impl Fn(&T) -> String) -> String {
    value.and_then(Value::get).map(show).unwrap_or_default()
}

/// Several texts in one cell.
pub fn joined(values: &[Value<String>]) -> String {
    values
        .iter()
        .map(|value| value.text.as_str())
        .collect::<Vec<_>>()
        .join("、")
}

/// A number, or both its readings: `50—51`.
pub fn number(reading: Reading<i32>) -> String {
    match reading {
        Reading::Known(number) => number.to_string(),
        Reading::Open(low, high) => format!("{low}—{high}"),
    }
}

/// Completed years of 党龄, or 预备.
pub fn standing(standing: Standing) -> String {
    match standing.probationer.is_yes() {
        true => "预备".to_owned(),
        false => number(standing.years()),
    }
}

/// Completed months as a duration: `5年6个月`, `8个月`, `5年`.
pub fn duration(months: Reading<i32>) -> String {
    match months {
        Reading::Known(months) => one_duration(months),
        Reading::Open(low, high) => format!("{}—{}", one_duration(low), one_duration(high)),
    }
}

fn one_duration(months: i32) -> String {
    let months = months.max(0);
    match (months / 12, months % 12) {
        (0, months) => format!("{months}个月"),
        (years, 0) => format!("{years}年"),
        (years, months) => format!("{years}年{months}个月"),
    }
}

/// A day at the head of a form: `2016年4月20日`.
pub fn long_day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// What an empty text cell prints, by the setting 空白处.
pub fn empty(setting: EmptyCell) -> &'static str {
    match setting {
        EmptyCell::Blank => "",
        EmptyCell::None => "无",
        EmptyCell::Dash => "—",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // forms.md: durations read 5年6个月, 8个月, 5年.
    #[test]
    fn durations() {
        assert_eq!(duration(Reading::Known(66)), "5年6个月");
        assert_eq!(duration(Reading::Known(8)), "8个月");
        assert_eq!(duration(Reading::Known(60)), "5年");
        assert_eq!(duration(Reading::Open(60, 61)), "5年—5年1个月");
        assert_eq!(duration(Reading::Known(0)), "0个月");
    }
}
