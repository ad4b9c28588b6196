//! Waivers are there for findings (data format).

use crate::check::Rule;
use crate::check::prelude::*;

rule! {
    /// A waiver of a rule that finds nothing.
    UnusedWaiver {
        /// The rule.
        rule: &'static Rule,
    } = W1702 "豁免没有用到" Warning;
    zh "这条豁免没有用到：没有发现{rule}" "问题已经改正的，删去这条豁免";
    en "the waiver is not used: no finding of {rule:#}"
       "if the fault is mended, delete the waiver";
}
