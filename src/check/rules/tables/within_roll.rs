//! Lost members are on the roll (note 4 of 附件6).

use super::Unequal;
use crate::check::prelude::*;

rule! {
    /// More members are lost than are on the roll.
    WithinRoll {
        /// The figures.
        unequal: Unequal,
    } = W1002 "失联人数多于在册人数" Warning;
    zh { unequal.message(Lang::Zh) } {
        let way = "数字无误的不用改：转出后没有回执的、停止党籍的失联党员算失联，不算在册";
        unequal.help(Lang::Zh, way)
    };
    en { unequal.message(Lang::En) } {
        let way = "nothing to change if the figures are right: \
                   lost members without a receipt, or suspended, are not on the roll";
        unequal.help(Lang::En, way)
    };
}
