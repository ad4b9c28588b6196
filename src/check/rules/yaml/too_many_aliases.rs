//! Contents are written out, without aliases.

use crate::check::prelude::*;

rule! {
    /// Anchors multiply the text without bound.
    TooManyAliases = E0035 "别名展开过多" Error;
    zh "别名（*）层层展开，文字多得不合情理" "直接写出内容，不用别名";
    en "aliases multiply the text beyond reason" "write the text out";
}
