//! A letter of introduction is valid for 1 to 90 days.

use crate::check::prelude::*;
use crate::derive::letter::VALID;

rule! {
    /// 有效期天数 outside 1 to 90.
    Validity {
        /// The days.
        days: i32,
    } = W1203 "介绍信有效期不在1至90天" Warning, waivable, member;
    zh "介绍信的有效期是 {days} 天，应在 1 至 90 天之内" "按介绍信上写的天数改正，最长 90 天";
    en "a letter is valid for 1 to 90 days, not {days}" "as the letter says, 90 days at most";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((days, value)) = invalid(case) {
        found.push(case.finding(Validity { days }, value));
    }
}

/// The days for which the member's letter cannot be valid, and where they stand.
pub fn invalid<'a>(case: &Case<'a>) -> Option<(i32, &'a Value<i32>)> {
    let value = case.member.transfer_out.as_ref()?.valid_days.as_ref()?;
    let days = *value.get()?;
    (!(1..=VALID).contains(&days)).then_some((days, value))
}
