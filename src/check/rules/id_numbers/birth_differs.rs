//! Digits 7 to 14 of 身份证号码 are the date of birth (GB 11643).

use super::wrong_checksum::number;
use crate::check::prelude::*;

rule! {
    /// The birth date in the ID number is not 出生年月.
    BirthDiffers {
        /// The one in the number.
        of_id: NaiveDate,
    } = W0104 "身份证号码与出生年月不符" Warning, waivable, member;
    zh { format!("身份证号码里的出生日期是{}，与“出生年月”不同", day(*of_id)) }
       "核对身份证和档案；档案上确实另有日期的，用“豁免”写明原因";
    en "the ID number says born on {of_id}, 出生年月 says otherwise"
       "compare with the card and the file; waive the rule if the file really differs";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((value, number)) = number(case, true)
        && let (Some(of_id), Some(born)) = (number.birth(), &case.member.born)
        && born.get().is_some_and(|born| !born.may_be(of_id))
    {
        found.push(case.compared(BirthDiffers { of_id }, value, born));
    }
}
