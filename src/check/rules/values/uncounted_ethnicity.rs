//! 未识别民族 and 外国血统中国籍 are none of the 56 names of GB/T 3304-1991: they do not count
//! under 少数民族 of 附件6 of the notice 会政办发〔2016〕34号.

use crate::check::prelude::*;
use crate::model::ethnicity::Ethnicity;

rule! {
    /// Not counted as a minority.
    UncountedEthnicity {
        /// The text as written.
        text: String,
    } = W0408 "不计入少数民族" Warning, waivable, member;
    zh "“{text}”不计入少数民族" "民族已经确定的，改写民族名称";
    en "“{text}” is not counted under 少数民族";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(value) = &case.member.ethnicity else {
        return;
    };
    if value
        .get()
        .is_some_and(|ethnicity| !matches!(ethnicity, Ethnicity::Named(_)))
    {
        let text = value.text.clone();
        found.push(case.finding(UncountedEthnicity { text }, (value.span, Keys::ALL)));
    }
}
