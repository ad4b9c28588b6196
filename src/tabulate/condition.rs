//! Conditions of a cross-table's columns: what facts must be.

use indexmap::IndexMap;
use serde::Deserialize;

use crate::derive::{Certainty, Datum, Facts, datum};
use crate::model::member::Member;

/// Facts by name, and what each must be; all of them must hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Condition {
    tests: IndexMap<String, Test>,
}

/// What a fact must be.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Test {
    /// A yes-or-no fact.
    Flag(bool),
    /// A number.
    Number(i32),
    /// A word, or one of the words of a list.
    Word(String),
    /// One of several words.
    AnyOf(Vec<String>),
    /// A number in a closed range.
    Range {
        /// Lowest number.
        #[serde(rename = "从")]
        from: Option<i32>,
        /// Highest number.
        #[serde(rename = "至")]
        to: Option<i32>,
    },
}

/// The outcome of a condition for a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth<'a> {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// A coarse date or a missing value leaves it open: the fact's name.
    Undecided(&'a str),
}

impl Condition {
    /// The names of the facts that it asks for.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.tests.keys().map(String::as_str)
    }

    /// The names of facts that no member has: faults of the declaration.
    pub fn unknown_facts(&self) -> impl Iterator<Item = &str> {
        self.facts().filter(|name| !datum::is_known(name))
    }

    /// Whether the condition holds for a member. One test that fails settles
    /// it, whatever the others leave open.
    pub fn holds(&self, member: &Member, facts: &Facts) -> Truth<'_> {
        let mut undecided = None;
        for (name, test) in &self.tests {
            match test.holds(datum::datum(name, member, facts).unwrap_or(Datum::Missing)) {
                Certainty::Yes => {}
                Certainty::No => return Truth::No,
                Certainty::Open => undecided = undecided.or(Some(name.as_str())),
            }
        }
        undecided.map_or(Truth::Yes, Truth::Undecided)
    }
}

impl Test {
    fn holds(&self, datum: Datum) -> Certainty {
        match (self, datum) {
            (_, Datum::Missing) => Certainty::Open,
            (_, Datum::Uncounted) => Certainty::No,
            (Self::Flag(expected), Datum::Flag(certainty)) => match expected {
                true => certainty,
                false => !certainty,
            },
            (Self::Number(number), Datum::Number(reading)) => {
                reading.within(Some(*number), Some(*number))
            }
            (Self::Range { from, to }, Datum::Number(reading)) => reading.within(*from, *to),
            (Self::Word(expected), Datum::Word(word)) => (expected == word).into(),
            (Self::AnyOf(expected), Datum::Word(word)) => expected.iter().any(|e| e == word).into(),
            (Self::Word(expected), Datum::Words(words)) => {
                contains(&words, |word| word == expected)
            }
            (Self::AnyOf(expected), Datum::Words(words)) => {
                contains(&words, |word| expected.iter().any(|e| e == word))
            }
            _ => Certainty::No,
        }
    }
}

fn contains(words: &[(&str, Certainty)], wanted: impl Fn(&str) -> bool) -> Certainty {
    words
        .iter()
        .filter(|(word, _)| wanted(word))
        .fold(Certainty::No, |so_far, (_, certainty)| {
            so_far.or(*certainty)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::Reading;

    #[test]
    fn tests_of_each_kind() {
        let range = Test::Range {
            from: Some(36),
            to: Some(45),
        };
        for (age, expected) in [
            (35, Certainty::No),
            (36, Certainty::Yes),
            (45, Certainty::Yes),
            (46, Certainty::No),
        ] {
            assert_eq!(
                range.holds(Datum::Number(Reading::Known(age))),
                expected,
                "{age}"
            );
        }
        assert_eq!(
            range.holds(Datum::Number(Reading::Open(45, 46))),
            Certainty::Open
        );
        assert_eq!(range.holds(Datum::Missing), Certainty::Open);
        assert_eq!(range.holds(Datum::Uncounted), Certainty::No);
        let word = Test::Word("警告".into());
        assert_eq!(
            word.holds(Datum::Words(vec![
                ("限期改正", Certainty::Yes),
                ("警告", Certainty::Open)
            ])),
            Certainty::Open
        );
        assert_eq!(word.holds(Datum::Words(Vec::new())), Certainty::No);
        assert_eq!(
            Test::Flag(false).holds(Datum::Flag(Certainty::Open)),
            Certainty::Open
        );
    }
}
