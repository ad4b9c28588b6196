//! 附件6 and 附件7 count lost members by occupation (note 6 of 附件3).

use crate::check::prelude::*;

rule! {
    /// 失联 without one of the eight groups.
    NoOccupation = E0605 "失联党员缺少职业" Error, member;
    zh "失联党员要写“职业”（附件3 的八类之一）"
       { format!("补写“职业: …”；可写：{}", Occupation::WORDS.join("、")) };
    en "a lost member needs 职业 (one of the eight of 附件3)" { Occupation::WORDS.join(", ") };
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let (Some(lost), None) = (case.lost(), &case.member.occupation) {
        let keys = case.keys(|member| member.occupation().is_none());
        found.push(case.finding(NoOccupation {}, (lost.place, keys)));
    }
}
