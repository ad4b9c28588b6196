//! Characters are those of the national standards (GB 18030, GB 13000), no private use.

use crate::check::prelude::*;

rule! {
    /// A private-use character, or U+FFFD, which stands for a lost one.
    PrivateUse {
        /// Its number in Unicode.
        code: u32,
    } = E0203 "使用了自造字" Error;
    zh { match code {
            0xfffd => "这里有一个字在转换编码时丢失了（U+FFFD）".to_owned(),
            _ => format!("用了自造字（U+{code:04X}），别的电脑和打印机上没有"),
       } }
       "换成统一编码的字；这个字没有编码的，按公安机关的写法用别的字";
    en { match code {
            0xfffd => "a character was lost here when the encoding was changed (U+FFFD)".to_owned(),
            _ => format!(
                "a private-use character (U+{code:04X}): other machines and printers lack it"
            ),
       } }
       "use the character of Unicode, or the one the police use instead";
}
