//! 自定义: keys that a unit adds to its members, as forms declare them.

use super::case::Case;
use super::diagnostic::Diagnostic;
use super::finding::Finding;
use crate::model::custom;
use crate::model::problem::Fault;
use crate::model::provenance::Keys;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let declared = case.subject.custom;
    for (key, place, value) in &case.member.custom.entries {
        let Some((of, id)) = custom::find(declared, key) else {
            let known = declared.keys().cloned().collect();
            let key = key.clone();
            let finding = Finding::Key(Fault::UnknownCustom { key, known });
            found.push(case.finding(finding, (*place, custom::all())));
            continue;
        };
        if let Err(reason) = of.read(&value.text) {
            let text = value.text.clone();
            let finding = Finding::Key(Fault::BadValue { text, reason });
            let mut diagnostic = case.finding(finding, (value.span, Keys::of(id)));
            diagnostic.concern.unread = true;
            found.push(diagnostic);
        }
    }
}
