//! A key stands once in its block.

use crate::check::prelude::*;

rule! {
    /// A key that stands twice in a block.
    DuplicateKey {
        /// The key.
        key: String,
    } = E0051 "重复的键" Error;
    zh "“{key}”写了两次" "留一处，删去另一处";
    en "“{key}” is given twice" "keep one of them";
}
