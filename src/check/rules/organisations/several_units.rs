//! 汇总上报.yaml holds the figures of one unit (data format).

use crate::check::prelude::*;

rule! {
    /// The figures of several units in one file.
    SeveralUnits = E0915 "一个文件里有几个单位的数字" Error;
    zh "这个文件是几个组织的数字，这里只要一个单位的"
       "请上报单位用 `paicha summary --format yaml --org 本单位的路径` 重新导出，原样保存";
    en "the figures of several organisations, where those of one unit belong"
       "have the unit export them again: `paicha summary --format yaml --org PATH`";
}
