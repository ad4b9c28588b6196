//! 附件7 counts what was decided when it is filled in (note 3 of 附件7).

use crate::check::prelude::*;

rule! {
    /// A disposition dated after 附件7 is filled in.
    LateDisposition = W0701 "处置晚于填表日期" Warning, waivable, member;
    zh "处置日期晚于附件7 的填表日期，本次不计入"
       "核对日期；附件7 填得更晚的，改“填表日期”里的附件7";
    en "dated after 附件7 is filled in: not counted";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let dispositions = &case.member.dispositions;
    for day in dispositions.iter().filter_map(|entry| entry.day.as_ref()) {
        let table = case.accounting();
        let filled_on = table.map(|(_, scope)| scope.asking.reference.filled_on.value);
        let both = day.get().zip(filled_on);
        if both.is_some_and(|(day, filled_on)| day.earliest() > filled_on) {
            found.push(case.finding(LateDisposition {}, day));
        }
    }
}
