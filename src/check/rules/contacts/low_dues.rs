//! Dues are not below the flat rate on the whole base (中组发〔2008〕3号).

use crate::check::prelude::*;
use crate::derive::rate::least_dues;
use crate::model::scalars::Amount;

rule! {
    /// Dues below the rate.
    LowDues {
        /// The least amount a month.
        least: Amount,
    } = W0504 "党费低于标准" Warning, waivable, member;
    zh "月应交纳党费低于标准，应不少于 {least} 元" "核对交纳基数和类别，按比例算出月应交纳党费";
    en "the monthly dues are below the rate: at least {least} yuan"
       "check the base and the class, apply the rate";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let (Some(paid), Some(record)) = (&case.member.dues, &case.member.dues_record)
        && let (Some(amount), Some(class)) = (paid.get(), record.class.given())
        && let Some(least) = least_dues(*class, record.base.given().copied())
        && *amount < least
    {
        let basis = record.base.as_ref().map_or(record.place, |base| base.span);
        let diagnostic = case.finding(LowDues { least }, paid);
        let basis = (basis, record.keys);
        found.push(diagnostic.beside(&case.person.file.path, basis, Relationship::Fact));
    }
}
