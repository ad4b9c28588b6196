//! Who is back from abroad has resumed the life of the branch.

use crate::check::prelude::*;

rule! {
    /// Back, without 恢复组织生活情况.
    NotResumed = W1303 "回国未写恢复组织生活" Warning, waivable, member;
    zh "已经回国，没有写“恢复组织生活情况”" "补写“恢复组织生活情况: …”";
    en "back, but without 恢复组织生活情况" "add “恢复组织生活情况: …”";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let stays = case.member.abroad.iter();
    let back = stays
        .filter(|stay| stay.resumed.is_none())
        .flat_map(|stay| &stay.back);
    found.extend(back.map(|back| case.finding(NotResumed {}, back)));
}
