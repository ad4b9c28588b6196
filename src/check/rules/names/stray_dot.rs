//! The dot in a name stands once between two parts (domain: names).

use super::other_dot::written;
use crate::check::prelude::*;
use crate::model::name::has_stray_dot;

rule! {
    /// A dot at an end of a name, or two together.
    StrayDot {
        /// The name.
        name: String,
    } = W0206 "姓名间隔号多余" Warning, waivable, member;
    zh "姓名“{name}”的间隔号在头尾，或有两个连在一起，可能缺了一段或多打了一个"
       "补上缺的一段，或删去多余的“·”";
    en "in “{name}” a dot stands at an end, or two stand together: a part is missing, or a dot is too much"
       "add the part, or delete the dot";
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (value, name) in written(case.member, has_stray_dot) {
        found.push(case.finding(StrayDot { name }, value));
    }
}
