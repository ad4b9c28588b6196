//! 转出: letters of introduction without a receipt (口袋党员), late receipts.

use chrono::{Days, NaiveDate};

use super::case::Case;
use super::diagnostic::{Diagnostic, Relationship};
use super::finding::BlockFinding;
use crate::derive::Certainty;
use crate::model::value::Given as _;

/// Days for which a letter of introduction is valid, at most.
const VALID: i32 = 90;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(out) = &case.member.transfer_out else {
        return;
    };
    if let Some(days) = &out.valid_days
        && let Some(&count) = days.get()
        && !(1..=VALID).contains(&count)
    {
        found.push(case.finding(BlockFinding::Validity(count), days));
    }
    let (Some(value), Some(issued)) = (&out.day, out.day.given()) else {
        return;
    };
    let valid = out
        .valid_days
        .given()
        .copied()
        .unwrap_or(VALID)
        .clamp(1, VALID);
    let valid_until = after(issued.latest(), valid);
    match &out.receipt {
        // A transfer completed late (补转) is late by its nature.
        Some(_) if out.late.given() == Some(&true) => {}
        Some(receipt)
            if receipt
                .get()
                .is_some_and(|day| day.earliest() > valid_until) =>
        {
            let finding = BlockFinding::ReceiptLate { valid_until };
            let diagnostic = case.finding(finding, receipt);
            let path = &case.file.path;
            found.push(diagnostic.beside(path, value, Relationship::Compared));
        }
        Some(_) => {}
        None => {
            let own = case.own();
            let is_over = own.is_some_and(|own| {
                // Who was transferred before there were receipts owes none.
                let is_subject = own.facts.subject.value != Certainty::No;
                is_subject && valid_until < own.asking.reference.filled_on.value
            });
            if is_over {
                found.push(case.finding(BlockFinding::Pocket { valid_until }, value));
            }
        }
    }
}

fn after(day: NaiveDate, days: i32) -> NaiveDate {
    let days = Days::new(u64::try_from(days).unwrap_or(0));
    day.checked_add_days(days).unwrap_or(day)
}
