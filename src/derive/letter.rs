//! Letters of introduction: until when they are valid, and who is 口袋党员.

use chrono::NaiveDate;

use super::asking::Asking;
use super::reading::{Certainty, any_day, days_of, not_after};
use super::roll::transferred;
use super::standing;
use super::working::Working;
use crate::model::member::TransferOut;
use crate::model::noted::Noted;
use crate::model::provenance::Traced;
use crate::model::value::Value;

/// Days for which a letter of introduction is valid, at most.
pub const VALID: i32 = 90;

/// The last day of a letter's validity, for so many days.
pub fn valid_until(issued: NaiveDate, days: i32) -> NaiveDate {
    let days = days.clamp(1, VALID).unsigned_abs();
    let last = issued.checked_add_days(chrono::Days::new(days.into()));
    last.unwrap_or(issued)
}

/// The least and the most days for which a letter may be valid: those that cannot be read
/// may be any.
fn valid_days(out: Noted<'_, TransferOut>) -> (i32, i32) {
    match out.valid_days().map(Value::get) {
        Some(Some(valid)) => (*valid, *valid),
        Some(None) => (1, VALID),
        None => (VALID, VALID),
    }
}

/// For how many days the letter with which the member left is valid; none where there is
/// none, nor where they cannot be read.
pub fn days(asking: Asking<'_>) -> Traced<Option<Option<i32>>> {
    asking.traced(|member, _| {
        let (least, most) = valid_days(member.transfer_out()?);
        Some((least == most).then_some(least))
    })
}

/// Whether the member left as a probationer; none where he did not leave, open where the
/// day leaves it so.
pub fn probationer(asking: Asking<'_>) -> Traced<Option<Certainty>> {
    asking.traced(|member, _| {
        let (first, last) = days_of(member.transfer_out()?.day()?);
        let [then, later] = [first, last].map(|day| standing::probationer(member, day));
        Some(match then == later {
            true => then,
            false => Certainty::Open,
        })
    })
}

/// How it comes about that a letter is no longer valid; none where there is none.
pub fn working(asking: Asking<'_>) -> Option<Working> {
    let working = asking.traced(|member, days| {
        let out = member.transfer_out()?;
        let issued = days_of(out.day()?);
        let (least, most) = valid_days(out);
        Some(Working::Letter {
            issued,
            days: (least, most),
            until: (valid_until(issued.0, least), valid_until(issued.1, most)),
            receipt: out.receipt().map(days_of),
            on: days.filled_on(),
        })
    });
    working.value
}

/// 口袋党员: transferred since there are receipts, on 填表日期 the letter is no longer
/// valid, and there is no receipt.
pub fn pocket(asking: Asking<'_>) -> Traced<Certainty> {
    asking.traced(|member, days| {
        let Some(out) = member.transfer_out() else {
            return Certainty::No;
        };
        let receipt = out.receipt();
        let received = match receipt {
            Some(_) => not_after(receipt, days.filled_on()),
            None => Certainty::No,
        };
        let waits = transferred(out.day(), days).and(!received);
        if waits == Certainty::No {
            return Certainty::No;
        }
        let (first, last) = out.day().map_or_else(any_day, days_of);
        let (least, most) = valid_days(out);
        let is_over = |issued, valid| valid_until(issued, valid) < days.filled_on();
        waits.and(Certainty::from_readings(
            is_over(last, most),
            is_over(first, least),
        ))
    })
}
