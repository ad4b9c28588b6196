//! Required keys must be given.

use crate::check::prelude::*;
use std::borrow::Cow;

rule! {
    /// A key that must be given.
    MissingKey {
        /// The key.
        key: Cow<'static, str>,
    } = E0052 "缺少必填的键" Error;
    zh "缺少必填的“{key}”" "补写“{key}: …”";
    en "“{key}” must be given" "add “{key}: …”";
}
