//! 自定义: keys that a unit adds to its members, as forms declare them.

use super::case::Case;
use super::diagnostic::Diagnostic;
use super::rules::{keys::unknown_key::UnknownKey, unread::unread};
use crate::model::custom_keys;
use crate::model::provenance::Keys;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let declared = &case.source.declared.registers.custom;
    for (key, place, value) in &case.member.custom.entries {
        let Some((of, id)) = custom_keys::find(declared, key) else {
            let unknown = UnknownKey::Custom(key.clone(), declared.keys().cloned().collect());
            found.push(case.finding(unknown, (*place, custom_keys::all())));
            continue;
        };
        let is_given = value.get().is_some();
        if let Err(reason) = of.read(&value.text)
            && is_given
        {
            let finding = unread(value.text.clone(), reason);
            let mut diagnostic = case.finding(finding, (value.span, Keys::of(id)));
            diagnostic.affected.unread = true;
            found.push(diagnostic);
        }
    }
}
