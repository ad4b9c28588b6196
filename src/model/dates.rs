//! 填表日期: one day, or one by form.

use chrono::NaiveDate;

use super::node::{Entry, Kind};
use super::problem::{Fault, Problem};
use super::record::Field;
use super::value::Value;

/// The key of the day that holds for all forms not named.
const DEFAULT: &str = "默认";

/// The days on which the forms are filled in.
#[derive(Clone, Debug, Default)]
pub struct FillDates {
    /// The day for forms not named.
    pub default: Option<Value<NaiveDate>>,
    /// Days of single forms, by the form's id.
    pub by_form: Vec<(String, Value<NaiveDate>)>,
}

impl Field for FillDates {
    fn field(entry: Option<&Entry>, problems: &mut Vec<Problem>) -> Self {
        let Some(entry) = entry else {
            return Self::default();
        };
        let Kind::Map(entries) = &entry.value.kind else {
            return Self {
                default: Field::field(Some(entry), problems),
                by_form: Vec::new(),
            };
        };
        let mut dates = Self::default();
        for entry in entries {
            let known = match entry.key == DEFAULT {
                true => dates.default.is_some(),
                false => dates.by_form.iter().any(|(form, _)| *form == entry.key),
            };
            if known {
                let fault = Fault::DuplicateKey {
                    key: entry.key.clone(),
                    first: entry.key_span,
                };
                problems.push(Problem::new(entry.key_span, fault));
            }
            let Some(value) = Option::<Value<NaiveDate>>::field(Some(entry), problems) else {
                continue;
            };
            match entry.key == DEFAULT {
                true => dates.default = Some(value),
                false => dates.by_form.push((entry.key.clone(), value)),
            }
        }
        if dates.default.is_none() {
            let fault = Fault::MissingKey { key: DEFAULT };
            problems.push(Problem::new(entry.key_span, fault));
        }
        dates
    }
}
