//! Days that have not come yet on 填表日期 (domain: life events and severities).

use crate::check::dated::all;
use crate::check::prelude::*;
use crate::model::date::PartialDate;
use crate::model::value::Scalar as _;

rule! {
    /// A date after the forms are filled in.
    Future {
        /// The key.
        key: &'static str,
        /// The last 填表日期.
        filled_on: NaiveDate,
    } = E0308 "日期晚于填表日期" Error, waivable, member;
    zh { format!("{key}晚于填表日期（{}）", day(*filled_on)) }
       "核对年份；还没有发生的事不要写";
    en "{key} is after the forms are filled in ({filled_on})"
       "check the year; leave out what has not happened";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(filled_on) = case.last_day else {
        return;
    };
    for date in all(case.member) {
        let day = date.value.get();
        if day.is_some_and(|day| day.earliest() > filled_on) {
            let key = date.key;
            found.push(case.finding(Future { key, filled_on }, date.value));
        }
    }
    // A text, as it may be a year with words around it.
    let appraisals = case.member.appraisals.iter();
    for appraised in appraisals.filter_map(|appraisal| appraisal.day.as_ref()) {
        let year = appraised.text.trim_end_matches('度');
        if PartialDate::read(year).is_ok_and(|day| day.earliest() > filled_on) {
            let key = "评议时间";
            found.push(case.finding(Future { key, filled_on }, appraised));
        }
    }
}
