//! 无法取得联系 needs a record of the search (domain: severities).

use crate::check::prelude::*;
use crate::expression::Scope;

rule! {
    /// 无法取得联系 without any 查找记录.
    NoSearches = E0609 "无法取得联系却没有查找记录" Error, member;
    zh "结果是“无法取得联系”，却没有查找记录" "逐次补写“查找记录”：日期、方式、对象、结果、查找人";
    en "无法取得联系 without any 查找记录" "record each attempt: 日期, 方式, 对象, 结果, 查找人";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((lost, result)) = not_found(case)
        && lost.searches.is_empty()
    {
        found.push(case.finding(NoSearches {}, result));
    }
}

/// The block of a member who could not be reached, and what says so. Who has died or left
/// by the end of the search need not be found (note 2 of 附件5).
pub fn not_found<'a>(case: &Case<'a>) -> Option<(&'a Lost, &'a Value<SearchResult>)> {
    let is_over = |scope: Scope<'_>| scope.facts.lost.departed.value.is_yes();
    let lost = case.lost().filter(|_| !case.own().is_some_and(is_over))?;
    let result = lost.result.as_ref()?;
    (result.get() == Some(&SearchResult::NotFound)).then_some((lost, result))
}
