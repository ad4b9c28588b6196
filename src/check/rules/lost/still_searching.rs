//! A form that is filled in after the search needs its outcome (note 2 of 附件4 and of
//! 附件5).

use crate::check::prelude::*;

rule! {
    /// 查找中, or nothing, with a 填表日期 after the end of the search.
    StillSearching {
        /// Whether 结果 is given at all.
        given: bool,
    } = E0603 "查找结束后仍写查找中" Error;
    zh {
        let result = if *given { "结果还是“查找中”" } else { "还没有写“结果”" };
        format!("联系查找已经结束，{result}")
    } "写“已取得联系”或“无法取得联系”";
    en {
        let result = if *given { "still 查找中" } else { "not given" };
        format!("the search is over, but 结果 is {result}")
    } "change it to 已取得联系 or 无法取得联系";
}
