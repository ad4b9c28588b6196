//! Figures that must agree do agree (note 1 of 附件6, note 3 of 附件7).

use super::Unequal;
use crate::check::prelude::*;

rule! {
    /// Figures that do not agree.
    Relation {
        /// Which.
        unequal: Unequal,
    } = E1001 "表间关系不平" Error;
    zh { unequal.message(Lang::Zh) }
       { unequal.help(Lang::Zh, "这是软件的错误，请把这条消息告诉软件维护人") };
    en { unequal.message(Lang::En) }
       { unequal.help(Lang::En, "this is a fault of the program: please report it") };
}
