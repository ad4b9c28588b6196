//! The 17th digit of 身份证号码 is odd for men (GB 11643).

use super::wrong_checksum::number;
use crate::check::prelude::*;

rule! {
    /// The sex in the ID number is not 性别.
    SexDiffers {
        /// The one in the number.
        of_id: Sex,
    } = E0105 "身份证号码与性别不符" Error, waivable, member;
    zh { format!("按身份证号码应是{}性，与“性别”不同", of_id.word()) }
       "核对“性别”和身份证号码的第 17 位（男单女双）";
    en { let sex = if *of_id == Sex::Male { "male" } else { "female" };
         format!("the ID number says {sex}, 性别 says otherwise") }
       "check 性别 and the 17th digit (odd for 男, even for 女)";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((value, number)) = number(case, true)
        && let (of_id, Some(sex)) = (number.sex(), &case.member.sex)
        && sex.get().is_some_and(|sex| *sex != of_id)
    {
        found.push(case.compared(SexDiffers { of_id }, value, sex));
    }
}
