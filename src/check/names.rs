//! Names of persons: the dot, and composed characters (domain: names).

use super::case::Case;
use super::diagnostic::Diagnostic;
use super::finding::PersonFinding;
use crate::model::member::Member;
use crate::model::name::{PersonName, has_other_dot, is_composed};
use crate::model::value::Value;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for name in names(case.member) {
        let Some(mended) = name.get().map(|name| name.as_str().to_owned()) else {
            continue;
        };
        if has_other_dot(&name.text) {
            let mended = mended.clone();
            found.push(case.finding(PersonFinding::NameDot { mended }, name));
        }
        if !is_composed(&name.text) {
            found.push(case.finding(PersonFinding::NotNfc { mended }, name));
        }
    }
}

/// All names in a member's file.
pub fn names(member: &Member) -> impl Iterator<Item = &Value<PersonName>> {
    let family = member.family.iter().filter_map(|one| one.name.as_ref());
    let own = member.name.iter();
    own.chain(&member.introducers).chain(family)
}
