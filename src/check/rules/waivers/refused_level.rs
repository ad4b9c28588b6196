//! An error that cannot be waived stays an error (data format).

use crate::check::Rule;
use crate::check::prelude::*;

rule! {
    /// A level below the error that a rule must be.
    RefusedLevel {
        /// The rule.
        rule: &'static Rule,
    } = E1712 "规则的级别不能降低" Error;
    zh "{rule}只能是错误：不改正，印出的表就是错的" "删去这一行";
    en "{rule:#} must be an error: a page would be wrong" "delete the line";
}
