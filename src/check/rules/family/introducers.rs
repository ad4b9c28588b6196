//! Two full members introduce a new one (党章 art. 5).

use crate::check::prelude::*;

rule! {
    /// Not two introducers.
    Introducers {
        /// How many.
        count: usize,
    } = W1504 "入党介绍人不是两人" Warning, waivable, member;
    zh "入党介绍人应是两人，这里写了 {count} 项" "两个姓名写成列表，例如“[李明远, 王志强]”";
    en "two introducers are expected, {count} given"
       "as the application says, as in “[李明远, 王志强]”";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let introducers = &case.member.introducers;
    if let (Some(first), count) = (introducers.first(), introducers.len())
        && count != 2
    {
        found.push(case.finding(Introducers { count }, first));
    }
}
