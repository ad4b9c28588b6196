//! 口袋党员: a letter of introduction that is no longer valid, without a receipt.

use crate::check::prelude::*;
use crate::derive::letter::{VALID, valid_until};
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
    if let Some((_, issued, valid_until)) = letter(case)
        && let Some(own) = case.own()
        && own.facts.pocket.value.is_yes()
    {
        found.push(case.finding(Pocket { valid_until }, issued));
    }
}

/// A letter of introduction: the transfer, its day, the last day of its validity.
type Letter<'a> = (&'a TransferOut, &'a Value<PartialDate>, NaiveDate);

/// The member's letter of introduction.
pub fn letter<'a>(case: &Case<'a>) -> Option<Letter<'a>> {
    let out = case.member.transfer_out.as_ref()?;
    let issued = out.day.as_ref()?;
    let days = out.valid_days.given().copied().unwrap_or(VALID);
    let valid_until = valid_until(issued.get()?.latest(), days);
    Some((out, issued, valid_until))
}
