//! Where the round stands on a day: its stages, what is whole in each branch, what is
//! missing, and what the rules recommend.

mod branch;
mod due;
mod json;
mod text;

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::Project;
use crate::check::rules::dispositions::advice;
use crate::check::{At, Case, Diagnostic, Severity};
use crate::derive::admission::{Ground, ungrounded};
use crate::derive::recommended::Recommendation;
use crate::forms::outputs::is_branch;
use crate::forms::usage::Usage;
use crate::model::codes::Disposition;
use crate::model::handle::FormId;
use crate::model::value::Given as _;
pub use branch::{Branch, Share};
pub use due::{Stage, When};

/// Where the round stands.
pub struct Progress<'a> {
    project: &'a Project,
    /// The day of which it is told.
    pub day: Option<NaiveDate>,
    /// The stages, in their order.
    pub stages: Vec<Stage<'a>>,
    /// The forms whose state is told, in their order.
    pub forms: Vec<FormId>,
    /// Branches, in the order of their paths.
    pub branches: Vec<Branch>,
    /// What is wrong or missing, most urgent first.
    pub missing: Vec<Missing<'a>>,
    /// Who is to be decided about.
    pub advised: Vec<Advised>,
}

/// A finding, and what it keeps from being right.
pub struct Missing<'a> {
    /// The finding.
    pub finding: &'a Diagnostic,
    /// The forms.
    pub forms: Vec<FormId>,
    /// When the first of them is due.
    pub due: Option<NaiveDate>,
}

/// What is recommended for a member.
pub struct Advised {
    /// His name.
    pub name: String,
    /// His file.
    pub path: PathBuf,
    /// Where the file says that he was lost.
    pub at: At,
    /// Each with why, and what is not on record for it.
    pub choices: Vec<(Disposition, Recommendation, Option<Ground>)>,
}

impl<'a> Progress<'a> {
    /// Where a round stands on a day; without one, when its forms are filled in.
    pub fn of(project: &'a Project, day: Option<NaiveDate>) -> Self {
        let round = project.workspace.round();
        let filled_on = round.and_then(|round| round.filled_on.default.given().copied());
        let day = day.or(filled_on);
        let forms: Vec<FormId> = project.catalogue.forms.ids().collect();
        let stages = due::stages(project, day);
        let usage = Usage::of(project.source(), &project.catalogue);
        let branches = project.workspace.units.ids();
        let branches = branches.filter(|unit| is_branch(&project.workspace.units[*unit]));
        Self {
            project,
            day,
            branches: Branch::all(project, &usage, branches),
            missing: missing(project, &usage, &stages),
            advised: advised(project),
            forms,
            stages,
        }
    }
}

/// Errors first, each with what is due first.
fn missing<'a>(project: &'a Project, usage: &Usage<'_>, stages: &[Stage<'_>]) -> Vec<Missing<'a>> {
    let days: BTreeMap<&str, NaiveDate> = due::days(project, stages);
    let forms = |finding: &Diagnostic| -> Vec<FormId> {
        let forms = project.catalogue.forms.ids();
        let concerns = |form: &FormId| {
            let unit = finding.affected.unit;
            usage.spoils(&finding.affected, (*form, unit, finding.affected.member))
                || usage.spoils(&finding.affected, (*form, unit, None))
        };
        forms.filter(concerns).collect()
    };
    let found = project
        .diagnostics
        .iter()
        .filter(|one| one.severity != Severity::Notice);
    let mut missing: Vec<Missing<'a>> = found
        .map(|finding| {
            let forms = forms(finding);
            let due = forms
                .iter()
                .filter_map(|form| days.get(project.catalogue.forms[*form].id()));
            Missing {
                finding,
                due: due.min().copied(),
                forms,
            }
        })
        .collect();
    let urgency = |one: &Missing<'_>| {
        let far = NaiveDate::MAX;
        (
            !one.finding.is_error(),
            one.forms.is_empty(),
            one.due.unwrap_or(far),
        )
    };
    missing.sort_by_key(urgency);
    missing
}

fn advised(project: &Project) -> Vec<Advised> {
    let source = project.source();
    let cases = project
        .workspace
        .units
        .ids()
        .flat_map(|unit| Case::of_unit(source, unit));
    let of_case = |case: Case<'_>| {
        let lost = case.member.lost.as_ref()?;
        let (situation, choices) = advice(&case)?;
        let choices = choices.into_iter();
        let choices = choices.map(|(kind, row)| (kind, row, ungrounded(kind, &situation)));
        let name = case.member.name.given();
        Some(Advised {
            name: name
                .map(|name| name.as_str().to_owned())
                .unwrap_or_default(),
            path: case.person.file.path.clone(),
            at: At::Span(lost.place),
            choices: choices.collect(),
        })
    };
    cases.filter_map(of_case).collect()
}
