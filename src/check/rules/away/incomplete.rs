//! 流动: of a member away, everything is given (附件1, 附件2).

use crate::check::prelude::*;

rule! {
    /// A block of 流动 that lacks keys.
    Incomplete {
        /// The keys.
        keys: Vec<&'static str>,
    } = W1401 "流动信息不全" Warning, waivable, member;
    zh { format!("“流动”里还缺：{}", keys.join("、")) }
       "向本人和流入地党组织问清以后补写；文字的项目确实没有的，写“无”";
    en { format!("流动 lacks {}", keys.join(", ")) }
       "ask the member and the branch there, and add them; in words, 无 where there is none";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(away) = &case.member.away else {
        return;
    };
    let given = [
        ("外出流向", away.destination.is_some()),
        ("外出类型", away.range.is_some()),
        ("外出原因", away.cause.is_some()),
        ("活动证号码", away.card.is_some()),
        ("与党组织联系情况", away.contact.is_some()),
        ("流出党支部联系人及联系方式", away.home_contact.is_some()),
        ("流入党支部联系人及联系方式", away.host_contact.is_some()),
        ("流入地", away.host_place.is_some()),
        ("流入地所在支部", away.host_branch.is_some()),
        ("从业状况", away.employment.is_some()),
        ("党员身份", away.status.is_some()),
        ("开具组织关系", away.letter.is_some()),
    ];
    let missing = given.into_iter().filter(|(_, is_given)| !is_given);
    let keys: Vec<&'static str> = missing.map(|(key, _)| key).collect();
    if !keys.is_empty() {
        found.push(case.finding(Incomplete { keys }, away));
    }
}
