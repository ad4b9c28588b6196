//! What a member may be by his coarse dates. Dates that each by itself leave
//! something open may decide it together, or the same date asked twice: so what is
//! open is looked at on each of their days.

use chrono::{Days, NaiveDate};

use super::registers::Derived;
use crate::derive::age::completed_from_id;
use crate::model::custom::{CustomKeys, CustomType};
use crate::model::custom_keys;
use crate::model::date::PartialDate;
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::noted::{Noted, noting};
use crate::model::provenance::{Keys, Traced};
use crate::model::record::Record as _;
use crate::model::value::Scalar as _;

/// So many are looked through: two dates known to the month, or one known to the year.
const MOST: usize = 1000;

/// A member as he may be, with what follows from that.
#[derive(Clone, Debug)]
pub struct World {
    pub(super) member: Member,
    pub(super) derived: Derived,
}

/// A coarse date of a member.
#[derive(Clone, Copy, Debug)]
pub struct Coarse {
    /// Where it stands.
    pub span: Span,
    date: PartialDate,
    /// The one day that it can mean by what else the file says, with the keys that say so:
    /// the ID number completes 出生年月.
    known: Option<Traced<NaiveDate>>,
}

impl Coarse {
    /// All days that it can be, the first and the last of them first.
    pub fn days(&self) -> Vec<NaiveDate> {
        match self.known {
            Some(known) => vec![known.value],
            None => days(self.date),
        }
    }

    /// Whether its day is known nevertheless.
    pub fn is_known(&self) -> bool {
        self.known.is_some()
    }
}

/// The coarse dates of a member that stand behind some keys; those whose day is known
/// nevertheless stand last.
pub fn coarse(member: &Member, keys: Keys, custom: &CustomKeys) -> Vec<Coarse> {
    let mut found = Vec::new();
    let mut look = |span: Span, date: Option<PartialDate>| {
        found.extend(date.filter(|date| date.day().is_none()).map(|date| Coarse {
            span,
            date,
            known: None,
        }));
    };
    member.each(&mut |value| {
        let date = value.date().filter(|_| keys.has(value.key()));
        look(value.span(), date);
    });
    for (key, _, value) in &member.custom.entries {
        if let Some((CustomType::Date, id)) = custom_keys::find(custom, key)
            && keys.has(id)
        {
            look(value.span, PartialDate::read(&value.text).ok());
        }
    }
    let born = member.born.as_ref().map(|born| born.span);
    for birth in found.iter_mut().filter(|one| Some(one.span) == born) {
        birth.known = completed(member, birth.date);
    }
    found.sort_by_key(Coarse::is_known);
    found
}

fn completed(member: &Member, born: PartialDate) -> Option<Traced<NaiveDate>> {
    let day = noting(|notes| completed_from_id(Noted::on(member, notes), born));
    day.value.map(|value| day.map(|_| value))
}

/// The first coarse date that by itself decides something, on one of its days. The first
/// and the last day of each are asked before any other, so many of them as is said: mostly
/// one decides.
pub fn deciding(
    coarse: &[Coarse],
    most: usize,
    decides: impl Fn(Span, NaiveDate) -> bool,
) -> Option<Span> {
    let decides_in = |days: usize| {
        let found = coarse.iter().find(|one| {
            let days = one.days().into_iter().take(days);
            days.into_iter().any(|day| decides(one.span, day))
        });
        found.map(|one| one.span)
    };
    let ends = decides_in(most.min(ENDS));
    ends.or_else(|| decides_in(most).filter(|_| most > ENDS))
}

/// The first and the last day.
pub const ENDS: usize = 2;

/// What a member may be, and what says so beside the dates themselves.
pub struct Worlds<I> {
    pub(super) members: I,
    pub(super) keys: Keys,
}

/// The member on each day of his coarse dates that stand behind some keys; the first and
/// the last days come first, as they most often differ.
pub fn members(
    member: &Member,
    keys: Keys,
    custom: &CustomKeys,
) -> Option<Worlds<impl Iterator<Item = Member>>> {
    let coarse = coarse(member, keys, custom);
    let known = coarse.iter().filter_map(|one| one.known);
    let keys = known.map(|known| known.keys).collect();
    let coarse: Vec<(Span, Vec<NaiveDate>)> =
        coarse.iter().map(|one| (one.span, one.days())).collect();
    let counts = coarse.iter().map(|(_, days)| days.len());
    let count = counts.fold(1, usize::saturating_mul);
    if coarse.is_empty() || count > MOST {
        return None;
    }
    let member = member.clone();
    let on = move |mut number: usize| {
        let mut exact = member.clone();
        for (span, days) in &coarse {
            set(&mut exact, *span, days[number % days.len()]);
            number /= days.len();
        }
        exact
    };
    let numbers = [0, count - 1].into_iter().chain(1..count.max(2) - 1);
    let members = numbers.map(on);
    Some(Worlds { members, keys })
}

/// The member with one of his dates exact.
pub fn on_day(member: &Member, span: Span, day: NaiveDate) -> Member {
    let mut exact = member.clone();
    set(&mut exact, span, day);
    exact
}

fn set(member: &mut Member, span: Span, day: NaiveDate) {
    member.each_date_mut(&mut |value| {
        if value.span == span {
            value.parsed = Ok(PartialDate::Day(day));
        }
    });
    for (_, _, value) in &mut member.custom.entries {
        if value.span == span {
            value.text = day.to_string();
        }
    }
}

/// All days that a date can be, the first and the last of them first.
fn days(date: PartialDate) -> Vec<NaiveDate> {
    let (first, last) = (date.earliest(), date.latest());
    let next = |day: &NaiveDate| day.checked_add_days(Days::new(1));
    let between = std::iter::successors(next(&first), next).take_while(|day| *day < last);
    let ends = [first, last]
        .into_iter()
        .take(if first == last { 1 } else { 2 });
    ends.chain(between).collect()
}
