//! The dot in a name is U+00B7 (domain: names).

use crate::check::prelude::*;
use crate::model::name::{PersonName, has_other_dot};

rule! {
    /// A name with another dot than U+00B7.
    OtherDot {
        /// The name with the right one.
        mended: String,
    } = W0201 "姓名间隔号不规范" Warning, waivable, member;
    zh "姓名里的间隔号不是规范的“·”" "应写“{mended}”，可用 paicha check --fix 改正";
    en "the dot in the name is not U+00B7" "write “{mended}”; paicha check --fix does it";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (name, mended) in written(case.member, has_other_dot) {
        found.push(case.finding(OtherDot { mended }, name));
    }
}

/// The names in a member's file that are written in a way, each with how it should be.
pub fn written(
    member: &Member,
    way: fn(&str) -> bool,
) -> impl Iterator<Item = (&Value<PersonName>, String)> {
    let family = member.family.iter().filter_map(|one| one.name.as_ref());
    let names = member.name.iter().chain(&member.introducers).chain(family);
    let names = names.filter(move |name| way(&name.text));
    names.filter_map(|name| Some((name, name.get()?.as_str().to_owned())))
}
