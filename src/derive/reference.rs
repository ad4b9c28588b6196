//! The days and settings that facts are counted by: never "today".

use chrono::{Datelike as _, NaiveDate};

use crate::model::codes::{AgeMethod, ProbationerCount, RuleSet};
use crate::model::noted::{Noted, Notes, note_all, noting};
use crate::model::provenance::Traced;
use crate::model::round::Round;
use crate::model::value::Given as _;

/// Declares the days and settings, and how each is asked for.
macro_rules! reference {
    ($($(#[$doc:meta])* $field:ident: $type:ty,)*) => {
        /// The reference days of one form of one organisation, each with the keys of the
        /// round and of organisations that say so.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Reference {
            $($(#[$doc])* pub $field: Traced<$type>,)*
        }

        impl Days<'_> {
            $($(#[$doc])* pub fn $field(self) -> $type {
                note_all(self.notes, self.reference.$field.keys);
                self.reference.$field.value
            })*
        }
    };
}

reference! {
    /// 填表日期: age, 党龄, 预备.
    filled_on: NaiveDate,
    /// 联系查找结束日: lost time.
    search_ended: NaiveDate,
    /// 排查前基准日: the roll before the round.
    baseline: NaiveDate,
    /// 流动统计起始日.
    away_from: NaiveDate,
    /// 年龄算法.
    age_method: AgeMethod,
    /// 预备党员计入.
    probationers: ProbationerCount,
    /// 规则.
    rules: RuleSet,
}

impl Reference {
    /// The reference for forms filled in on a day; `None` where the round
    /// lacks a day it must have.
    pub fn of(round: &Round, filled_on: Traced<NaiveDate>) -> Option<Self> {
        let day = |of: fn(Noted<'_, Round>) -> Option<NaiveDate>| {
            let Traced { value, keys } = noting(|notes| of(Noted::on(round, notes)));
            Some(Traced::constant(value?).joined(keys))
        };
        Some(Self {
            filled_on,
            search_ended: day(|round| round.search_ended().given().copied())?,
            baseline: day(|round| round.baseline().given().copied())?,
            away_from: day(|round| match round.away_from() {
                Some(day) => day.get().copied(),
                None => {
                    let baseline = round.baseline().given()?;
                    away_from_without(*baseline)
                }
            })?,
            age_method: noting(|notes| {
                let given = Noted::on(round, notes).age_method().given();
                given.copied().unwrap_or(AgeMethod::Completed)
            }),
            probationers: noting(|notes| {
                let given = Noted::on(round, notes).probationers().given();
                given.copied().unwrap_or(ProbationerCount::UnderOneYear)
            }),
            rules: noting(|notes| {
                let given = Noted::on(round, notes).rules().given();
                given.copied().unwrap_or(RuleSet::Of2016)
            }),
        })
    }

    /// Days of which nothing follows: for what is asked of nobody.
    pub fn any() -> Self {
        let day = Traced::constant(NaiveDate::default());
        Self {
            filled_on: day,
            search_ended: day,
            baseline: day,
            away_from: day,
            age_method: Traced::constant(AgeMethod::Completed),
            probationers: Traced::constant(ProbationerCount::UnderOneYear),
            rules: Traced::constant(RuleSet::Of2016),
        }
    }
}

/// The days and settings of a reference, noted as they are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Days<'a> {
    reference: &'a Reference,
    notes: &'a Notes,
}

impl<'a> Days<'a> {
    /// The days of a reference, noted there.
    pub fn on(reference: &'a Reference, notes: &'a Notes) -> Self {
        Self { reference, notes }
    }
}

/// 流动统计起始日 of a round that has none: 1 January of the year of 排查前基准日.
pub fn away_from_without(baseline: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(baseline.year(), 1, 1)
}
