//! A key that must be given is of use to some form.

use crate::check::prelude::*;

rule! {
    /// A key that must be given is printed by no form.
    KeyUnprinted {
        /// The key.
        key: &'static str,
    } = E1117 "必填的键没有表印" Error;
    zh "“{key}”是必填的，却没有一张表印它"
       "在党员的表的 form.yaml 的“格”里和版面里加上“{key}”";
    en "“{key}” must be given, but no form prints it"
       "add “{key}” to 格 in the form.yaml of a card, and to its layout";
}
