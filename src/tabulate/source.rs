//! All that was found out of a workspace.

use super::figures::Figures;
use super::form::TableForm;
use super::person::Person;
use super::roster::{Declared, Held, Members, Roster};
use super::settled::Settled;
use crate::derive::Reference;
use crate::load::Workspace;
use crate::model::handle::{ById, MemberId, UnitId};
use crate::model::organisation::Organisation;

/// Everything that rules and views are made of: all units, or one whose members are held
/// while those of others need not be.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The files, but for members'.
    pub workspace: &'a Workspace,
    /// What forms say of themselves.
    pub declared: &'a Declared,
    rosters: Rosters<'a>,
}

#[derive(Clone, Copy)]
enum Rosters<'a> {
    All(&'a ById<UnitId, Roster>),
    One(UnitId, &'a Roster),
}

impl<'a> Source<'a> {
    /// What was found out of all units.
    pub fn all(
        workspace: &'a Workspace,
        declared: &'a Declared,
        rosters: &'a ById<UnitId, Roster>,
    ) -> Self {
        Self {
            workspace,
            declared,
            rosters: Rosters::All(rosters),
        }
    }

    /// One unit, and no other.
    pub fn one(
        workspace: &'a Workspace,
        declared: &'a Declared,
        unit: UnitId,
        roster: &'a Roster,
    ) -> Self {
        Self {
            workspace,
            declared,
            rosters: Rosters::One(unit, roster),
        }
    }

    /// What was found out of a unit; none where only another is looked at.
    fn roster(self, unit: UnitId) -> Option<&'a Roster> {
        match self.rosters {
            Rosters::All(rosters) => rosters.get(unit),
            Rosters::One(one, roster) => (one == unit).then_some(roster),
        }
    }

    /// What stands for the members of a branch without an error.
    pub fn settled(self, unit: UnitId) -> Option<&'a Settled> {
        match &self.roster(unit)?.members {
            Members::Settled(settled) => Some(settled),
            Members::Held(_) => None,
        }
    }

    /// The files of a unit's members; none where they are not held.
    pub fn held(self, unit: UnitId) -> Option<&'a ById<MemberId, Held>> {
        self.roster(unit)?.held()
    }

    /// What the file of a unit's organisation says.
    pub fn organisation(self, unit: UnitId) -> Option<&'a Organisation> {
        self.workspace.units[unit].organisation.record.as_ref()
    }

    /// The reference days of a form for a unit.
    pub fn reference(self, unit: UnitId, form: &str) -> Option<&'a Reference> {
        self.roster(unit)?.days.reference(form)
    }

    /// A member of a unit; none where he is not held, or the file could not be read.
    pub fn person(self, unit: UnitId, member: MemberId) -> Option<Person<'a>> {
        let roster = self.roster(unit)?;
        let held = roster.held()?.get(member)?;
        held.person((unit, member), &roster.days, self.declared)
    }

    /// The members of a unit; none at all where they are not held.
    pub fn people(self, unit: UnitId) -> Option<impl Iterator<Item = Person<'a>>> {
        let ids = self.held(unit)?.ids();
        Some(ids.filter_map(move |id| self.person(unit, id)))
    }

    /// The table of a form.
    pub fn table(self, form: &str) -> Option<&'a TableForm> {
        let mut tables = self.declared.tables.values();
        tables.find(|table| table.id == form)
    }

    /// The tables of a unit, those apart that only documents count by.
    pub fn tables(
        self,
        unit: UnitId,
    ) -> impl Iterator<Item = (&'a TableForm, &'a Figures)> + Clone {
        self.all_tables(unit).filter(|(form, _)| !form.is_document)
    }

    fn all_tables(
        self,
        unit: UnitId,
    ) -> impl Iterator<Item = (&'a TableForm, &'a Figures)> + Clone {
        let tables = self.declared.tables.iter();
        tables.filter_map(move |(id, form)| Some((form, self.roster(unit)?.tables.get(id)?)))
    }

    /// The figures of a form for a unit.
    pub fn figures(self, unit: UnitId, form: &str) -> Option<&'a Figures> {
        let mut tables = self.all_tables(unit);
        Some(tables.find(|(table, _)| table.id == form)?.1)
    }
}
