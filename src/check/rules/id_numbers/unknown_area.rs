//! The first six digits of 身份证号码 are the code of a county (GB 11643).

use super::wrong_checksum::number;
use crate::check::prelude::*;
use crate::model::area::was_in_force;

rule! {
    /// The area code was never in force.
    UnknownArea {
        /// The first six digits.
        code: String,
    } = W0106 "行政区划代码不认得" Warning, waivable, member;
    zh "身份证号码开头的“{code}”不是哪个县（市、区）用过的代码" "对照身份证核对前 6 位";
    en "no county ever had the code “{code}” at the beginning of the ID number"
       "check the first 6 digits";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((value, number)) = number(case, true)
        && !was_in_force(number.area())
    {
        let code = number.area().to_owned();
        found.push(case.finding(UnknownArea { code }, value));
    }
}
