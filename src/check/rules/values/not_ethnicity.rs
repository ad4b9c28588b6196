//! Ethnicities have the 56 names of GB/T 3304-1991.

use crate::check::prelude::*;

rule! {
    /// Not one of the 56 names.
    NotEthnicity {
        /// The text as written.
        text: String,
    } = E0402 "民族名称不对" Error;
    zh "“{text}”不是国家标准里的民族名称" "例如“汉族”“回族”“东乡族”";
    en "“{text}” is none of the names of GB/T 3304" "as 汉族, 回族, 东乡族";
}
