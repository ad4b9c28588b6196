//! The checksum is the SHA-256 of the figures handed up (data format).

use super::{of_notice, told};
use crate::check::prelude::*;
use crate::tabulate::canonical::checksum;

rule! {
    /// Figures taken over that were changed after they were handed in.
    WrongChecksum = E0905 "上报数字的校验和不符" Error, unit;
    zh "校验和与数字不符：上报以后有人改过"
       "请上报单位重报；确要手工改数字的，删去“校验和”一行";
    en "the checksum does not fit: the figures were changed after they were handed in";
}

fn check(subject: &Subject<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    if let Some(file) = &subject.workspace.units[unit].figures
        && let Some(record) = &file.record
        && let Some(given) = &record.head.checksum
        && given.text != checksum(&of_notice(subject, unit))
    {
        found.push(told(unit, file, WrongChecksum {}, given.span));
    }
}
