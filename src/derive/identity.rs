//! What tells a member from others: by it the same person is found in several files.

use std::path::{Path, PathBuf};

use chrono::Datelike as _;
use serde::{Deserialize, Serialize};

use super::roll::RollPeriod;
use super::{Certainty, Facts};
use crate::model::handle::MemberId;
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::noted::{Noted, Notes};
use crate::model::value::Given as _;

/// What tells a member from others, and where it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Identity {
    /// The member.
    pub member: MemberId,
    /// His file.
    pub path: PathBuf,
    period: RollPeriod,
    /// The ID number, where it is one: those that can't be read are compared with none.
    pub number: Option<(String, Span)>,
    /// The name, without spaces.
    pub name: Option<(String, Span)>,
    /// The letter of introduction with which he left, where it has a number.
    pub letter: Option<Box<Letter>>,
    /// The day of birth, counted from 1 January of the year 1.
    pub born: Option<i32>,
    /// Where he counts.
    pub counted: Counted,
}

/// Where a person counts, who may do so once, whatever files he has.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Counted {
    /// Among those lost, found again or not.
    pub lost: bool,
    /// Among those away.
    pub away: bool,
}

impl Counted {
    /// Where a member surely counts, on the days of one form or another.
    pub fn of(facts: &[Facts]) -> Self {
        let any = |fact: fn(&Facts) -> Certainty| facts.iter().any(|one| fact(one).is_yes());
        Self {
            lost: any(|one| one.lost.lost_before.value) || any(|one| one.lost.not_found.value),
            away: any(|one| one.away.value),
        }
    }
}

/// A letter of introduction, as it is compared with others.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Letter {
    /// Its number, without spaces.
    pub number: String,
    /// Where that stands.
    pub at: Span,
    /// Whether it is printed in this round.
    pub is_printed: bool,
}

impl Letter {
    fn of(member: &Member) -> Option<Box<Self>> {
        let out = member.transfer_out.as_ref()?;
        let number = out.letter.as_ref()?;
        Some(Box::new(Self {
            number: number.text.split_whitespace().collect(),
            at: number.span,
            is_printed: out.prints_letter.given() == Some(&true),
        }))
    }
}

impl Identity {
    /// That of a member, with the facts of all days.
    pub fn of(id: MemberId, path: &Path, member: &Member, facts: &[Facts]) -> Self {
        let number = member.id_number.as_ref();
        let number = number.and_then(|value| Some((value.get()?.as_str().to_owned(), value.span)));
        let name = member.name.as_ref();
        let born = member.born.given().and_then(|born| born.day());
        Self {
            member: id,
            path: path.to_owned(),
            period: RollPeriod::of(Noted::on(member, &Notes::default())),
            number,
            letter: Letter::of(member),
            name: name.and_then(|value| {
                let words = value.get()?.as_str().split_whitespace();
                Some((words.collect(), value.span))
            }),
            born: born.map(|day| day.num_days_from_ce()),
            counted: Counted::of(facts),
        }
    }

    /// Whether both are 在册 on the same day.
    pub fn overlaps(&self, other: &Self) -> Certainty {
        self.period.overlaps(&other.period)
    }

    /// The ID number.
    pub fn number(&self) -> Option<&str> {
        self.number.as_ref().map(|(number, _)| number.as_str())
    }
}
