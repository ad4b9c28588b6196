//! A value with its reasons.

use crate::model::date::PartialDate;
use crate::model::node::Span;
use crate::model::value::Value;

/// A derived value with what it was derived from.
#[derive(Clone, Debug)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// The rule that gave it.
    pub rule: Rule,
    /// The values of the member's file that went into it.
    pub inputs: Vec<Input>,
}

/// A value of the member's file that went into a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The key as in the file.
    pub key: &'static str,
    /// Where the value stands in the file.
    pub span: Span,
    /// Whether it is a date that is not known to the day.
    pub coarse: bool,
}

impl Input {
    /// The input of a key, where it is given.
    pub fn of<T>(key: &'static str, value: Option<&Value<T>>) -> Option<Self> {
        value.map(|value| Self {
            key,
            span: value.span,
            coarse: false,
        })
    }

    /// The input of a date, where it is given.
    pub fn date(key: &'static str, value: Option<&Value<PartialDate>>) -> Option<Self> {
        let value = value?;
        let coarse = value.get().is_some_and(|date| date.day().is_none());
        Some(Self {
            key,
            span: value.span,
            coarse,
        })
    }
}

/// The rules that give facts, by the clause they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Completed years on 填表日期.
    Age,
    /// Difference of the years (年龄算法: 年份差).
    AgeByYear,
    /// 党章 art. 7: 党龄 from 转正.
    StandingFromConfirmation,
    /// Without 预备期 (1969-04-01 … 1977-08-11): 党龄 from 入党.
    StandingFromAdmission,
    /// 预备党员: admitted since 1977-08-12 and not yet confirmed.
    Probationer,
    /// In this branch on the day, not transferred, departed or suspended.
    OnRoll,
    /// 一（一）of the notice: whom the round covers.
    Subject,
    /// 附件6, notes 3 and 5: away within the period counted.
    Away,
    /// 附件3 note 3: from the last contact to the end of the search.
    LostTime,
    /// 附件3: lost for six months and more before the round.
    RegisterLost,
    /// 附件4 note 2: found again during the search.
    RegisterFound,
    /// 附件5 note 2: not found by the end of the search.
    RegisterNotFound,
    /// GB/T 4658 in three classes, the higher of two.
    Schooling,
    /// Highest post in the Party.
    Post,
}
