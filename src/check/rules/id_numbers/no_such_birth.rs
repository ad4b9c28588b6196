//! Digits 7 to 14 of 身份证号码 are a date of the calendar (GB 11643).

use super::wrong_checksum::number;
use crate::check::prelude::*;

rule! {
    /// The birth date in the ID number is none of the calendar.
    NoSuchBirth {
        /// Its eight digits.
        digits: String,
    } = E0108 "身份证号码中的出生日期不存在" Error, waivable, member;
    zh "身份证号码里的出生日期“{digits}”不存在" "对照身份证核对第 7 到 14 位";
    en "the birth date “{digits}” in the ID number does not exist"
       "check digits 7 to 14 against the card";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((value, number)) = number(case, true)
        && number.birth().is_none()
    {
        let digits = number.as_str()[6..14].to_owned();
        found.push(case.finding(NoSuchBirth { digits }, value));
    }
}
