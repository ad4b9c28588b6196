//! One key and value on a line.

use crate::check::prelude::*;

rule! {
    /// A colon stands where no key is, often inside a text without quotes.
    StrayColon = E0034 "冒号位置不对" Error;
    zh "这里不该有“键: 值”" "文字里有冒号加空格的，整段加上引号；新的键另起一行，与上面的键对齐";
    en "no “key: value” can stand here"
       "quote a text with a colon in it; begin a new key on a line of its own";
}
