//! Files are YAML.

use crate::check::prelude::*;

rule! {
    /// Anything else that is no YAML.
    Malformed {
        /// The words of the YAML library.
        words: String,
    } = E0041 "YAML语法错误" Error;
    zh "这里或上一行不合 YAML 的写法" "文字里有“: ”“#”“[”“]”“{{”“}}”“>”“|”等符号的，整段加上引号";
    en "faulty YAML: {words}";
}
