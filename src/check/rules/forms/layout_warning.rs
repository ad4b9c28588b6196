//! What the layout engine warns of.

use crate::check::prelude::*;

rule! {
    /// A warning of the layout engine.
    LayoutWarning {
        /// Its words.
        words: String,
    } = W1119 "版面文件有疑点" Warning;
    zh "版面文件有疑点：{words}";
    en "the layout may be wrong: {words}";
}
