//! A waiver names a rule by code or by name (data format).

use crate::check::prelude::*;

rule! {
    /// A waiver of a rule that does not exist.
    UnknownWaiver {
        /// What it names.
        text: String,
        /// The code or name most like it.
        near: Option<&'static str>,
    } = W1701 "豁免的规则不存在" Warning;
    zh "没有“{text}”这条规则" { way(*near, Lang::Zh) };
    en "there is no rule “{text}”" { way(*near, Lang::En) };
}

/// How to name a rule.
pub fn way(near: Option<&str>, lang: Lang) -> String {
    words! { match near, lang {
        Some(near) => "是不是“{near}”？" "is it “{near}”?"
        None => "写规则的编号或名称，用 paicha explain 查看"
            "give a rule's code or name; see paicha explain"
    } }
}
