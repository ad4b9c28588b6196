//! 学历: 肄业 counts one level down, and says so.

use super::case::Case;
use super::diagnostic::Diagnostic;
use super::finding::Finding;

pub fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let schooling = case.member.education.iter();
    let lines = schooling.flat_map(|block| [&block.full_time, &block.part_time]);
    for value in lines.flatten().filter_map(|line| line.level.as_ref()) {
        if value.get().is_some_and(|level| level.unfinished) {
            found.push(case.finding(Finding::Unfinished(value.text.clone()), value));
        }
    }
}
