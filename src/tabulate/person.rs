//! A member with where he stands; what his coarse dates leave open of him.

use super::registers::{Derived, Registers};
use super::worlds::{self, World, Worlds};
use crate::derive::{Certainty, FormDays, Identity};
use crate::expression::{Scope, StandingIn};
use crate::load::File;
use crate::model::handle::{MemberId, UnitId};
use crate::model::member::Member;
use crate::model::provenance::{Keys, Traced};

/// A member of a unit with all that was found out of him.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// The unit.
    pub unit: UnitId,
    /// The member within it.
    pub id: MemberId,
    /// The file.
    pub file: &'a File<Member>,
    /// What it says.
    pub member: &'a Member,
    /// What follows from it.
    pub derived: &'a Derived,
    pub(super) days: &'a FormDays,
    pub(super) registers: &'a Registers,
}

impl<'a> Person<'a> {
    /// What tells him from others.
    pub fn identity(&self) -> Identity {
        Identity::of(self.id, &self.file.path, self.member, &self.derived.facts)
    }

    /// Him on the days of a form; none where a day is missing.
    pub fn scope(&self, form: &str) -> Option<Scope<'a>> {
        self.derived.scope(self.days, self.member, form)
    }

    /// Him as he would be otherwise.
    pub fn otherwise(&self, member: Member) -> World {
        let derived = self.registers.derived(self.days, &member);
        World { member, derived }
    }

    /// What he may be by those of his coarse dates that are among keys, one after the
    /// other: on each of their days. None where there are none, or more than can be
    /// looked through.
    fn worlds(&self, keys: Keys) -> Option<Worlds<impl Iterator<Item = World>>> {
        let Worlds { members, keys } = worlds::members(self.member, keys, &self.registers.custom)?;
        let members = members.map(|member| self.otherwise(member));
        Some(Worlds { members, keys })
    }

    /// Him as he is in a world.
    pub fn within<'b>(&'b self, world: &'b World) -> Person<'b> {
        Person {
            member: &world.member,
            derived: &world.derived,
            ..*self
        }
    }

    /// Where he stands, with what dates left open each by itself settled.
    pub(super) fn settled(&self) -> StandingIn {
        let all = |person: &Person<'_>| -> Vec<_> {
            let standing = person.derived.standing_in.values();
            standing.copied().collect()
        };
        let mut found = all(self);
        self.settle(&mut found, &all);
        found.into_iter().collect()
    }

    /// Settles what dates left open each by itself and is the same on all their days.
    pub fn settle(
        &self,
        found: &mut [Traced<Certainty>],
        again: &dyn Fn(&Person<'_>) -> Vec<Traced<Certainty>>,
    ) {
        let is_open = |found: &Traced<Certainty>| found.value == Certainty::Open;
        let open: Vec<usize> = (0..found.len()).filter(|at| is_open(&found[*at])).collect();
        if open.is_empty() {
            return;
        }
        let keys = open.iter().map(|at| found[*at].keys).collect();
        if let Some(worlds) = self.worlds(keys) {
            return self.settle_in(found, open, worlds, again);
        }
        for at in open {
            if let Some(worlds) = self.worlds(found[at].keys) {
                self.settle_in(found, vec![at], worlds, again);
            }
        }
    }

    /// What is the same in all worlds is that; worlds are looked at as long as something
    /// can be.
    fn settle_in(
        &self,
        found: &mut [Traced<Certainty>],
        mut open: Vec<usize>,
        worlds: Worlds<impl Iterator<Item = World>>,
        again: &dyn Fn(&Person<'_>) -> Vec<Traced<Certainty>>,
    ) {
        let read = |world: World| again(&self.within(&world));
        let Worlds {
            members: mut worlds,
            keys,
        } = worlds;
        let Some(first) = worlds.next().map(read) else {
            return;
        };
        open.retain(|at| first[*at].value != Certainty::Open);
        while !open.is_empty() {
            let Some(reading) = worlds.next().map(read) else {
                break;
            };
            open.retain(|at| reading[*at].value == first[*at].value);
        }
        for at in open {
            found[at].value = first[at].value;
            found[at] = found[at].joined(keys);
        }
    }
}
