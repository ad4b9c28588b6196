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

/// The facts that say of whom a form is, each a yes or no, with the keys of a
/// member's file that decide it.
const POPULATIONS: [(&str, &[&str]); 9] = [
    ("预备党员", STANDING),
    ("基准日预备", STANDING),
    ("在册", ROLL),
    ("排查对象", ROLL),
    ("流动党员", AWAY),
    ("附件2", AWAY),
    ("附件3", LOST),
    ("附件4", OUTCOME),
    ("附件5", OUTCOME),
];

/// The other facts that conditions can ask for, with their keys.
const OTHERS: [(&str, &[&str]); 10] = [
    ("性别", &["性别"]),
    ("少数民族", &["民族"]),
    ("年龄", &["出生年月", "身份证号码"]),
    ("党龄", STANDING),
    (
        "学历类",
        &["学历学位.全日制教育.学历", "学历学位.在职教育.学历"],
    ),
    ("党内职务类", &["曾任党内职务", "现任党内职务"]),
    ("失联月数", LOST),
    ("失去联系情形", &["失联.情形"]),
    ("职业", &["职业"]),
    ("处置", &["处置"]),
];

fn named(name: &str, list: &[(&str, &'static [&'static str])]) -> Option<&'static [&'static str]> {
    let found = list.iter().find(|(known, _)| *known == name);
    found.map(|(_, keys)| *keys)
}

/// Whether a name is that of a population.
pub fn is_population(name: &str) -> bool {
    named(name, &POPULATIONS).is_some()
}

/// Whether there is a fact of this name.
pub fn is_known(name: &str) -> bool {
    !keys(name).is_empty()
}

/// The keys of a member's file that a fact is derived from; none where there is
/// no such fact.
pub fn keys(name: &str) -> &'static [&'static str] {
    let found = named(name, &POPULATIONS).or_else(|| named(name, &OTHERS));
    found.unwrap_or_default()
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
