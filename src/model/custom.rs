//! Keys that a unit adds to its members: `自定义:`. Forms declare them with their
//! types, so that a key that no form declares is an error.

use std::collections::BTreeMap;

use super::date::PartialDate;
use super::decimal::Decimal;
use super::entries::named_entries;
use super::field::{Field, Route, given_whole};
use super::meaning::{Meaning, Read, Shape};
use super::node::{Entry, Span};
use super::problem::Problem;
use super::provenance::KeyId;
use super::scalars::Lines;
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
    pub entries: Vec<(String, Span, Value<Lines>)>,
}

/// So many added keys have numbers of their own; later ones share the last of them.
pub(super) const ROOM: u16 = 48;

/// Which of the added keys is asked for is noted by who knows the types.
impl Field for Custom {
    const BELOW: u16 = ROOM;
    const SAMPLE: &'static str = "{…: …}";

    given_whole!();

    fn field(entry: Option<&Entry>, key: KeyId, problems: &mut Vec<Problem>) -> Self {
        let entries = named_entries(entry, key, problems);
        let entries = entries.into_iter().map(|entry| {
            let value: Option<Value<Lines>> = Field::field(Some(entry), key, problems);
            let value = value.unwrap_or(Value {
                text: String::new(),
                span: entry.key_span,
                key,
                parsed: Err(Reason::NotGiven),
            });
            (entry.key.clone(), entry.key_span, value)
        });
        Self {
            entries: entries.collect(),
        }
    }

    fn routes(key: String, routes: &mut Vec<Route>) {
        let below = (0..ROOM).map(|place| (format!("{key}.{place}"), Shape::Other));
        let all: Vec<Route> = below.collect();
        routes.push((key, Shape::Other));
        routes.extend(all);
    }
}

impl Custom {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value<Lines>> {
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
                let number = Decimal::read(&text).map(Meaning::Number);
                number.ok_or(Reason::NotNumber)
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
