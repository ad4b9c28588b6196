//! A stage begins after the one before it ended (notice, II).

use super::round_days::{before, round};
use crate::check::prelude::*;

rule! {
    /// A stage that begins before the one before it ended.
    StageOrder = W0913 "阶段先后不对" Warning, workspace;
    zh "这个阶段开始时，前一个阶段还没有结束" "各阶段按先后排列，日期不重叠";
    en "the stage begins before the one before it ended"
       "stages in order of time, without overlap";
}

fn check(source: &Source<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((file, round)) = round(source) {
        let days = round.stages.windows(2);
        let days = days.map(|both| (both[1].begins.as_ref(), both[0].ends.as_ref()));
        found.extend(days.filter_map(|(begins, ends)| before(file, StageOrder {}, begins, ends)));
    }
}
