//! A key is followed by a half-width colon and a space.

use crate::check::prelude::*;

rule! {
    /// A colon that YAML does not take for one.
    enum WrongColon = E0042 "冒号写法不对" Error;

    /// The colon behind a key is a full-width one.
    Wide(found: char)
        zh "冒号要用半角“: ”，这里是全角“{found}”" "改为半角冒号加一个空格";
        en "a full-width colon ({found}) stands behind the key"
           "use a half-width colon and a space";
    /// No space follows the colon behind a key.
    NoSpace
        zh "冒号后面缺空格" "在冒号后面加一个空格";
        en "no space follows the colon" "put a space behind the colon";
    /// No colon follows the key.
    NoColon
        zh "这一行没有冒号，分不出键和内容" "在键后面写半角冒号加一个空格";
        en "no colon stands in this line" "put a colon and a space behind the key";
}
