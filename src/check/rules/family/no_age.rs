//! 家庭主要成员: the form prints an age.

use crate::check::prelude::*;

rule! {
    /// A relative without age or date of birth.
    NoAge = W1501 "家庭成员没有年龄" Warning, waivable, member;
    zh "家庭成员没有写“出生年月”或“年龄”" "补写其中一项，例如“出生年月: 1967-02”";
    en "a relative without 出生年月 or 年龄" "add one of them, as in “出生年月: 1967-02”";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let relatives = relatives(case).iter();
    let without = relatives.filter(|relative| relative.born.is_none() && relative.age.is_none());
    found.extend(without.map(|relative| case.finding(NoAge {}, relative)));
}

/// The family, where it is a list.
pub fn relatives<'a>(case: &Case<'a>) -> &'a [Relative] {
    match case.is_misshapen("家庭主要成员") {
        true => &[],
        false => &case.member.family,
    }
}
