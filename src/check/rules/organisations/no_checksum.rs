//! Figures typed by hand have no checksum: whether they were changed on the way cannot be
//! seen (data format).

use super::told;
use crate::check::prelude::*;

rule! {
    /// Figures taken over that have no checksum.
    NoChecksum = N0916 "上报数字没有校验和" Notice, unit;
    zh "数字没有校验和，报来以后有没有人改过，看不出来"
       "请上报单位用 `paicha summary --format yaml --org …` 导出，原样保存；\
        手工填写的，与盖章的纸质表核对";
    en "the figures have no checksum: whether they were changed on the way cannot be seen"
       "have the unit export them (`paicha summary --format yaml --org …`), or compare them \
        with the sealed sheets";
}

fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    if let Some(file) = &source.workspace.units[unit].figures
        && let Some(record) = &file.record
        && !record.has_checksum()
        && !record.is_of_several
    {
        found.push(told(unit, file, NoChecksum {}, record.head.place));
    }
}
