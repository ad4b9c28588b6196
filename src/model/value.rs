//! Values: the text of a file, its place, and what it means.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::date::PartialDate;
use super::meaning::{Kind, Meaning, Read};
use super::node::Span;
use super::provenance::{KeyId, Keys};
use super::usual::with_usual;

/// A scalar of a file. It never fails to be read: text that means nothing here
/// keeps the reason instead of a meaning.
#[derive(Clone, Debug)]
pub struct Value<T> {
    /// The text as it stands in the file, trimmed, with usual characters.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Its key.
    pub key: KeyId,
    /// Its meaning, or why it has none.
    pub parsed: Result<T, Reason>,
}

impl<T> Value<T> {
    /// The meaning, where there is one.
    pub fn get(&self) -> Option<&T> {
        self.parsed.as_ref().ok()
    }
}

/// A date as exact as it is known.
pub type Date = Option<Value<PartialDate>>;
/// A date that must be known to the day.
pub type Day = Option<Value<NaiveDate>>;
/// Yes or no.
pub type Flag = Option<Value<bool>>;

/// The meaning of an optional value.
pub trait Given<'a, T> {
    /// The meaning, where the key is given and its value is understood.
    fn given(self) -> Option<&'a T>;
}

impl<'a, T> Given<'a, T> for &'a Option<Value<T>> {
    fn given(self) -> Option<&'a T> {
        self.as_ref().and_then(Value::get)
    }
}

impl<'a, T> Given<'a, T> for Option<&'a Value<T>> {
    fn given(self) -> Option<&'a T> {
        self.and_then(Value::get)
    }
}

/// What stands at a place of a file, with its keys.
pub trait Placed {
    /// Where it stands.
    fn span(&self) -> Span;

    /// Its keys.
    fn keys(&self) -> Keys;
}

impl<T> Placed for Value<T> {
    fn span(&self) -> Span {
        self.span
    }

    fn keys(&self) -> Keys {
        Keys::of(self.key)
    }
}

impl<P: Placed> Placed for &P {
    fn span(&self) -> Span {
        (*self).span()
    }

    fn keys(&self) -> Keys {
        (*self).keys()
    }
}

/// A place, and what is meant there.
impl Placed for (Span, Keys) {
    fn span(&self) -> Span {
        self.0
    }

    fn keys(&self) -> Keys {
        self.1
    }
}

/// A value of whatever type.
pub trait AnyValue {
    /// Its key.
    fn key(&self) -> KeyId;

    /// Where it stands.
    fn span(&self) -> Span;

    /// Its text.
    fn text(&self) -> &str;

    /// The text that is to be written for it, or why it means nothing.
    fn meant(&self) -> Result<String, Reason>;

    /// What it means; none where it means nothing.
    fn meaning(&self) -> Option<Meaning>;

    /// Whether it should be written in another way.
    fn spelling(&self) -> Option<Spelling>;

    /// The date that it is.
    fn date(&self) -> Option<PartialDate>;
}

/// Reads a scalar from its text.
pub trait Scalar: Sized {
    /// Reads the trimmed, non-empty text; the error says what is accepted.
    fn read(text: &str) -> Result<Self, Reason>;

    /// What kind of meaning it has.
    const KIND: Kind = Kind::Text;

    /// Whether it may have several lines.
    const HAS_LINES: bool = false;

    /// Whether a break of lines of the file is a space in it.
    const HAS_SPACES: bool = false;

    /// What stands between several of them that are written as one text.
    const BETWEEN: &'static [char] = &[];

    /// The text with the characters that are meant, for those that only look like them.
    fn as_meant(text: &str) -> Cow<'_, str> {
        with_usual(text)
    }

    /// Its meaning, of that kind.
    fn meaning(&self, text: &str) -> Meaning {
        Meaning::Text(text.to_owned())
    }

    /// The value as a date, where it is one, to make it another.
    fn date_mut(value: &mut Value<Self>) -> Option<&mut Value<PartialDate>> {
        let _ = value;
        None
    }

    /// As a date, where it is one.
    fn as_date(&self) -> Option<PartialDate> {
        None
    }

    /// The one way to write the meaning of `text`, where there is one.
    fn spelled(&self, text: &str) -> Option<String> {
        let _ = text;
        None
    }
}

/// A value that is written in another way than the one to be preferred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// Where it stands.
    pub span: Span,
    /// As it is written.
    pub text: String,
    /// As it should be.
    pub spelled: String,
}

impl<T: Scalar> Value<T> {
    /// What it means, whatever its type.
    pub fn as_read(&self) -> Read<'_> {
        Read {
            text: &self.text,
            span: self.span,
            meaning: self.get().map(|meaning| meaning.meaning(&self.text)),
        }
    }
}

impl<T: Scalar> AnyValue for Value<T> {
    fn key(&self) -> KeyId {
        self.key
    }

    fn span(&self) -> Span {
        self.span
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn meant(&self) -> Result<String, Reason> {
        let meant = self.parsed.as_ref().map_err(Clone::clone)?;
        Ok(meant
            .spelled(&self.text)
            .unwrap_or_else(|| self.text.clone()))
    }

    fn meaning(&self) -> Option<Meaning> {
        self.get().map(|meaning| meaning.meaning(&self.text))
    }

    fn spelling(&self) -> Option<Spelling> {
        let spelled = self.get()?.spelled(&self.text)?;
        (spelled != self.text).then(|| Spelling {
            span: self.span,
            text: self.text.clone(),
            spelled,
        })
    }

    fn date(&self) -> Option<PartialDate> {
        self.get().and_then(T::as_date)
    }
}

/// Why a text means nothing where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing is written.
    NotGiven,
    /// A list or a map stands where one value belongs.
    NotScalar,
    /// A break of lines, or a tab, within what stands on one line.
    NotOneLine,
    /// Not a date in one of the accepted spellings.
    NotDate,
    /// A date that is none of the calendar, as 1990-02-30.
    NoSuchDay,
    /// A date known to the day is needed.
    DayNeeded,
    /// Not a whole number.
    NotInteger,
    /// Not a number.
    NotNumber,
    /// Not one of the words that a form lists for an added key.
    NotChosen(Vec<String>),
    /// Not an amount of money with at most two decimals.
    NotAmount,
    /// Neither yes nor no.
    NotBoolean,
    /// Not one of a list; the accepted words in their order.
    NotListed(&'static [&'static str]),
    /// Not an ID number of 18 characters.
    NotIdNumber,
    /// An ID number of 15 digits; the 18-character form it would have.
    OldIdNumber(String),
    /// Not one of the 56 names of GB/T 3304.
    NotEthnicity,
    /// Not a level of education that the alias table knows.
    NotEducation,
}
