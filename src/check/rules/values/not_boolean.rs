//! Yes or no: `true` or `false`, 是 or 否, 有 or 无 (data format).

use crate::check::prelude::*;

rule! {
    /// Neither yes nor no.
    NotBoolean {
        /// The text as written.
        text: String,
    } = E0406 "应为是或否" Error;
    zh "“{text}”不是“是”或“否”" "写“是”或“否”（也可写 true、false，有、无）";
    en "“{text}” is neither yes nor no" "true or false, also 是 or 否, 有 or 无";
}
