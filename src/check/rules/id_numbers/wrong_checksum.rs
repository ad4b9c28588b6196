//! The check character of 身份证号码 follows from the 17 digits before it (GB 11643).

use crate::check::prelude::*;
use crate::model::id_number::{IdNumber, check_character};

rule! {
    /// The check character is not the one that follows from the 17 digits.
    WrongChecksum {
        /// The one that follows.
        computed: char,
    } = E0101 "身份证号码校验码不对" Error, waivable, member;
    zh "身份证号码的校验码不对，至少有一位录错"
       "对照身份证逐位核对，先看前 17 位；前 17 位若都对，末位应是“{computed}”";
    en "the check character of the ID number is wrong: at least one digit is"
       "compare it with the card digit by digit; if the first 17 are right, the last is {computed}";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((value, number)) = number(case, false) {
        let computed = check_character(&number.as_str()[..17]);
        found.push(case.finding(WrongChecksum { computed }, value));
    }
}

/// The ID number, where its check character is right, or is not. What a mistyped number
/// says of birth and sex is worth nothing.
pub fn number<'a>(case: &Case<'a>, right: bool) -> Option<(&'a Value<IdNumber>, &'a IdNumber)> {
    let value = case.member.id_number.as_ref()?;
    let number = value.get().filter(|number| number.is_valid() == right)?;
    Some((value, number))
}
