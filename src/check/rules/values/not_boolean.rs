//! `true` for yes, `false` for no.

use crate::check::prelude::*;

rule! {
    /// Not `true` or `false`.
    NotBoolean {
        /// The text as written.
        text: String,
    } = E0406 "应为true或false" Error;
    zh "“{text}”不是 true 或 false" "是写 true，否写 false";
    en "“{text}” is neither true nor false" "true or false";
}
