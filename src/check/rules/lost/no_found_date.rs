//! The day on which a member was found says which register he stands in (note 2 of 附件4).

use crate::check::prelude::*;

rule! {
    /// 已取得联系 without a day.
    NoFoundDate = E0602 "缺少取得联系日期" Error, member;
    zh "结果是“已取得联系”，却没有“取得联系日期”" "补写“取得联系日期: 年-月-日”";
    en "已取得联系 without 取得联系日期" "add 取得联系日期";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(lost) = case.lost()
        && let (Some(result), None) = (&lost.result, &lost.found)
        && result.get() == Some(&SearchResult::Found)
    {
        let keys = case.keys(|member| member.lost().map(|lost| lost.found().is_none()));
        found.push(case.finding(NoFoundDate {}, (result.span, keys)));
    }
}
