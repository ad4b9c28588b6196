//! Six months count for 附件3 before the round, for 附件5 at the end of the search (note 2
//! of both).

use super::in_no_register::standing;
use crate::check::prelude::*;
use crate::derive::Certainty;

rule! {
    /// Lost for six months only during the search: in 附件5 and not in 附件3.
    LostDuringSearch = W0608 "查找期间才满六个月" Warning, waivable, member;
    zh "到查找结束才满 6 个月：列入附件5，不列入附件3" "日期无误的不用改";
    en "lost for six months only at the end of the search: in 附件5, not in 附件3";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(([Certainty::No, _, Certainty::Yes], last)) = standing(case) {
        found.push(case.finding(LostDuringSearch {}, last));
    }
}
