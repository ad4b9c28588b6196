//! What the `form.yaml` of a table says of its figures holds (note 6 of 附件7, data format).

use super::Unequal;
use crate::check::prelude::*;

rule! {
    /// A relation of a table of one's own that does not hold.
    OwnRelation {
        /// The figures.
        unequal: Unequal,
    } = E1121 "自定的关系不成立" Error;
    zh { unequal.message(Lang::Zh) } "核对各列的条件；关系写错了的，改“关系”";
    en { unequal.message(Lang::En) } "check the conditions of the columns, or correct “关系”";
}
