//! Organisations and the round.

use std::path::Path;

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Finding};
use crate::model::codes::OrganisationKind;
use crate::model::dates::{DEFAULT, FillDates};
use crate::model::problem::Fault;
use crate::model::value::Given as _;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let workspace = subject.workspace;
    if let Some((file, round)) = workspace
        .round
        .iter()
        .find_map(|f| Some((f, f.record.as_ref()?)))
    {
        if let (None, Some((_, span, _))) =
            (&round.filled_on.default, round.filled_on.by_form.first())
        {
            let finding = Finding::Key(Fault::MissingKey { key: DEFAULT });
            found.push(finding.at(file.path.clone(), At::Span(*span), Concern::everything()));
        }
        unknown_forms(
            &round.filled_on,
            subject,
            &file.path,
            &Concern::everything(),
            found,
        );
    }
    for (unit, files) in workspace.units.iter().enumerate() {
        let file = &files.organisation;
        let Some(organisation) = &file.record else {
            continue;
        };
        let concern = Concern::unit(unit);
        unknown_forms(
            &organisation.filled_on,
            subject,
            &file.path,
            &concern,
            found,
        );
        let kind = organisation.kind.as_ref();
        let is_branch = organisation.kind.given() == Some(&OrganisationKind::Branch);
        if is_branch && organisation.class.is_none() {
            let at = kind.map_or(At::File, |kind| At::Span(kind.span));
            found.push(Finding::NoClass.at(file.path.clone(), at, concern));
        }
    }
}

fn unknown_forms(
    dates: &FillDates,
    subject: &Subject<'_>,
    path: &Path,
    concern: &Concern,
    found: &mut Vec<Diagnostic>,
) {
    for (form, span, _) in &dates.by_form {
        if !subject.forms.contains(&form.as_str()) {
            let finding = Finding::UnknownForm {
                form: form.clone(),
                known: subject.forms.iter().map(|id| (*id).to_owned()).collect(),
            };
            found.push(finding.at(path.to_owned(), At::Span(*span), concern.clone()));
        }
    }
}
