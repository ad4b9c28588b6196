//! Facts by their Chinese names: what the conditions of forms ask for.

use super::{Certainty, Facts, Reading, Standing};
use crate::model::code::Code as _;
use crate::model::member::Member;
use crate::model::value::Given as _;

/// A fact as conditions see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A number.
    Number(Reading<i32>),
    /// A word out of a list.
    Word(&'static str),
    /// Yes or no.
    Flag(Certainty),
    /// Several words, each surely or perhaps among them.
    Words(Vec<(&'static str, Certainty)>),
    /// Counted nowhere by a setting of the round.
    Uncounted,
    /// The file does not say.
    Missing,
}

/// The facts that say of whom a form is: each is a yes or no.
const POPULATIONS: [&str; 9] = [
    "预备党员",
    "基准日预备",
    "在册",
    "排查对象",
    "流动党员",
    "附件2",
    "附件3",
    "附件4",
    "附件5",
];

/// Whether a name is that of a population.
pub fn is_population(name: &str) -> bool {
    POPULATIONS.contains(&name)
}

/// The other facts that conditions can ask for.
const OTHERS: [&str; 10] = [
    "性别",
    "少数民族",
    "年龄",
    "党龄",
    "学历类",
    "党内职务类",
    "失联月数",
    "失去联系情形",
    "职业",
    "处置",
];

/// Whether there is a fact of this name.
pub fn is_known(name: &str) -> bool {
    is_population(name) || OTHERS.contains(&name)
}

/// The fact of this name; `None` where there is no such fact.
pub fn datum(name: &str, member: &Member, facts: &Facts) -> Option<Datum> {
    let number = |reading: Option<Reading<i32>>| reading.map_or(Datum::Missing, Datum::Number);
    let word = |word: Option<&'static str>| word.map_or(Datum::Missing, Datum::Word);
    let lost = facts.lost.as_ref();
    let flag = |certainty: Option<Certainty>| Datum::Flag(certainty.unwrap_or(Certainty::No));
    let standing = facts.standing.as_ref().map(|fact| fact.value);
    Some(match name {
        "性别" => word(member.sex.given().map(|sex| sex.word())),
        "少数民族" => match member.ethnicity.given() {
            Some(ethnicity) => Datum::Flag(ethnicity.is_minority().into()),
            None => Datum::Missing,
        },
        "年龄" => number(facts.age.as_ref().map(|age| age.value)),
        "党龄" => match standing {
            Some(standing) if facts.uncounted_standing(standing) => Datum::Uncounted,
            standing => number(standing.map(Standing::years)),
        },
        "学历类" => word(
            facts
                .schooling
                .as_ref()
                .map(|fact| fact.value.education.class()),
        ),
        "党内职务类" => Datum::Word(facts.post.value.word()),
        "失联月数" => number(lost.map(|lost| lost.months.value)),
        "失去联系情形" => word(
            member
                .lost
                .as_ref()
                .and_then(|lost| lost.cause.given())
                .map(|cause| cause.word()),
        ),
        "职业" => word(
            member
                .occupation
                .given()
                .map(|occupation| occupation.word()),
        ),
        "预备党员" => {
            Datum::Flag(standing.map_or(Certainty::Open, |standing| standing.probationer))
        }
        "基准日预备" => Datum::Flag(facts.probationer_at_baseline),
        "在册" => Datum::Flag(facts.on_roll.value),
        "排查对象" => Datum::Flag(facts.subject.value),
        "流动党员" | "附件2" => Datum::Flag(facts.away.value),
        "附件3" => flag(lost.map(|lost| lost.lost_before.value)),
        "附件4" => flag(lost.map(|lost| lost.found.value)),
        "附件5" => flag(lost.map(|lost| lost.not_found.value)),
        "处置" => Datum::Words(
            facts
                .dispositions
                .iter()
                .map(|(kind, counts)| (kind.word(), *counts))
                .collect(),
        ),
        _ => return None,
    })
}
