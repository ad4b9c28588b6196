//! No invisible characters.

use crate::check::prelude::*;

rule! {
    /// A character that takes no room.
    Invisible {
        /// Its number in Unicode.
        code: u32,
    } = W0204 "含有看不见的字符" Warning;
    zh "这里有看不见的字符（U+{code:04X}）" "删去，可用 paicha check --fix";
    en "an invisible character (U+{code:04X})" "delete it; paicha check --fix does it";
}
