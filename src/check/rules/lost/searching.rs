//! Who is searched for stands in neither 附件4 nor 附件5 yet (note 2 of both).

use crate::check::prelude::*;

rule! {
    /// 查找中, or nothing, before the end of the search.
    Searching = W0604 "尚在查找" Warning, waivable;
    zh "尚在查找，查找结束后要写明“结果”" "写“已取得联系”或“无法取得联系”";
    en "the search is not over yet" "change it to 已取得联系 or 无法取得联系";
}
