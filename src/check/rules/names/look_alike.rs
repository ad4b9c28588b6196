//! Characters are the usual ones, not those that only look like them.

use crate::check::prelude::*;
use crate::model::usual::usual;

rule! {
    /// A radical, a form made for compatibility or for vertical lines, which looks like a
    /// usual character.
    LookAlike {
        /// The character.
        character: char,
    } = W0205 "形同而编码不同的字" Warning;
    zh { {
        let code = u32::from(*character);
        format!("这里的“{character}”（U+{code:04X}）样子一样，却不是通常的字，查找、排序都找不到它")
    } }
    { {
        let meant = usual(*character).unwrap_or(*character);
        let code = u32::from(meant);
        format!("应写“{meant}”（U+{code:04X}），可用 paicha check --fix 改正")
    } };
    en { {
        let code = u32::from(*character);
        format!("“{character}” (U+{code:04X}) only looks like the usual character: searches miss it")
    } }
    { {
        let meant = usual(*character).unwrap_or(*character);
        let code = u32::from(meant);
        format!("write “{meant}” (U+{code:04X}); paicha check --fix does it")
    } };
}
