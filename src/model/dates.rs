//! 填表日期: one day, or one by form.

use chrono::NaiveDate;

use super::node::{Entry, Kind, Span};
use super::problem::Problem;
use super::provenance::KeyId;
use super::record::{Field, given_whole, named_entries};
use super::value::{AnyValue, Value};

/// The key of the day that holds for all forms not named.
pub const DEFAULT: &str = "默认";

/// The days on which the forms are filled in.
#[derive(Clone, Debug, Default)]
pub struct FillDates {
    /// The day for forms not named.
    pub default: Option<Value<NaiveDate>>,
    /// Days of single forms: the form's id, its place, the day.
    pub by_form: Vec<(String, Span, Value<NaiveDate>)>,
}

impl Field for FillDates {
    given_whole!();

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let Some(entry) = entry else {
            return Self::default();
        };
        let Kind::Map(_) = &entry.value.kind else {
            let default = Field::field(Some(entry), key, problems);
            return Self {
                default,
                by_form: Vec::new(),
            };
        };
        let mut dates = Self::default();
        for named in named_entries(Some(entry), key, problems) {
            let value: Option<Value<NaiveDate>> = Field::field(Some(named), key, problems);
            match (named.key == DEFAULT, value) {
                (true, value) => dates.default = value,
                (false, Some(value)) => {
                    dates
                        .by_form
                        .push((named.key.clone(), named.key_span, value))
                }
                (false, None) => {}
            }
        }
        dates
    }

    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        let by_form = self.by_form.iter().map(|(_, _, value)| value);
        let values = self.default.iter().chain(by_form);
        values.for_each(|value| look(value));
    }
}
