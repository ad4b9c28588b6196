//! 家庭主要成员: the form prints 政治面貌.

use super::no_age::relatives;
use crate::check::prelude::*;

rule! {
    /// A relative without 政治面貌.
    NoPolitics = W1502 "家庭成员没有政治面貌" Warning, waivable, member;
    zh "家庭成员没有写“政治面貌”" "补写，例如“政治面貌: 群众”";
    en "a relative without 政治面貌" "as in “政治面貌: 群众”";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let relatives = relatives(case).iter();
    let without = relatives.filter(|relative| relative.politics.is_none());
    found.extend(without.map(|relative| case.finding(NoPolitics {}, relative)));
}
