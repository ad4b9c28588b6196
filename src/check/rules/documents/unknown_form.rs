//! 表 in 排查.yaml names forms.

use crate::check::prelude::*;

rule! {
    /// A form that does not exist.
    UnknownForm {
        /// Its name.
        name: String,
        /// The one most like it.
        nearest: Option<String>,
    } = E1805 "要做的表不存在" Error;
    zh "没有“{name}”这张表" { near(Lang::Zh, nearest.as_deref()).or_else(||
        Some("写表的编号，或者写 全部；有哪些表，运行 paicha layouts list".to_owned())) };
    en "there is no form “{name}”" { near(Lang::En, nearest.as_deref()).or_else(||
        Some("name forms by their ids, or write 全部; paicha layouts list shows them".to_owned())) };
}
