//! Rules over files, facts and tables: what is wrong becomes a [`Diagnostic`]
//! with its place. One file for each rule, one registry of codes.

mod case;
mod custom;
mod dated;
pub mod diagnostic;
mod figures;
mod files;
pub mod finding;
pub mod fix;
pub mod levels;
mod persons;
mod prelude;
pub mod registry;
pub mod relations;
mod round;
pub mod rule;
pub mod rules;
pub mod waivers;
mod words;

pub use diagnostic::{Affected, At, Diagnostic, Related, Relationship};
pub use files::place_of as place_of_source;
pub use finding::Finding;
pub use registry::RULES;
pub use rule::{Lang, Rule, Severity, Violation};
pub use rules::pages::Called;

use rayon::prelude::*;

use crate::model::handle::UnitId;
use crate::tabulate::Source;
pub use case::Case;

/// Runs all rules on the workspace and these of its units, in parallel; what forms and
/// tables say of the data comes later, and so do waivers and levels.
pub fn check(source: &Source<'_>, units: &[UnitId]) -> Vec<Diagnostic> {
    let of_units = units.par_iter().map(|unit| of_one(source, *unit));
    let mut found: Vec<Diagnostic> = of_units.flatten_iter().collect();
    for rule in RULES.iter() {
        if let rule::Check::Workspace(check) = rule.check {
            check(source, &mut found);
        }
    }
    files::check(source, &mut found);
    round::check(source, &mut found);
    found
}

/// Puts findings in the order of path and place.
pub fn sort(found: &mut [Diagnostic]) {
    found.sort_by(|a, b| (&a.path, a.at, a.rule.code).cmp(&(&b.path, b.at, b.rule.code)));
}

/// The number of errors, warnings and notices.
pub fn count(found: &[&Diagnostic]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Notice].map(|severity| {
        let found = found.iter();
        found.filter(|one| one.severity == severity).count()
    })
}

/// Everything that the rules find wrong with a unit by itself.
pub fn of_one(source: &Source<'_>, unit: UnitId) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let rules = || RULES.iter().map(|rule| &rule.check);
    for rule in rules() {
        if let rule::Check::Unit(check) = rule {
            check(source, unit, &mut found);
        }
    }
    files::check_unit(source, unit, &mut found);
    figures::check(source, unit, &mut found);
    let of_members = rules().filter_map(|rule| match rule {
        rule::Check::Member(check) => Some(check),
        _ => None,
    });
    let of_members: Vec<_> = of_members.collect();
    for case in Case::of_unit(*source, unit) {
        for check in &of_members {
            check(&case, &mut found);
        }
        custom::check(&case, &mut found);
    }
    found
}
