//! Facts by their Chinese names: what the conditions of forms ask for.

use super::{Certainty, Facts, PostClass, Reading, Standing};
use crate::model::code::Code as _;
use crate::model::codes::{Disposition, LossCause, Occupation, Sex};
use crate::model::education::CLASSES;
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

/// The keys that decide 在册.
const ROLL: &[&str] = &[
    "进入党支部日期",
    "入党日期",
    "转出.日期",
    "出党.日期",
    "停止党籍日期",
];
/// The keys that decide 流动, and with it 附件2.
const AWAY: &[&str] = &["流动.流出日期", "流动.返回日期"];
/// The keys that decide for how long somebody is lost, and with it 附件3.
const LOST: &[&str] = &["失联.最后组织生活", "失联.最后交纳党费"];
/// The keys that decide between 附件4 and 附件5.
const OUTCOME: &[&str] = &[
    "失联.最后组织生活",
    "失联.最后交纳党费",
    "失联.结果",
    "失联.取得联系日期",
];
const STANDING: &[&str] = &["入党日期", "转正日期", "党龄校正月数"];

/// What a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatumKind {
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// A word of this list.
    Word(&'static [&'static str]),
    /// Several words of this list.
    Words(&'static [&'static str]),
}

/// A fact: its name, what it is, the keys of a member's file that decide it.
type Entry = (&'static str, DatumKind, &'static [&'static str]);

/// The facts that say of whom a form is, each a yes or no.
const POPULATIONS: [Entry; 9] = [
    ("预备党员", DatumKind::Flag, STANDING),
    ("基准日预备", DatumKind::Flag, STANDING),
    ("在册", DatumKind::Flag, ROLL),
    ("排查对象", DatumKind::Flag, ROLL),
    ("流动党员", DatumKind::Flag, AWAY),
    ("附件2", DatumKind::Flag, AWAY),
    ("附件3", DatumKind::Flag, LOST),
    ("附件4", DatumKind::Flag, OUTCOME),
    ("附件5", DatumKind::Flag, OUTCOME),
];

/// The other facts that conditions can ask for.
const OTHERS: [Entry; 10] = [
    ("性别", DatumKind::Word(Sex::WORDS), &["性别"]),
    ("少数民族", DatumKind::Flag, &["民族"]),
    ("年龄", DatumKind::Number, &["出生年月", "身份证号码"]),
    ("党龄", DatumKind::Number, STANDING),
    (
        "学历类",
        DatumKind::Word(&CLASSES),
        &["学历学位.全日制教育.学历", "学历学位.在职教育.学历"],
    ),
    (
        "党内职务类",
        DatumKind::Word(PostClass::WORDS),
        &["曾任党内职务", "现任党内职务"],
    ),
    ("失联月数", DatumKind::Number, LOST),
    (
        "失去联系情形",
        DatumKind::Word(LossCause::WORDS),
        &["失联.情形"],
    ),
    ("职业", DatumKind::Word(Occupation::WORDS), &["职业"]),
    ("处置", DatumKind::Words(Disposition::WORDS), &["处置"]),
];

fn entry(name: &str) -> Option<&'static Entry> {
    let mut entries = POPULATIONS.iter().chain(&OTHERS);
    entries.find(|(known, ..)| *known == name)
}

/// The names of all facts.
pub fn names() -> impl Iterator<Item = &'static str> {
    POPULATIONS.iter().chain(&OTHERS).map(|(name, ..)| *name)
}

/// The names of all populations.
pub fn populations() -> impl Iterator<Item = &'static str> {
    POPULATIONS.iter().map(|(name, ..)| *name)
}

/// Whether a name is that of a population.
pub fn is_population(name: &str) -> bool {
    POPULATIONS.iter().any(|(known, ..)| *known == name)
}

/// The name and the kind of a fact; none where there is no such fact.
pub fn kind(name: &str) -> Option<(&'static str, DatumKind)> {
    entry(name).map(|(name, kind, _)| (*name, *kind))
}

/// The keys of a member's file that a fact is derived from; none where there is
/// no such fact.
pub fn keys(name: &str) -> &'static [&'static str] {
    entry(name).map_or(&[], |(_, _, keys)| keys)
}

/// The place of a word in the list of a fact, from 0.
pub fn place(name: &str, word: &str) -> Option<usize> {
    match entry(name)?.1 {
        DatumKind::Word(words) | DatumKind::Words(words) => {
            words.iter().position(|known| *known == word)
        }
        DatumKind::Number | DatumKind::Flag => None,
    }
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
