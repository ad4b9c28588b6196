//! 口袋党员: a letter of introduction that is no longer valid, without a receipt.

use chrono::Days;

use crate::check::prelude::*;
use crate::derive::Certainty;
use crate::model::date::PartialDate;

rule! {
    /// The letter of introduction is no longer valid, no receipt.
    Pocket {
        /// The last day of validity.
        valid_until: NaiveDate,
    } = W1201 "口袋党员" Warning, waivable, member;
    zh { format!("口袋党员：介绍信有效期到{}为止，还没有收到回执", day(*valid_until)) }
       "与本人和接收单位党组织联系，查明落实情况；收到回执后写“回执日期”";
    en "口袋党员: the letter of introduction was valid until {valid_until}, there is no receipt"
       "ask the member and the organisation there; give 回执日期 when the receipt is in";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((out, issued, valid_until)) = letter(case)
        && let (None, Some(own)) = (&out.receipt, case.own())
        // Who was transferred before there were receipts owes none.
        && own.facts.subject.value != Certainty::No
        && valid_until < own.asking.reference.filled_on.value
    {
        found.push(case.finding(Pocket { valid_until }, issued));
    }
}

/// Days for which a letter of introduction is valid, at most.
pub const VALID: i32 = 90;

/// A letter of introduction: the transfer, its day, the last day of its validity.
type Letter<'a> = (&'a TransferOut, &'a Value<PartialDate>, NaiveDate);

/// The member's letter of introduction.
pub fn letter<'a>(case: &Case<'a>) -> Option<Letter<'a>> {
    let out = case.member.transfer_out.as_ref()?;
    let issued = out.day.as_ref()?;
    let (day, days) = (issued.get()?.latest(), out.valid_days.given());
    let days = days.copied().unwrap_or(VALID).clamp(1, VALID);
    let valid_until = day.checked_add_days(Days::new(days.unsigned_abs().into()));
    Some((out, issued, valid_until.unwrap_or(day)))
}
