//! 学历: 肄业 counts one level down (GB/T 4658-2006; the columns 学历 of 附件6 of the notice
//! 会政办发〔2016〕34号), and says so.

use crate::check::prelude::*;

rule! {
    /// 肄业.
    Unfinished {
        /// The text as written.
        text: String,
    } = N0407 "肄业按低一级计" Notice, waivable, member;
    zh "“{text}”按低一级学历归类" "不用改；已经毕业的，写毕业的学历";
    en "“{text}” counts one level of education down";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let schooling = case.member.education.iter();
    let lines = schooling.flat_map(|block| [&block.full_time, &block.part_time]);
    for value in lines.flatten().filter_map(|line| line.level.as_ref()) {
        if value.get().is_some_and(|level| level.unfinished) {
            let text = value.text.clone();
            found.push(case.finding(Unfinished { text }, value));
        }
    }
}
