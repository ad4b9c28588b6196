//! A block holds keys and values.

use crate::check::prelude::*;

rule! {
    /// One value or a list stands where a block of keys belongs.
    NotMap = E0053 "应为一组键" Error;
    zh "这里应是一组“键: 值”" "下一层的键另起一行，缩进两格；没有的，删去这一行";
    en "a block of keys belongs here";
}
