//! The months of a loss count from the last meeting or the last dues (note 3 of 附件3).

use crate::check::prelude::*;

rule! {
    /// Neither day of last contact is given.
    NoLastContact = E0601 "缺少最后联系日期" Error, member;
    zh "失联党员要写“最后组织生活”或“最后交纳党费”，两项都没有"
       "补写其中一项，例如“最后交纳党费: 2012-06-30”";
    en "a lost member needs 最后组织生活 or 最后交纳党费";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(lost) = case.lost()
        && lost.last_meeting.is_none()
        && lost.last_dues.is_none()
    {
        let keys = case.keys(|member| {
            let lost = member.lost();
            lost.map(|lost| lost.last_meeting().is_none() && lost.last_dues().is_none())
        });
        found.push(case.finding(NoLastContact {}, (lost.place, keys)));
    }
}
