//! All that was found out of a workspace.

use super::roster::{Person, Rosters};
use super::tree::Tables;
use crate::derive::Derived;
use crate::load::Workspace;
use crate::model::organisation::Organisation;

/// Everything that rules and views are made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The files.
    pub workspace: &'a Workspace,
    /// The facts.
    pub derived: &'a Derived,
    /// Who stands in which form.
    pub rosters: &'a Rosters,
    /// The tables.
    pub tables: &'a Tables,
}

impl<'a> Source<'a> {
    /// What the file of a unit's organisation says.
    pub fn organisation(self, unit: usize) -> Option<&'a Organisation> {
        self.workspace.units[unit].organisation.record.as_ref()
    }

    /// A member of a unit; none where the file, or the round, could not be read.
    pub fn person(self, unit: usize, member: usize) -> Option<Person<'a>> {
        let rosters = self.rosters;
        rosters.person(self.workspace, self.derived, unit, member)
    }

    /// The members of a unit.
    pub fn people(self, unit: usize) -> impl Iterator<Item = Person<'a>> {
        let rosters = self.rosters;
        rosters.people(self.workspace, self.derived, unit)
    }
}
