//! 取得联系日期 belongs to 已取得联系 alone.

use crate::check::prelude::*;

rule! {
    /// 取得联系日期, although 结果 says otherwise.
    FoundOrNot {
        /// What 结果 says.
        result: &'static str,
    } = W0613 "结果与取得联系日期矛盾" Warning, waivable, member;
    zh "写了“取得联系日期”，结果却是“{result}”"
       "取得了联系的，把“结果”改为“已取得联系”；否则删去日期";
    en "取得联系日期 is given, but 结果 is {result}"
       "set 结果 to 已取得联系, or delete the date";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let Some(lost) = case.lost() else { return };
    if let (Some(day), Some(value)) = (&lost.found, &lost.result)
        && let Some(result) = value.get().filter(|result| **result != SearchResult::Found)
    {
        let result = result.word();
        let at = (value.span, Keys::NONE);
        found.push(case.compared(FoundOrNot { result }, day, at));
    }
}
