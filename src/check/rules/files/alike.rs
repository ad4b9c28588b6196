//! Two names of one folder are different ones on every system.

use crate::check::prelude::*;

rule! {
    /// A name that some systems take for that of another file or folder beside it.
    Alike {
        /// The other one.
        other: String,
    } = W0018 "名字换了电脑会相同" Warning;
    zh "与“{other}”只有大小写或字的编码不同，拷到 Windows 或苹果电脑上，两个只剩一个"
       "给其中一个换一个不同的名字";
    en "differs from “{other}” in case or composition only: on Windows or macOS, one of both is lost"
       "give one of them another name";
}
