//! 出国 says what was done about the membership.

use crate::check::prelude::*;

rule! {
    /// A stay abroad without 党籍处理方式.
    NoMembership = W1301 "出国未写党籍处理方式" Warning, waivable, member;
    zh "出国（境）没有写“党籍处理方式”" "补写，例如“党籍处理方式: 保留组织关系”";
    en "a stay abroad without 党籍处理方式" "as in “党籍处理方式: 保留组织关系”";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let stays = case.member.abroad.iter();
    let without = stays.filter(|stay| stay.membership.is_none());
    found.extend(without.map(|stay| case.finding(NoMembership {}, stay)));
}
