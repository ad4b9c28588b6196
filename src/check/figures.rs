//! Tables of the notice are keys of the figures taken over.

use super::diagnostic::{Affected, At, Diagnostic};
use super::finding::Finding;
use super::rules::keys::{missing_key::MissingKey, unknown_key::UnknownKey};
use crate::model::handle::UnitId;
use crate::tabulate::Source;
use crate::tabulate::figures::ReportFaultKind;

pub fn check(source: &Source<'_>, unit: UnitId, found: &mut Vec<Diagnostic>) {
    let Some(file) = &source.workspace.units[unit].figures else {
        return;
    };
    let affected = Affected::unit(unit);
    let of_notice = source.tables(unit).filter(|(form, _)| form.is_of_notice);
    for (form, figures) in of_notice.clone() {
        let mut faults = figures.faults.iter();
        if let Some(fault) = faults.find(|fault| fault.kind == ReportFaultKind::NoTable) {
            let key = form.id.clone().into();
            let finding = Finding::from(MissingKey::Key(key));
            let affected = affected.clone().only(&[&form.id]);
            found.push(finding.at(file.path.clone(), At::Span(fault.span), affected));
        }
    }
    let Some(record) = &file.record else { return };
    for (id, span, _) in &record.tables.entries {
        if !of_notice.clone().any(|(form, _)| form.id == *id) {
            let ids = of_notice.clone().map(|(form, _)| form.id.clone());
            let unknown = UnknownKey::Table(id.clone(), ids.chain(record.others()).collect());
            let at = At::Span(*span);
            found.push(Finding::from(unknown).at(file.path.clone(), at, affected.clone()));
        }
    }
}
