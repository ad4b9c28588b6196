//! Keys that a unit adds to its members: `自定义:`. Forms declare them with their
//! types, so that a key that no form declares is an error.

use std::collections::BTreeMap;

use super::date::PartialDate;
use super::meaning::{Meaning, Read};
use super::node::{Entry, Span};
use super::problem::Problem;
use super::record::{Field, named_entries};
use super::value::{Reason, Scalar as _, Value};

/// The type of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CustomType {
    /// 文字
    Text,
    /// 数
    Number,
    /// 日期
    Date,
    /// 是否: `true` or `false`.
    Flag,
    /// One of these words.
    Choice(Vec<String>),
}

/// The keys that forms declare.
pub type CustomKeys = BTreeMap<String, CustomType>;

/// The added keys of a member, as they stand in the file.
#[derive(Clone, Debug, Default)]
pub struct Custom {
    /// Key, its place, its value.
    pub entries: Vec<(String, Span, Value<String>)>,
}

impl Field for Custom {
    fn field(entry: Option<&Entry>, problems: &mut Vec<Problem>) -> Self {
        let mut custom = Self::default();
        for named in named_entries(entry, problems) {
            let value: Option<Value<String>> = Field::field(Some(named), problems);
            let entry = value.map(|value| (named.key.clone(), named.key_span, value));
            custom.entries.extend(entry);
        }
        custom
    }
}

impl Custom {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value<String>> {
        let entry = self.entries.iter().find(|(known, ..)| known == key);
        entry.map(|(_, _, value)| value)
    }

    /// The value of a key with its meaning.
    pub fn read(&self, key: &str, of: &CustomType) -> Option<Read<'_>> {
        let value = self.get(key)?;
        value.get()?;
        Some(Read {
            text: &value.text,
            span: value.span,
            meaning: of.read(&value.text).ok(),
        })
    }
}

impl CustomType {
    /// Reads a text of this type.
    ///
    /// # Errors
    /// What is accepted.
    pub fn read(&self, text: &str) -> Result<Meaning, Reason> {
        match self {
            Self::Text => Ok(Meaning::Text(text.to_owned())),
            Self::Number => {
                let text: String = text.chars().map(super::date::half_width).collect();
                let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
                number.map(Meaning::Number).ok_or(Reason::NotNumber)
            }
            Self::Date => PartialDate::read(text).map(Meaning::Date),
            Self::Flag => bool::read(text).map(Meaning::Flag),
            Self::Choice(words) => match words.iter().any(|word| word == text) {
                true => Ok(Meaning::Text(text.to_owned())),
                false => Err(Reason::NotChosen(words.clone())),
            },
        }
    }
}
