//! A stage ends after it begins (notice, II).

use super::round_days::{before, round};
use crate::check::prelude::*;

rule! {
    /// A stage that ends before it begins.
    StageDays = E0912 "阶段起止颠倒" Error, workspace;
    zh "这个阶段的结束早于开始" "核对“开始”和“结束”";
    en "the stage ends before it begins" "check 开始 and 结束";
}

fn check(source: &Source<'_>, found: &mut Vec<Diagnostic>) {
    if let Some((file, round)) = round(source) {
        let days = round.stages.iter();
        let days = days.map(|stage| (stage.ends.as_ref(), stage.begins.as_ref()));
        found.extend(days.filter_map(|(ends, begins)| before(file, StageDays {}, ends, begins)));
    }
}
