//! Facts and days by their Chinese names: what the conditions of forms ask for. None
//! has the name of a key.

use chrono::NaiveDate;

use super::value::Type::{self, Date, Flag, Number, Text, Texts};
use super::value::Value;
use super::{Asking, Facts, PostClass, Reading, dues};
use crate::model::code::Code as _;
use crate::model::codes::{Disposition, LossCause, ProbationerCount};
use crate::model::date::PartialDate;
use crate::model::education::CLASSES;
use crate::model::provenance::Traced;
use crate::model::value::Given as _;

/// A fact that forms can ask for.
pub struct NamedFact {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub of: Type,
    value: fn(&Facts, Asking<'_>) -> Traced<Value>,
}

impl std::fmt::Debug for NamedFact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for NamedFact {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Facts by name: what each is, and its value.
macro_rules! facts {
    ($facts:ident, $asking:ident; $($name:literal: $of:expr, $value:expr;)*) => {
        &[$(NamedFact { name: $name, of: $of, value: |$facts, $asking| $value }),*]
    };
}

/// Whether the member is one of a population.
static POPULATIONS: &[NamedFact] = facts! { facts, _asking;
    "预备党员": Flag, facts.probationer.map(Value::Flag);
    "基准日预备": Flag, facts.probationer_at_baseline.map(Value::Flag);
    "在册": Flag, facts.on_roll.map(Value::Flag);
    "排查对象": Flag, facts.subject.map(Value::Flag);
    "流动党员": Flag, facts.away.map(Value::Flag);
    "失联党员": Flag, facts.lost.lost_before.map(Value::Flag);
    "取得联系党员": Flag, facts.lost.found.map(Value::Flag);
    "无法取得联系党员": Flag, facts.lost.not_found.map(Value::Flag);
};

/// Whatever else follows from the file, and the days.
#[allow(unused_variables)]
static OTHERS: &[NamedFact] = facts! { facts, asking;
    "少数民族": Flag, asking.traced(|member, _| {
        let ethnicity = member.ethnicity().given();
        ethnicity.map_or(Value::Open, |one| Value::Flag(one.is_minority().into()))
    });
    "年龄": Number, number(match asking.completed {
        true => facts.age.completed,
        false => facts.age.by_birth,
    });
    "党龄": Number, standing(facts, asking);
    "学历类": Text(&CLASSES), word(facts.schooling.class, &CLASSES);
    "学位": Text(&[]), facts.schooling.degree.as_ref().map(|degree| match degree {
        Some(degree) => Value::Text(degree.clone(), None),
        None => Value::Absent,
    });
    "党内职务类": Text(PostClass::WORDS),
        word(facts.post.map(|post| post.map(PostClass::word)), PostClass::WORDS);
    "失联月数": Number, number(facts.lost.months);
    "最后联系日期": Date, facts.lost.last_contact.map(|contact| match contact {
        Some(Some(day)) => Value::Date(day),
        Some(None) => Value::Absent,
        None => Value::Open,
    });
    "失去联系情形": Text(LossCause::WORDS), word(
        asking.traced(|member, _| Some(member.lost()?.cause().given()?.word())),
        LossCause::WORDS,
    );
    "欠交党费月数": Number, dues::owed(asking).map(|owed| match owed {
        Some(Some(months)) => of_reading(months),
        Some(None) => Value::Absent,
        None => Value::Open,
    });
    "计入处置": Texts(Disposition::WORDS), dispositions(facts);
    "口袋": Flag, facts.pocket.map(Value::Flag);
    "已处置": Flag, facts.disposed.map(Value::Flag);
    "填表日期": Date, day(asking.reference.filled_on);
    "联系查找结束日": Date, day(asking.reference.search_ended);
    "排查前基准日": Date, day(asking.reference.baseline);
    "流动统计起始日": Date, day(asking.reference.away_from);
};

fn number(reading: Traced<Option<Reading<i32>>>) -> Traced<Value> {
    reading.map(|reading| reading.map_or(Value::Open, of_reading))
}

fn of_reading(reading: Reading<i32>) -> Value {
    let (low, high) = reading.ends();
    Value::Number(f64::from(low), f64::from(high))
}

/// Completed years of 党龄; none for a probationer whom the setting 预备党员计入 counts
/// in no column.
fn standing(facts: &Facts, asking: Asking<'_>) -> Traced<Value> {
    let years = number(facts.standing.map(|standing| Some(standing?.years())));
    if !facts.probationer.value.is_yes() {
        return years;
    }
    let setting = asking.traced(|_, days| days.probationers());
    let counted = setting.map(|setting| match setting {
        ProbationerCount::Nowhere => Value::Absent,
        _ => years.value,
    });
    counted.joined(years.keys)
}

/// A word with its place in the list.
fn word(word: Traced<Option<&'static str>>, words: &[&str]) -> Traced<Value> {
    word.map(|word| match word {
        Some(word) => {
            let place = words.iter().position(|known| *known == word);
            Value::Text(word.to_owned(), place)
        }
        None => Value::Open,
    })
}

fn dispositions(facts: &Facts) -> Traced<Value> {
    facts.dispositions.as_ref().map(|counted| {
        let words = counted.kinds.iter();
        let words = words.map(|(kind, counts)| (kind.word().to_owned(), *counts));
        match counted.unread {
            true => Value::Open,
            false => Value::Texts(words.collect()),
        }
    })
}

fn day(day: Traced<NaiveDate>) -> Traced<Value> {
    day.map(|day| Value::Date(PartialDate::Day(day)))
}

impl NamedFact {
    /// The fact of a name; none where there is no such fact.
    pub fn find(name: &str) -> Option<&'static Self> {
        Self::all().find(|fact| fact.name == name)
    }

    /// Every fact that forms can ask for: populations first.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        POPULATIONS.iter().chain(OTHERS)
    }

    /// Whether it says if a member is one of a population.
    pub fn is_population(&self) -> bool {
        POPULATIONS.contains(self)
    }

    /// What it is for a member: open where a value is missing or cannot be read.
    pub fn of(&self, facts: &Facts, asking: Asking<'_>) -> Traced<Value> {
        (self.value)(facts, asking)
    }
}
