//! The receipt comes while the letter of introduction is valid.

use super::pocket::letter;
use crate::check::prelude::*;

rule! {
    /// The receipt came after the letter's validity.
    LateReceipt {
        /// The last day of validity.
        valid_until: NaiveDate,
    } = W1202 "回执逾期" Warning, waivable, member;
    zh { format!("回执是在介绍信有效期（到{}）过后收到的", day(*valid_until)) }
       "核对两个日期；确实逾期的，用“豁免”写明原因";
    en "the receipt came after the letter's validity ({valid_until})"
       "check both dates; waive the rule if it was late";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((out, issued, valid_until)) = letter(case)
        && let Some(receipt) = &out.receipt
        && receipt.get().is_some_and(|day| day.earliest() > valid_until)
        // A transfer completed late (补转) is late by its nature.
        && out.late.given() != Some(&true)
    {
        found.push(case.compared(LateReceipt { valid_until }, receipt, issued));
    }
}
