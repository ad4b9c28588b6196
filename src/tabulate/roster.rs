//! A unit with all that was found out of it.

use std::path::{Path, PathBuf};

use super::figures::{Figures, UnitTables};
use super::form::TableForm;
use super::person::Person;
use super::registers::{Derived, Registers};
use super::reported;
use super::settled::Settled;
use crate::derive::FormDays;
use crate::load::{File, Workspace};
use crate::model::handle::{ById, MemberId, TableId, UnitId};
use crate::model::member::Member;
use crate::model::noted::{Noted, noting};

/// What forms say of themselves, by which members are listed and counted.
#[derive(Clone, Debug)]
pub struct Declared {
    /// The ids of all forms; of those that could not be read, their folders, which are most
    /// often called alike.
    pub ids: Vec<String>,
    /// The tables of forms of several: the id of each, and that of its form, on whose days
    /// it is filled in.
    pub parts: Vec<(String, String)>,
    /// The ids of the forms that each member has by himself.
    pub cards: Vec<String>,
    /// The forms about members.
    pub registers: Registers,
    /// The tables.
    pub tables: ById<TableId, TableForm>,
}

/// A unit with all that was found out of it.
#[derive(Clone, Debug)]
pub struct Roster {
    /// The days of its forms.
    pub days: FormDays,
    /// Its members.
    pub members: Members,
    /// Its tables.
    pub tables: UnitTables,
}

/// The members of a unit.
#[derive(Clone, Debug)]
pub enum Members {
    /// As their files say.
    Held(ById<MemberId, Held>),
    /// Those of a branch without an error: only what stands for them.
    Settled(Settled),
}

/// A member's file, and what follows from it: nothing where it could not be read.
#[derive(Clone, Debug)]
pub struct Held {
    /// The file.
    pub file: File<Member>,
    derived: Option<Derived>,
}

impl Held {
    /// A hash of the file; none where it could not be read.
    pub fn digest(&self) -> Option<[u8; 32]> {
        self.file.record.is_some().then_some(self.file.digest)
    }
}

impl Declared {
    /// The days of a unit's forms, and of their tables.
    pub fn days(&self, workspace: &Workspace, unit: UnitId) -> FormDays {
        FormDays::of(workspace, unit, &self.ids).with_parts(&self.parts)
    }

    /// All that follows for a unit by itself from the files of its members, which are read
    /// in parallel, or from the figures that it has handed in.
    pub fn roster(
        &self,
        workspace: &Workspace,
        unit: UnitId,
        read: impl Fn(MemberId, &Path) -> File<Member> + Sync,
    ) -> Roster {
        let days = self.days(workspace, unit);
        let files = &workspace.units[unit];
        let held = |id, path: &PathBuf| self.held((unit, id), read(id, path), &days);
        let held = files.member_paths.par_map(held);
        let reported = files.figures.as_ref().and_then(|file| file.record.as_ref());
        let figures = |form: &TableForm| match reported {
            Some(_) if form.is_document => Figures::empty(form),
            Some(reported) => {
                let mut figures = reported::figures(reported, form);
                let is_open = !form.is_of_notice && figures.is_missing();
                let organisation = files.organisation.record.as_ref().filter(|_| is_open);
                let title = organisation.map(|organisation| {
                    noting(|notes| Noted::on(organisation, notes).title().to_owned()).value
                });
                figures.without.extend(title);
                figures
            }
            None => {
                let people = held.iter();
                let people = people.filter_map(|(id, held)| held.person((unit, id), &days, self));
                Figures::counted(form, people)
            }
        };
        let mut tables: UnitTables = self.tables.values().map(figures).collect();
        self.take(&mut tables);
        Roster {
            tables,
            members: Members::Held(held),
            days,
        }
    }

    /// Gives the figures of a unit's tables to those that show them.
    fn take(&self, tables: &mut UnitTables) {
        let is_taken = |form: &TableForm| form.cross.leaves.iter().any(|leaf| leaf.taken.is_some());
        for (id, form) in self.tables.iter().filter(|(_, form)| is_taken(form)) {
            for (column, leaf) in form.cross.leaves.iter().enumerate() {
                let Some((of, figure)) = &leaf.taken else {
                    continue;
                };
                let mut others = self.tables.iter();
                let other = others.find(|(_, other)| other.id == *of);
                let Some(other) = other.map(|(other, _)| &tables[other]) else {
                    continue;
                };
                let (figure, without) = (other.named(figure), other.without.clone());
                for (_, cells) in &mut tables[id].table.rows {
                    cells[column] = figure;
                }
                let new = without.into_iter();
                let new = new.filter(|unit| !tables[id].without.contains(unit));
                let new: Vec<String> = new.collect();
                tables[id].without.extend(new);
            }
            form.cross.add_up(&mut tables[id].table);
        }
    }

    /// A unit of which nothing is asked: nobody is in it.
    pub fn empty(&self, workspace: &Workspace, unit: UnitId) -> Roster {
        Roster {
            days: self.days(workspace, unit),
            members: Members::Held(ById::default()),
            tables: self.tables.values().map(Figures::empty).collect(),
        }
    }

    fn held(&self, of: (UnitId, MemberId), file: File<Member>, days: &FormDays) -> Held {
        let derived = file.record.as_ref();
        let derived = derived.map(|member| self.registers.derived(days, member));
        let mut held = Held { file, derived };
        let settled = held.person(of, days, self).map(|person| person.settled());
        if let Some((derived, settled)) = held.derived.as_mut().zip(settled) {
            derived.standing_in = settled;
        }
        held
    }
}

impl Roster {
    /// The members, where they are held.
    pub fn held(&self) -> Option<&ById<MemberId, Held>> {
        match &self.members {
            Members::Held(held) => Some(held),
            Members::Settled(_) => None,
        }
    }
}

impl Held {
    /// The member; none where the file could not be read.
    pub(super) fn person<'a>(
        &'a self,
        (unit, id): (UnitId, MemberId),
        days: &'a FormDays,
        declared: &'a Declared,
    ) -> Option<Person<'a>> {
        Some(Person {
            unit,
            id,
            file: &self.file,
            member: self.file.record.as_ref()?,
            derived: self.derived.as_ref()?,
            days,
            registers: &declared.registers,
        })
    }
}
