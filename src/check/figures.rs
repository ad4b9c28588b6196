//! Figures taken over from units that report figures only.

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic};
use super::finding::Finding;
use super::rules::keys::{missing_key::MissingKey, unknown_key::UnknownKey};
use crate::derive::derived::filled_on;
use crate::tabulate::canonical::checksum;
use crate::tabulate::reported::ReportFaultKind;
use crate::tabulate::{Figures, TableForm};

pub fn check(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    let Some(file) = &subject.workspace.units[unit].figures else {
        return;
    };
    let tables = || subject.tables.forms.iter().zip(&subject.tables.units[unit]);
    for (form, figures) in tables() {
        for fault in &figures.faults {
            let finding = match &fault.kind {
                ReportFaultKind::NoTable if form.is_of_notice => {
                    let key = form.id.clone().into();
                    MissingKey { key }.into()
                }
                kind => Finding::Reported(form.id.clone(), kind.clone()),
            };
            let concern = Concern::unit(unit).only(&[&form.id]);
            found.push(finding.at(file.path.clone(), At::Span(fault.span), concern));
        }
    }
    let Some(record) = &file.record else { return };
    let of_notice: Vec<(&TableForm, &Figures)> =
        tables().filter(|(form, _)| form.is_of_notice).collect();
    let concern = || Concern::unit(unit);
    for (id, span, _) in &record.tables.entries {
        if !of_notice.iter().any(|(form, _)| form.id == *id) {
            let unknown = UnknownKey::InBlock(id.clone(), record.nearest(id));
            let at = At::Span(*span);
            found.push(Finding::from(unknown).at(file.path.clone(), at, concern()));
        }
    }
    let figures: Vec<_> = of_notice
        .iter()
        .map(|(form, table)| (form.id.as_str(), *table))
        .collect();
    if let Some(given) = &record.head.checksum
        && given.text != checksum(&figures)
    {
        let at = At::Span(given.span);
        found.push(Finding::Checksum.at(file.path.clone(), at, concern()));
    }
    let Some(value) = &record.head.filled_on.default else {
        return;
    };
    let first = of_notice.first().map(|(form, _)| form.id.as_str());
    let expected = first.and_then(|form| filled_on(subject.workspace, unit, form));
    if let (Some(day), Some(expected)) = (value.get(), expected)
        && *day != expected.day.value
    {
        let at = At::Span(value.span);
        found.push(Finding::ReportedDay.at(file.path.clone(), at, concern()));
    }
}
