//! A name is composed: Unicode NFC (domain: names).

use super::other_dot::written;
use crate::check::prelude::*;
use crate::model::name::is_composed;

rule! {
    /// A name that is not in NFC.
    NotComposed {
        /// The name in NFC.
        mended: String,
    } = W0202 "姓名未按NFC编码" Warning, waivable, member;
    zh "姓名里有兼容字或分解的字符，不是规范的编码"
       "应写“{mended}”，可用 paicha check --fix 改正";
    en "the name is not in Unicode NFC" "write “{mended}”; paicha check --fix does it";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (name, mended) in written(case.member, |text| !is_composed(text)) {
        found.push(case.finding(NotComposed { mended }, name));
    }
}
