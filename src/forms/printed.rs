//! How values read in a cell.

use chrono::{Datelike as _, NaiveDate};

use crate::model::codes::EmptyCell;
use crate::model::name::PersonName;
use crate::model::value::Value;

/// The text of an optional value, as written.
pub fn text(value: Option<&Value<String>>) -> String {
    value.map(|value| value.text.clone()).unwrap_or_default()
}

/// The meaning of an optional value, printed; empty where it has none.
pub fn shown<T>(value: Option<&Value<T>>, show: impl Fn(&T) -> String) -> String {
    value.and_then(Value::get).map(show).unwrap_or_default()
}

/// The name of a person, as it should be written.
pub fn name(value: Option<&Value<PersonName>>) -> String {
    shown(value, |name| name.as_str().to_owned())
}

/// Several texts in one cell.
pub fn joined<T>(values: &[Value<T>], show: impl Fn(&T) -> &str) -> String {
    values
        .iter()
        .filter_map(Value::get)
        .map(show)
        .collect::<Vec<_>>()
        .join("、")
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
