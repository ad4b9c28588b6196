//! How values read in a cell.

use chrono::{Datelike as _, NaiveDate};

use super::capital;
use super::declaration::Format;
use crate::derive::notation::duration;
use crate::derive::{Certainty, Reading};
use crate::expression::Value as Evaluated;
use crate::model::code::circled;
use crate::model::codes::EmptyCell;
use crate::model::name::PersonName;
use crate::model::telephone::Telephone;
use crate::model::value::Value;

/// The text of an optional value, as written.
pub fn text<T>(value: Option<&Value<T>>) -> String {
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

/// Telephone numbers, as they should be written.
pub fn telephone(value: Option<&Value<Telephone>>) -> String {
    shown(value, |number| number.as_str().to_owned())
}

/// Several texts in one cell.
pub fn joined<T>(
    values: &[Value<T>],
    show: impl for<'a> Fn(&'a Value<T>, &'a T) -> &'a str,
) -> String {
    let shown = values
        .iter()
        .filter_map(|value| Some(show(value, value.get()?)));
    shown.collect::<Vec<_>>().join("、")
}

/// The value of an expression in a cell.
pub fn value(value: &Evaluated, format: Option<Format>) -> String {
    match (value, format) {
        (Evaluated::Number(low, high), Some(Format::Duration))
            if let Some((low, high)) = low.whole().zip(high.whole()) =>
        {
            Reading::over([low, high]).map(duration).unwrap_or_default()
        }
        (Evaluated::Number(low, high), Some(Format::Capital)) => match low == high {
            true => capital::number(*low),
            false => format!("{}—{}", capital::number(*low), capital::number(*high)),
        },
        (Evaluated::Number(low, high), _) if low == high => low.to_string(),
        (Evaluated::Number(low, high), _) => format!("{low}—{high}"),
        (Evaluated::Date(date), Some(Format::Month)) => date.to_month(),
        (Evaluated::Date(date), Some(Format::Year)) => date.earliest().year().to_string(),
        (Evaluated::Date(date), Some(Format::Capital)) => capital::date(date),
        (Evaluated::Date(date), _) => date.to_string(),
        (Evaluated::Text(_, Some(place)), Some(Format::Code)) => circled(place + 1).to_string(),
        (Evaluated::Text(text, _), _) => text.clone(),
        (Evaluated::Texts(texts), _) => {
            let joined = |is_it: fn(Certainty) -> bool| {
                let texts = texts.iter().filter(|(_, certainty)| is_it(*certainty));
                let texts: Vec<&str> = texts.map(|(text, _)| text.as_str()).collect();
                texts.join("、")
            };
            let (sure, all) = (
                joined(Certainty::is_yes),
                joined(|one| one != Certainty::No),
            );
            match (sure == all, sure.is_empty()) {
                (true, _) => all,
                (false, true) => format!("无—{all}"),
                (false, false) => format!("{sure}—{all}"),
            }
        }
        (Evaluated::Flag(Certainty::Yes), _) => "是".to_owned(),
        (Evaluated::Flag(Certainty::No), _) => "否".to_owned(),
        (Evaluated::Flag(Certainty::Open), _) => "是—否".to_owned(),
        (Evaluated::Count(count), _) => count.to_string(),
        (Evaluated::Absent | Evaluated::Open, _) => String::new(),
    }
}

/// Whether a value is printed with both its readings, as a date leaves it open.
pub fn is_open(value: &Evaluated) -> bool {
    match value {
        Evaluated::Number(low, high) => low != high,
        Evaluated::Flag(certainty) => *certainty == Certainty::Open,
        Evaluated::Texts(texts) => texts.iter().any(|(_, one)| *one == Certainty::Open),
        _ => false,
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
