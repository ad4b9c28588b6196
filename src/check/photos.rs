//! Photos: there, inside the organisation's folder, and pictures.

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Finding, Reach};
use crate::load::photo_path;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let workspace = subject.workspace;
    for (unit, files) in workspace.units.iter().enumerate() {
        for (member, file) in files.members.iter().enumerate() {
            let Some(photo) = file
                .record
                .as_ref()
                .and_then(|record| record.photo.as_ref())
            else {
                continue;
            };
            let Err(fault) = photo_path(&workspace.root, &files.path, &photo.text) else {
                continue;
            };
            let concern = Concern::member(unit, member).reaching(Reach::Card);
            let finding = Finding::Photo(fault, photo.text.clone());
            found.push(finding.at(file.path.clone(), At::Span(photo.span), concern));
        }
    }
}
