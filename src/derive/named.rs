//! Facts and days by their Chinese names: what the conditions of forms ask for. None
//! has the name of a key.

use chrono::NaiveDate;

use super::value::Type::{self, Date, Flag, Number, Text, Texts};
use super::value::Value;
use super::{Asking, Facts, PostClass, Reading, Working};
use super::{age, away, dues, letter, lost, roll, standing};
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
    /// The rule that it follows, in Chinese and in English.
    pub rule: [&'static str; 2],
    value: fn(&Facts, Asking<'_>) -> Traced<Value>,
    working: Option<MakeWorking>,
}

type MakeWorking = fn(Asking<'_>) -> Option<Working>;

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

/// Facts by name: what each is, the rule in both languages, its value, and how it comes
/// about where days are counted.
macro_rules! facts {
    ($facts:ident, $asking:ident;
     $($name:literal: $of:expr, $zh:literal $en:literal, $value:expr $(; by $working:path)?;)*) => {
        &[$(NamedFact {
            name: $name,
            of: $of,
            rule: [$zh, $en],
            value: |$facts, $asking| $value,
            working: [$(Some($working as MakeWorking),)? None][0],
        }),*]
    };
}

/// Whether the member is one of a population.
static POPULATIONS: &[NamedFact] = facts! { facts, _asking;
    "预备党员": Flag,
        "1977-08-12 起入党，到填表日期还没有转正（1969-04-01 至 1977-08-11 入党的没有预备期）"
        "joined since 1977-08-12 and not confirmed by 填表日期 (no probation for who joined from 1969-04-01 to 1977-08-11)",
        facts.probationer.map(Value::Flag);
    "基准日预备": Flag,
        "1977-08-12 起入党，到排查前基准日还没有转正"
        "joined since 1977-08-12 and not confirmed by 排查前基准日",
        facts.probationer_at_baseline.map(Value::Flag);
    "在册": Flag,
        "排查前基准日那天已经进入党支部（没有写的看入党日期），还没有转出、出党、停止党籍"
        "on 排查前基准日 admitted to the branch (without a date of that, to the Party), and not yet transferred, departed or suspended",
        facts.on_roll.map(Value::Flag); by roll::working;
    "排查对象": Flag,
        "排查前基准日至填表日期有一天在册；或 2007-01-01 起转出、到填表日期没有回执（补转的看排查前基准日）；2019 年的规定还包括排查前已停止党籍的失联党员"
        "在册 on a day from 排查前基准日 to 填表日期; or transferred since 2007-01-01 without 回执 by 填表日期 (补转: by 排查前基准日); by the rules of 2019 also who is lost and was suspended before",
        facts.subject.map(Value::Flag); by roll::working_of_subject;
    "流动党员": Flag,
        "排查对象，流出至返回的时间在流动统计起始日至填表日期之内有一天，那天在册"
        "one of the 排查对象 who is away, and 在册, on a day from 流动统计起始日 to 填表日期",
        facts.away.map(Value::Flag); by away::working;
    "失联党员": Flag,
        "排查对象，到排查前基准日与党组织失去联系满 6 个月（附件3）"
        "one of the 排查对象 without contact for six completed months on 排查前基准日 (附件3)",
        facts.lost.lost_before.map(Value::Flag); by lost::working_before;
    "取得联系党员": Flag,
        "失联党员，结果是已取得联系，取得联系日期不晚于联系查找结束日，到那天没有出党（附件4 注2）"
        "失联党员 found by 联系查找结束日 who had not departed by then (附件4, note 2)",
        facts.lost.found.map(Value::Flag);
    "无法取得联系党员": Flag,
        "排查对象，到联系查找结束日失去联系满 6 个月，到那天没有取得联系，也没有出党（附件5 注2）"
        "one of the 排查对象 without contact for six completed months on 联系查找结束日, neither found nor departed by then (附件5, note 2)",
        facts.lost.not_found.map(Value::Flag); by lost::working;
};

/// Whatever else follows from the file, and the days.
#[allow(unused_variables)]
static OTHERS: &[NamedFact] = facts! { facts, asking;
    "少数民族": Flag,
        "民族不是汉族；未识别民族、外国血统中国籍不算"
        "民族 is not 汉族; unidentified and foreign descent do not count",
        asking.traced(|member, _| {
        let ethnicity = member.ethnicity().given();
        ethnicity.map_or(Value::Open, |one| Value::Flag(one.is_minority().into()))
    });
    "年龄": Number,
        "到填表日期的年数，按年龄算法；出生年月不到日的，用身份证号码补足"
        "years on 填表日期 by 年龄算法; a birth that is not given to the day is completed from the ID number",
        number(match asking.completed {
        true => facts.age.completed,
        false => facts.age.by_birth,
    }); by age::working;
    "党龄": Number,
        "从转正日期（没有预备期的从入党日期）到填表日期满多少年，加上党龄校正月数；预备党员按预备党员计入"
        "completed years from 转正日期 (without probation from 入党日期) to 填表日期 with 党龄校正月数; probationers by 预备党员计入",
        standing(facts, asking); by standing::working;
    "学历类": Text(&CLASSES),
        "全日制教育和在职教育中高的一个；肄业的低一级"
        "the higher of full-time and part-time education; 肄业 counts one level down",
        word(facts.schooling.class, &CLASSES);
    "有学历": Flag,
        "全日制教育或者在职教育写了学历"
        "full-time or part-time education is given with its level",
        facts.schooling.is_given.map(|given| Value::Flag(given.into()));
    "学位": Text(&[]),
        "学历高的那一项教育的学位"
        "the degree of the higher education",
        facts.schooling.degree.as_ref().map(|degree| match degree {
            Some(degree) => Value::Text(degree.clone(), None),
            None => Value::Absent,
        });
    "党内职务类": Text(PostClass::WORDS),
        "现任和曾任党内职务中高的一类；团、工会、村委会等的职务不算"
        "the highest of present and former posts in the Party; those of other bodies do not count",

        word(facts.post.map(|post| post.map(PostClass::word)), PostClass::WORDS);
    "失联月数": Number,
        "最后组织生活和最后交纳党费中晚的一天，到联系查找结束日满多少个月；没有失联的没有"
        "completed months from the later of 最后组织生活 and 最后交纳党费 to 联系查找结束日; none without 失联",
        of_lost(asking, number(facts.lost.months)); by lost::working;
    "最后联系日期": Date,
        "最后组织生活和最后交纳党费中晚的一天"
        "the later of 最后组织生活 and 最后交纳党费",
        facts.lost.last_contact.map(|contact| match contact {
            Some(Some(day)) => Value::Date(day),
            Some(None) => Value::Absent,
            None => Value::Open,
        });
    "失去联系情形": Text(LossCause::WORDS),
        "失联的失去联系情形；没有失联的没有"
        "失去联系情形 of 失联; none without it",
        of_lost(asking, word(
        asking.traced(|member, _| Some(member.lost()?.cause().given()?.word())),
        LossCause::WORDS,
    ));
    "欠交党费月数": Number,
        "党费交至的月份以后、填表日期那个月以前，没有交的月数"
        "the months behind the last one paid for and before that of 填表日期",
        dues::owed(asking).map(|owed| match owed {
            Some(Some(months)) => of_reading(months),
            Some(None) => Value::Absent,
            None => Value::Open,
        });
    "计入处置": Texts(Disposition::WORDS),
        "处置中日期不晚于填表日期的，每种算一次"
        "entries of 处置 dated not later than 填表日期, each kind once",
        dispositions(facts);
    "口袋": Flag,
        "2007-01-01 起转出，到填表日期没有回执，介绍信过了有效期（没有写有效期天数的按 90 天）"
        "transferred since 2007-01-01, without 回执 by 填表日期, and the letter is no longer valid (90 days unless 有效期天数 says less)",
        facts.pocket.map(Value::Flag); by letter::working;
    "转出时预备": Flag,
        "转出那天的预备党员：1977-08-12 起入党，还没有转正"
        "a probationer on the day of 转出: joined since 1977-08-12, and not confirmed",
        letter::probationer(asking).map(|one| match one {
            Some(one) => Value::Flag(one),
            None => Value::Absent,
        });
    "介绍信有效天数": Number,
        "转出的有效期天数；没有写的按 90 天"
        "有效期天数 of 转出, 90 where it is not given",
        letter::days(asking).map(|days| match days {
            Some(Some(days)) => Value::number(days),
            Some(None) => Value::Open,
            None => Value::Absent,
        });
    "已处置": Flag,
        "处置中有日期不晚于填表日期的"
        "an entry of 处置 is dated not later than 填表日期",
        facts.disposed.map(Value::Flag);
    "填表日期": Date,
        "这张表的填表日期"
        "the day on which the form is filled in",
        day(asking.reference.filled_on);
    "联系查找结束日": Date,
        "排查.yaml 的联系查找结束日"
        "联系查找结束日 of 排查.yaml",
        day(asking.reference.search_ended);
    "排查前基准日": Date,
        "排查.yaml 的排查前基准日"
        "排查前基准日 of 排查.yaml",
        day(asking.reference.baseline);
    "流动统计起始日": Date,
        "排查.yaml 的流动统计起始日；没有写的是排查前基准日那年的 1 月 1 日"
        "流动统计起始日 of 排查.yaml; without it 1 January of the year of 排查前基准日",
        day(asking.reference.away_from);
};

fn number(reading: Traced<Option<Reading<i32>>>) -> Traced<Value> {
    reading.map(|reading| reading.map_or(Value::Open, of_reading))
}

fn of_reading(reading: Reading<i32>) -> Value {
    let (low, high) = reading.ends();
    Value::Number(low.into(), high.into())
}

/// What is said of who is lost: who has no 失联 is not, and of him nothing is open.
fn of_lost(asking: Asking<'_>, value: Traced<Value>) -> Traced<Value> {
    let is_lost = asking.traced(|member, _| member.lost().is_some());
    match is_lost.value {
        true => value,
        false => is_lost.map(|_| Value::Absent),
    }
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

    /// How it comes about, where days are counted.
    pub fn working(&self, asking: Asking<'_>) -> Option<Working> {
        self.working?(asking)
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
