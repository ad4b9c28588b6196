//! 填表日期: one day, or one by form.

use chrono::NaiveDate;

use super::field::{Field, given_whole};
use super::named::Named;
use super::node::{Entry, Kind, Span};
use super::problem::Problem;
use super::provenance::KeyId;
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
    const SAMPLE: &'static str = "2016-04-20";

    given_whole!();

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let Some(Kind::Map(_)) = entry.map(|entry| &entry.value.kind) else {
            return Self {
                default: Field::field(entry, key, problems),
                by_form: Vec::new(),
            };
        };
        let named: Named<Value<NaiveDate>> = Field::field(entry, key, problems);
        let (default, by_form) = named
            .entries
            .into_iter()
            .partition(|(name, ..)| name == DEFAULT);
        let default: Vec<_> = default;
        Self {
            default: default.into_iter().next().map(|(_, _, day)| day),
            by_form,
        }
    }

    fn each(&self, look: &mut dyn FnMut(&dyn AnyValue)) {
        self.days().for_each(|value| look(value));
    }
}

impl FillDates {
    /// The day for all forms, then those of single forms.
    pub fn days(&self) -> impl Iterator<Item = &Value<NaiveDate>> {
        let by_form = self.by_form.iter().map(|(_, _, value)| value);
        self.default.iter().chain(by_form)
    }
}
