//! The working of a fact, as it is written out.

use chrono::{Datelike as _, NaiveDate};

use crate::derive::notation::number;
use crate::derive::{Reading, Working};
use crate::model::codes::AgeMethod;
use crate::model::date::PartialDate;
use crate::report::Lang;

/// The first and the last day that a date can be.
type Ends = (NaiveDate, NaiveDate);

/// `2016-04-20 − 1979-03-07 = 37 周岁`
pub fn written(working: &Working, lang: Lang) -> String {
    match working {
        Working::Years {
            from,
            to,
            method,
            years,
        } => {
            let years = number(*years);
            match method {
                AgeMethod::Completed => {
                    let unit = lang.pick("周岁", "completed years");
                    format!("{to} − {} = {years} {unit}", iso(*from))
                }
                AgeMethod::YearDifference => {
                    let unit = lang.pick("（年份差）", " (difference of years)");
                    let from = from.earliest().year();
                    format!("{} − {from} = {years}{unit}", to.year())
                }
            }
        }
        Working::Months {
            from,
            to,
            correction,
            months,
        } => {
            let corrected = match correction {
                0 => String::new(),
                months => lang.pick(
                    format!("，校正 {months:+} 个月"),
                    format!(", corrected by {months:+} months"),
                ),
            };
            let from = day(*from);
            let total = number(*months);
            let years = number(months.map(|months| months / 12));
            let rest = months.map(|months| months % 12);
            let parts = match (months, rest) {
                (Reading::Known(_), Reading::Known(rest)) => lang.pick(
                    format!("{years} 年零 {rest} 个月"),
                    format!("{years} years and {rest} months"),
                ),
                _ => lang.pick(format!("{years} 年"), format!("{years} years")),
            };
            lang.pick(
                format!("{to} − {from}{corrected} = {total} 个月（{parts}）"),
                format!("{to} − {from}{corrected} = {total} months ({parts})"),
            )
        }
        Working::Period {
            from,
            until,
            is_closed,
            on,
        } => {
            let from = day(*from);
            let period = match (until.map(day), is_closed) {
                (None, _) => lang.pick(format!("{from} 起"), format!("since {from}")),
                (Some(until), true) => lang.pick(
                    format!("{from} 至 {until}"),
                    format!("from {from} to {until}"),
                ),
                (Some(until), false) => lang.pick(
                    format!("{from} 起，{until} 以前"),
                    format!("from {from}, before {until}"),
                ),
            };
            let (first, last) = on;
            match first == last {
                true => lang.pick(
                    format!("{period}；看 {first} 那天"),
                    format!("{period}; on {first}"),
                ),
                false => lang.pick(
                    format!("{period}；看 {first} 至 {last}"),
                    format!("{period}; from {first} to {last}"),
                ),
            }
        }
        Working::Letter {
            issued,
            days,
            until,
            receipt,
            on,
        } => {
            let days = number(Reading::over([days.0, days.1]).unwrap_or(Reading::Known(days.0)));
            let receipt = match receipt {
                Some(receipt) => format!("回执 {}", day(*receipt)),
                None => lang.pick("没有回执", "no 回执").to_owned(),
            };
            let (issued, until) = (day(*issued), day(*until));
            lang.pick(
                format!("{issued} + {days} 天 = {until}；{receipt}；看 {on} 那天"),
                format!("{issued} + {days} days = {until}; {receipt}; on {on}"),
            )
        }
    }
}

/// A date as files have it: `1979-03`.
pub fn iso(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, month) => format!("{year}-{month:02}"),
        PartialDate::Day(day) => day.to_string(),
    }
}

/// A day, or the first and the last that it can be.
fn day((first, last): Ends) -> String {
    match first == last {
        true => first.to_string(),
        false => format!("{first}—{last}"),
    }
}
