//! One member as the rules see him.

use chrono::NaiveDate;

use super::diagnostic::{Affected, At, Diagnostic, Relationship};
use super::finding::Finding;
use crate::derive::Certainty;
use crate::derive::form_days::filled_on;
use crate::expression::Scope;
use crate::model::codes::RuleSet;
use crate::model::handle::UnitId;
use crate::model::member::{Lost, Member};
use crate::model::noted::{Noted, noting};
use crate::model::numbered::Numbered as _;
use crate::model::problem::Fault;
use crate::model::provenance::Keys;
use crate::model::record::Record as _;
use crate::model::value::{Given as _, Placed};
use crate::tabulate::Source;
use crate::tabulate::{Declared, Person, TableForm};

/// A member whose file could be read.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// All there is.
    pub source: Source<'a>,
    /// The member, and where he stands.
    pub person: Person<'a>,
    /// What it says.
    pub member: &'a Member,
    /// The last day on which one of the organisation's forms is filled in.
    pub last_day: Option<NaiveDate>,
}

impl<'a> Case<'a> {
    /// The members of a unit.
    pub fn of_unit(source: Source<'a>, unit: UnitId) -> impl Iterator<Item = Self> {
        let days = source.declared.ids.iter();
        let days = days.filter_map(|form| filled_on(source.workspace, unit, form));
        let last_day = days.map(|filled_on| filled_on.day.value).max();
        let people = source.people(unit).into_iter().flatten();
        people.map(move |person| Self {
            source,
            person,
            member: person.member,
            last_day,
        })
    }

    /// The member on the days of his own form.
    pub fn own(&self) -> Option<Scope<'a>> {
        let Declared { cards, ids, .. } = self.source.declared;
        let mut forms = cards.iter().chain(ids);
        forms.find_map(|form| self.person.scope(form))
    }

    /// The table that accounts for those who stand in registers, with the member on its
    /// days.
    pub fn accounting(&self) -> Option<(&'a TableForm, Scope<'a>)> {
        let mut forms = self.source.declared.tables.values();
        let reconciles = |form: &&TableForm| form.beside.iter().any(|block| block.equal.is_some());
        let form = forms.find(reconciles)?;
        Some((form, self.person.scope(&form.id)?))
    }

    /// Whether the member surely is in none of the registers that a table accounts for.
    pub fn is_outside(&self, form: &TableForm) -> bool {
        let Some(counted) = form.counted(&self.person) else {
            return false;
        };
        let mut at = form.cross.leaves.len();
        let mut registers = Vec::new();
        for block in &form.beside {
            registers.extend(at..at + block.equal.unwrap_or(0));
            at += block.counts.len();
        }
        let mut registers = registers.into_iter();
        registers.all(|at| counted.counts[at].value == Certainty::No)
    }

    /// The rule set of the round.
    pub fn rule_set(&self) -> RuleSet {
        let round = self.source.workspace.round();
        let given = round.and_then(|round| round.rules.given().copied());
        given.unwrap_or(RuleSet::Of2016)
    }

    /// Whether a block stands under a key where a list belongs, or the like: that
    /// is told, and what follows from it would only repeat it.
    pub fn is_misshapen(&self, key: &str) -> bool {
        let is_shape = |fault: &Fault| matches!(fault, Fault::NotMap(_) | Fault::NotList);
        let keys = Member::keys_of(Member::FIRST, key);
        let mut problems = self.person.file.problems.iter();
        problems.any(|problem| problem.keys.meet(keys) && is_shape(&problem.fault))
    }

    /// The block 失联 of a member, where it is one.
    pub fn lost(&self) -> Option<&'a Lost> {
        let lost = self.member.lost.as_ref();
        lost.filter(|_| !self.is_misshapen("失联"))
    }

    /// A finding, which spoils the keys of its place.
    pub fn finding(&self, finding: impl Into<Finding>, place: impl Placed) -> Diagnostic {
        let affected = Affected::member(self.person.unit, self.person.id).of(place.keys());
        let finding: Finding = finding.into();
        finding.at(
            self.person.file.path.clone(),
            At::Span(place.span()),
            affected,
        )
    }

    /// A finding, and what its place does not agree with.
    pub fn compared(
        &self,
        finding: impl Into<Finding>,
        place: impl Placed,
        other: impl Placed,
    ) -> Diagnostic {
        let diagnostic = self.finding(finding, place);
        diagnostic.beside(&self.person.file.path, other, Relationship::Compared)
    }

    /// The keys that are asked for.
    pub fn keys<T>(&self, ask: impl FnOnce(Noted<'_, Member>) -> T) -> Keys {
        noting(|notes| ask(Noted::on(self.member, notes))).keys
    }
}
