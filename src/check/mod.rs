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
pub use finding::Finding;
pub use persons::Identity;
pub use registry::RULES;
pub use rule::{Lang, Rule, Severity, Violation};

use std::path::PathBuf;

use rayon::prelude::*;

use crate::model::custom::CustomKeys;
use crate::model::node::Span;
use crate::tabulate::relations::{Failed, FailedRelation};
use crate::tabulate::{Source, TableForm};
use case::Case;

/// What the rules look at.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// All that was found out.
    pub source: Source<'a>,
    /// The ids of all forms, for 填表日期 by form.
    pub forms: &'a [String],
    /// The ids of the forms that each member has by himself.
    pub cards: &'a [String],
    /// Where the relations of tables that the workspace declares itself stand.
    pub own_relations: &'a [OwnRelations],
    /// The keys that forms add to members.
    pub custom: &'a CustomKeys,
    /// The persons of units whose members are not held, as nothing is wrong with
    /// them, by unit.
    pub known: &'a [Option<Vec<Identity>>],
}

impl<'a> std::ops::Deref for Subject<'a> {
    type Target = Source<'a>;

    fn deref(&self) -> &Source<'a> {
        &self.source
    }
}

impl Subject<'_> {
    /// Whether nothing is wrong with a unit by itself, which was found out before.
    pub fn is_known(&self, unit: usize) -> bool {
        self.known.get(unit).is_some_and(Option::is_some)
    }

    /// Where a relation stands that the workspace declares itself; the top of the
    /// form's file where it is none of them.
    fn place_of_relation(&self, form: &TableForm, broken: &Failed) -> Option<(&PathBuf, Span)> {
        let mut own = self.own_relations.iter();
        let own = own.find(|own| own.form == form.id)?;
        let at = match broken.relation {
            FailedRelation::Declared(index, _) => own.places.get(index).copied(),
            _ => None,
        };
        Some((&own.path, at.unwrap_or_default()))
    }
}

/// Where the relations of a table stand that the workspace declares itself.
#[derive(Clone, Debug)]
pub struct OwnRelations {
    /// The id of the table.
    pub form: String,
    /// Its `form.yaml`.
    pub path: PathBuf,
    /// The places of the relations, in their order.
    pub places: Vec<Span>,
}

/// Runs all rules, organisations in parallel; what forms and tables say of the data
/// comes later, and so do waivers and levels.
pub fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let units = 0..subject.workspace.units.len();
    let units = units
        .into_par_iter()
        .filter(|unit| !subject.is_known(*unit));
    let of_units = units.map(|unit| of_one(subject, unit));
    let mut found: Vec<Diagnostic> = of_units.flatten_iter().collect();
    for rule in RULES.iter() {
        if let rule::Check::Workspace(check) = rule.check {
            check(subject, &mut found);
        }
    }
    files::check(subject, &mut found);
    round::check(subject, &mut found);
    found
}

/// Puts findings in the order of path and place.
pub fn sort(found: &mut [Diagnostic]) {
    found.sort_by(|a, b| (&a.path, a.at, a.rule.code).cmp(&(&b.path, b.at, b.rule.code)));
}

/// Everything that the rules find wrong with a unit by itself.
pub fn of_one(subject: &Subject<'_>, unit: usize) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let rules = || RULES.iter().map(|rule| &rule.check);
    for rule in rules() {
        if let rule::Check::Unit(check) = rule {
            check(subject, unit, &mut found);
        }
    }
    files::check_unit(subject, unit, &mut found);
    figures::check(subject, unit, &mut found);
    let of_members = rules().filter_map(|rule| match rule {
        rule::Check::Member(check) => Some(check),
        _ => None,
    });
    let of_members: Vec<_> = of_members.collect();
    for case in Case::of_unit(subject, unit) {
        for check in &of_members {
            check(&case, &mut found);
        }
        custom::check(&case, &mut found);
    }
    found
}
