//! The days and settings that facts are counted by: never "today".

use chrono::{Datelike as _, NaiveDate};

use crate::model::codes::{AgeMethod, ProbationerCount};
use crate::model::round::Round;
use crate::model::value::Given as _;

/// The reference days of one form of one organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// 填表日期: age, 党龄, 预备.
    pub filled_on: NaiveDate,
    /// The days on which the registers are filled in: who stands in them is the
    /// same in every form.
    pub registers: RegisterDays,
    /// 联系查找结束日: lost time.
    pub search_ended: NaiveDate,
    /// 排查前基准日: the roll before the round.
    pub baseline: NaiveDate,
    /// 流动统计起始日.
    pub away_from: NaiveDate,
    /// 年龄算法.
    pub age_method: AgeMethod,
    /// 预备党员计入.
    pub probationers: ProbationerCount,
}

/// The days on which the registers of a unit are filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterDays {
    /// 附件2.
    pub away: NaiveDate,
    /// 附件3.
    pub lost: NaiveDate,
    /// 附件4.
    pub found: NaiveDate,
    /// 附件5.
    pub not_found: NaiveDate,
}

impl Reference {
    /// The reference for forms filled in on a day; `None` where the round
    /// lacks a day it must have.
    pub fn of(round: &Round, filled_on: NaiveDate, registers: RegisterDays) -> Option<Self> {
        let baseline = *round.baseline.given()?;
        let first_of_year = NaiveDate::from_ymd_opt(baseline.year(), 1, 1)?;
        Some(Self {
            filled_on,
            registers,
            search_ended: *round.search_ended.given()?,
            baseline,
            away_from: round.away_from.given().copied().unwrap_or(first_of_year),
            age_method: round
                .age_method
                .given()
                .copied()
                .unwrap_or(AgeMethod::Completed),
            probationers: round
                .probationers
                .given()
                .copied()
                .unwrap_or(ProbationerCount::UnderOneYear),
        })
    }
}
