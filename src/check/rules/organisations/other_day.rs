//! Figures handed up are of the same day as the round's (data format).

use super::{of_notice, told};
use crate::check::prelude::*;
use crate::derive::form_days::filled_on;

rule! {
    /// Figures taken over say another day than the round.
    OtherDay = W0904 "上报数字的填表日期不同" Warning, unit;
    zh "上报数字的填表日期与本次排查的不同" "核对日期；确是另一天统计的，请上报单位重报";
    en "the figures were filled in on another day than this round";
}

fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    if let Some(file) = &source.workspace.units[unit].figures
        && let Some(record) = &file.record
        && let Some(value) = &record.head.filled_on.default
        && let Some((first, _)) = of_notice(source, unit).first()
        && let Some(expected) = filled_on(source.workspace, unit, first)
        && value.get().is_some_and(|day| *day != expected.day.value)
    {
        found.push(told(unit, file, OtherDay {}, value.span));
    }
}
