//! The blocks are a few levels deep.

use crate::check::prelude::*;

rule! {
    /// Nested too deeply.
    TooDeep = E0036 "嵌套过深" Error;
    zh "括号或缩进的层数太多" "检查括号是不是多了";
    en "nested too deeply";
}
