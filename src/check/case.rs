//! One member as the rules see him.

use chrono::NaiveDate;

use super::Subject;
use super::diagnostic::{At, Concern, Diagnostic, Reach};
use super::finding::Finding;
use crate::derive::derived::filled_on;
use crate::derive::{Facts, Reference};
use crate::load::File;
use crate::model::codes::RuleSet;
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::problem::Fault;
use crate::model::value::Given as _;

/// The form whose day and facts stand for a member's own.
pub const CARD: &str = "附件1";

/// A member whose file could be read.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// All there is.
    pub subject: &'a Subject<'a>,
    /// The member's organisation.
    pub unit: usize,
    /// The member's place in it.
    pub index: usize,
    /// The file.
    pub file: &'a File<Member>,
    /// What it says.
    pub member: &'a Member,
    /// The last day on which one of the organisation's forms is filled in.
    pub last_day: Option<NaiveDate>,
}

impl<'a> Case<'a> {
    /// The members of a unit.
    pub fn of_unit(subject: &'a Subject<'a>, unit: usize) -> impl Iterator<Item = Self> {
        let days = subject.forms.iter();
        let days = days.filter_map(|form| filled_on(subject.workspace, unit, form));
        let last_day = days.map(|(_, _, day)| day).max();
        let files = subject.workspace.units[unit].members.iter().enumerate();
        files.filter_map(move |(index, file)| {
            Some(Self {
                subject,
                unit,
                index,
                file,
                member: file.record.as_ref()?,
                last_day,
            })
        })
    }

    /// The facts on the day of a form.
    pub fn facts(&self, form: &str) -> Option<&'a Facts> {
        let facts = self.subject.derived.facts(self.unit, form);
        facts.get(self.index)?.as_ref()
    }

    /// The days of a form.
    pub fn reference(&self, form: &str) -> Option<&'a Reference> {
        self.subject.derived.reference(self.unit, form)
    }

    /// The rule set of the round.
    pub fn rule_set(&self) -> RuleSet {
        let round = self.subject.workspace.round.as_ref();
        let round = round.and_then(|file| file.record.as_ref());
        let given = round.and_then(|round| round.rules.given().copied());
        given.unwrap_or(RuleSet::Of2016)
    }

    /// Whether a block stands under a key where a list belongs, or the like: that
    /// is told, and what follows from it would only repeat it.
    pub fn is_misshapen(&self, key: &str) -> bool {
        let is_shape = |fault: &Fault| matches!(fault, Fault::NotMap | Fault::NotList);
        let mut problems = self.file.problems.iter();
        problems.any(|problem| problem.key() == key && is_shape(&problem.fault))
    }

    /// A finding that every output with the member suffers from.
    pub fn finding(&self, finding: impl Into<Finding>, span: Span) -> Diagnostic {
        let concern = Concern::member(self.unit, self.index);
        let finding: Finding = finding.into();
        finding.at(self.file.path.clone(), At::Span(span), concern)
    }

    /// A finding that only some forms suffer from.
    pub fn of_forms(&self, forms: &[&str], finding: impl Into<Finding>, span: Span) -> Diagnostic {
        let mut diagnostic = self.finding(finding, span);
        diagnostic.concern = diagnostic.concern.only(forms);
        diagnostic
    }

    /// A finding that only the member's card suffers from.
    pub fn of_card(&self, finding: impl Into<Finding>, span: Span) -> Diagnostic {
        let mut diagnostic = self.finding(finding, span);
        diagnostic.concern = diagnostic.concern.reaching(Reach::Card);
        diagnostic
    }
}
