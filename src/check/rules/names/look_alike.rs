//! Characters are the usual ones, not those that only look like them.

use crate::check::prelude::*;

rule! {
    /// A radical, a form made for compatibility or for vertical lines, which looks like a
    /// usual character.
    LookAlike {
        /// The character.
        character: char,
        /// The usual one.
        meant: char,
    } = W0205 "形同而编码不同的字" Warning;
    zh { format!("这里的“{character}”（{}）样子一样，却不是通常的字，查找、排序都找不到它", code(*character)) }
       { format!("应写“{meant}”（{}），可用 paicha check --fix 改正", code(*meant)) };
    en { format!("“{character}” ({}) only looks like the usual character: searches miss it", code(*character)) }
       { format!("write “{meant}” ({}); paicha check --fix does it", code(*meant)) };
}

/// The number of a character in Unicode.
fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}
