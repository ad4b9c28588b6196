//! Indentation by spaces, two for each level.

use crate::check::prelude::*;

rule! {
    /// A tab indents a line.
    Tab = E0030 "用制表符缩进" Error;
    zh "行首用了制表符（Tab）" "改用空格缩进，每层两个";
    en "a tab indents this line" "indent with spaces, two a level";
}
