//! Rules over files, facts and tables: what is wrong becomes a [`Diagnostic`]
//! with its place. One file per family of rules, one registry of codes.

mod dates;
pub mod diagnostic;
mod dispositions;
mod figures;
mod files;
mod keys;
mod lost;
mod organisations;
mod photos;
pub mod registry;
mod relations;
mod schooling;

pub use diagnostic::{At, Concern, Diagnostic, Finding, Reach, Related, Relationship};
pub use registry::{RULES, Rule, Severity};

use crate::derive::Derived;
use crate::load::Workspace;
use crate::tabulate::Tables;

/// What the rules look at.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The files.
    pub workspace: &'a Workspace,
    /// The facts.
    pub derived: &'a Derived,
    /// The tables.
    pub tables: &'a Tables,
    /// The ids of all forms, for 填表日期 by form.
    pub forms: &'a [&'a str],
}

/// One family of rules.
type Family = fn(&Subject<'_>, &mut Vec<Diagnostic>);

/// All families. A new family is one file and one line here.
const FAMILIES: [Family; 10] = [
    files::check,
    keys::check,
    organisations::check,
    photos::check,
    schooling::check,
    lost::check,
    dispositions::check,
    dates::check,
    figures::check,
    relations::check,
];

/// Runs all rules. The findings stand in the order of path and place.
pub fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for family in FAMILIES {
        family(subject, &mut found);
    }
    found.retain(|diagnostic| !is_waived(subject.workspace, diagnostic));
    found.sort_by(|a, b| (&a.path, a.at, a.rule.code).cmp(&(&b.path, b.at, b.rule.code)));
    found
}

/// Whether the member's 豁免 names the rule, by its code or its name.
fn is_waived(workspace: &Workspace, diagnostic: &Diagnostic) -> bool {
    let concern = &diagnostic.concern;
    let (Some(unit), Some(member)) = (concern.unit, concern.member) else {
        return false;
    };
    let record = workspace.units[unit].members[member].record.as_ref();
    let waivers = record.iter().flat_map(|member| &member.waivers);
    diagnostic.rule.waivable
        && waivers
            .filter_map(|waiver| waiver.rule.as_ref())
            .any(|rule| rule.text == diagnostic.rule.code || rule.text == diagnostic.rule.name)
}
