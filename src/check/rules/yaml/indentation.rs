//! Keys of one level begin in the same column.

use crate::check::prelude::*;

rule! {
    /// Indentation that does not fit.
    enum Indentation = E0031 "缩进不对" Error;

    /// It does not fit the lines above.
    Uneven
        zh "这里的缩进与上面的行对不齐，或漏了冒号" "同一层的键从同一列写起；冒号后面要有空格";
        en "the indentation does not fit the lines above, or a colon is missing"
           "keys of one level begin in the same column; a space follows the colon";
    /// A key stands further in than the one above it.
    TooFarIn
        zh "这一行比上面的键多缩进了" "与上面的键从同一列写起";
        en "this line is indented further than the key above"
           "begin it in the same column as the key above";
}
