//! What a file holds is what a person would write.

use crate::check::prelude::*;

rule! {
    /// More than a file may hold.
    enum TooMuch = E0044 "内容过多" Error;

    /// A text.
    LongText(limit: usize)
        zh "这里的文字超过 {limit} 个字" "检查是否误贴了别的内容";
        en "a text here is longer than {limit} characters" "check what was pasted here";
    /// A list.
    LongList(count: usize, limit: usize)
        zh "这里列了 {count} 项，最多 {limit} 项" "检查是否误贴了别的内容";
        en "{count} items are listed here, at most {limit} can be" "check what was pasted here";
    /// Keys.
    ManyKeys(limit: usize)
        zh "一个文件里最多写 {limit} 个键，到这里已经超出" "检查是否误放了别的文件";
        en "a file can have {limit} keys at most, here they are exceeded" "check that this is the right file";
}
