//! Organisations: class, forms that 填表日期 names, telephones, postcode.

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic};
use super::finding::{Finding, RoundFinding};
use super::round::unknown_forms;
use crate::model::codes::OrganisationKind;
use crate::model::contact::{is_postcode, is_telephone};
use crate::model::value::Given as _;

pub fn check(subject: &Subject<'_>, unit: usize, found: &mut Vec<Diagnostic>) {
    let file = &subject.workspace.units[unit].organisation;
    let Some(organisation) = &file.record else {
        return;
    };
    let concern = Concern::unit(unit);
    let dates = &organisation.filled_on;
    unknown_forms(dates, subject, &file.path, &concern, found);
    let mut report = |finding: Finding, at: At| {
        found.push(finding.at(file.path.clone(), at, concern.clone()));
    };
    let is_branch = organisation.kind.given() == Some(&OrganisationKind::Branch);
    if is_branch && organisation.class.is_none() {
        let kind = organisation.kind.as_ref();
        let at = kind.map_or(At::File, |kind| At::Span(kind.span));
        report(Finding::NoClass, at);
    }
    for phone in organisation.phone.iter().chain(&organisation.fax) {
        if !is_telephone(&phone.text) {
            let finding = RoundFinding::Telephone(phone.text.clone());
            report(finding.into(), At::Span(phone.span));
        }
    }
    if let Some(postcode) = &organisation.postcode
        && !is_postcode(&postcode.text)
    {
        let finding = RoundFinding::Postcode(postcode.text.clone());
        report(finding.into(), At::Span(postcode.span));
    }
}
