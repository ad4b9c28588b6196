//! Required keys must be given.

use crate::check::prelude::*;
use std::borrow::Cow;

rule! {
    /// What must be given.
    enum MissingKey = E0052 "缺少必填的键" Error;

    /// A key of a block.
    Key(key: Cow<'static, str>)
        zh "缺少必填的“{key}”" "补写“{key}: …”";
        en "“{key}” must be given" "add “{key}: …”";
    /// What stands behind a key.
    Value(key: String)
        zh "“{key}”后面没有值" "补写“{key}: …”；不要这一项，就连“{key}”一起删去";
        en "nothing stands behind “{key}”" "add “{key}: …”, or drop “{key}”";
}
