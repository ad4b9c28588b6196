//! Figures taken over from units that report figures only.

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic};
use super::finding::Finding;
use crate::derive::derived::filled_on;
use crate::tabulate::canonical::checksum;
use crate::tabulate::reported::OF_THE_NOTICE;

pub fn check(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    let Some(file) = &subject.workspace.units[unit].figures else {
        return;
    };
    for (form, figures) in subject.tables.forms.iter().zip(&subject.tables.units[unit]) {
        for fault in &figures.faults {
            let finding = Finding::Reported(form.id.clone(), fault.kind.clone());
            let concern = Concern::unit(unit).only(&[&form.id]);
            found.push(finding.at(file.path.clone(), At::Span(fault.span), concern));
        }
    }
    let given = file
        .record
        .as_ref()
        .and_then(|record| record.checksum.as_ref());
    let tables: Vec<_> = subject
        .tables
        .forms
        .iter()
        .map(|form| form.id.as_str())
        .zip(&subject.tables.units[unit])
        .filter(|(form, _)| OF_THE_NOTICE.contains(form))
        .collect();
    if let Some(given) = given
        && given.text != checksum(&tables)
    {
        found.push(Finding::Checksum.at(
            file.path.clone(),
            At::Span(given.span),
            Concern::unit(unit),
        ));
    }
    let Some(value) = file
        .record
        .as_ref()
        .and_then(|record| record.filled_on.default.as_ref())
    else {
        return;
    };
    let expected = filled_on(subject.workspace, unit, "附件6").map(|(_, _, day)| day);
    if let (Some(day), Some(expected)) = (value.get(), expected)
        && *day != expected
    {
        found.push(Finding::ReportedDay.at(
            file.path.clone(),
            At::Span(value.span),
            Concern::unit(unit),
        ));
    }
}
