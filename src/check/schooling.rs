//! 学历: 肄业 counts one level down, and says so.

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Finding};
use crate::model::value::Value;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (unit, files) in subject.workspace.units.iter().enumerate() {
        for (member, file) in files.members.iter().enumerate() {
            let schooling = file
                .record
                .as_ref()
                .and_then(|record| record.education.as_ref());
            let lines = schooling
                .iter()
                .flat_map(|block| [&block.full_time, &block.part_time]);
            let levels = lines.flatten().filter_map(|line| line.level.as_ref());
            let unfinished =
                levels.filter(|value| value.get().is_some_and(|level| level.unfinished));
            let concern = Concern::member(unit, member);
            found.extend(unfinished.map(|value: &Value<_>| {
                let finding = Finding::Unfinished(value.text.clone());
                finding.at(file.path.clone(), At::Span(value.span), concern.clone())
            }));
        }
    }
}
