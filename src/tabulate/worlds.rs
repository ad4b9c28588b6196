//! What a member may be by his coarse dates. Dates that each by itself leave
//! something open may decide it together, or the same date asked twice: so what is
//! open is looked at on each of their days.

use chrono::{Days, NaiveDate};

use super::registers::Derived;
use crate::model::custom::{CustomKeys, CustomType};
use crate::model::custom_keys;
use crate::model::date::PartialDate;
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::provenance::Keys;
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

/// A coarse date of a member: where it stands, and what it says.
pub type Coarse = (Span, PartialDate);

/// The coarse dates of a member that stand behind some keys.
pub fn coarse(member: &Member, keys: Keys, custom: &CustomKeys) -> Vec<Coarse> {
    let mut found = Vec::new();
    let mut look = |span: Span, date: Option<PartialDate>| {
        found.extend(
            date.filter(|date| date.day().is_none())
                .map(|date| (span, date)),
        );
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
    found
}

/// The member on each day of his coarse dates that stand behind some keys; the first and
/// the last days come first, as they most often differ.
pub fn members(
    member: &Member,
    keys: Keys,
    custom: &CustomKeys,
) -> Option<impl Iterator<Item = Member>> {
    let coarse = coarse(member, keys, custom);
    let coarse: Vec<(Span, Vec<NaiveDate>)> = coarse
        .into_iter()
        .map(|(span, date)| (span, days(date)))
        .collect();
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
    let numbers = [0, count - 1].into_iter().chain(1..count - 1);
    Some(numbers.map(on))
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
pub fn days(date: PartialDate) -> Vec<NaiveDate> {
    let (first, last) = (date.earliest(), date.latest());
    let next = |day: &NaiveDate| day.checked_add_days(Days::new(1));
    let between = std::iter::successors(next(&first), next).take_while(|day| *day < last);
    let ends = [first, last]
        .into_iter()
        .take(if first == last { 1 } else { 2 });
    ends.chain(between).collect()
}
