//! No letter of introduction is made for more than 90 days.

use super::LETTER;
use super::validity::invalid;
use crate::check::prelude::*;

rule! {
    /// A letter that is to be printed is valid for no number of days from 1 to 90.
    LetterTooLong {
        /// The days.
        days: i32,
    } = E1204 "要打印的介绍信有效期不在1至90天" Error, waivable, member;
    zh "这封介绍信写的有效期是 {days} 天，最长 90 天，不打印" "改“有效期天数”；上级批准更长的，用“豁免”写明原因";
    en "this letter would be valid for {days} days, 90 at most: it is not printed"
       "change 有效期天数; where more was approved, waive the rule with the reason";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let out = case.member.transfer_out.as_ref();
    if out.is_some_and(|out| out.prints_letter.given() == Some(&true))
        && let Some((days, value)) = invalid(case)
    {
        let mut finding = case.finding(LetterTooLong { days }, value);
        finding.affected = finding.affected.only(&[LETTER]).aside();
        found.push(finding);
    }
}
