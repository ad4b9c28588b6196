//! Who stands in which form: what forms say of themselves, for every member.

use rayon::prelude::*;

use super::condition::Condition;
use super::worlds::{self, World};
use crate::derive::derived::UnitFacts;
use crate::derive::named::NamedFact;
use crate::derive::{Asking, Certainty, Derived, Facts, Reading, Value};
use crate::expression::Scope;
use crate::load::Workspace;
use crate::model::custom::CustomKeys;
use crate::model::member::Member;
use crate::model::provenance::{Keys, Traced};

/// People whom a form can be about.
#[derive(Clone, Debug, PartialEq)]
pub enum Population {
    /// For whom a fact holds.
    Fact(&'static NamedFact),
    /// Who stands in another form, on that form's own days: its id, and its place
    /// among the forms about members.
    Form(String, usize),
}

impl Population {
    fn holds(&self, scope: &Scope<'_>) -> Traced<Certainty> {
        match self {
            Self::Form(_, form) => scope.stands_in(*form),
            Self::Fact(fact) => fact.of(scope.facts, scope.asking).map(|value| match value {
                Value::Flag(certainty) => certainty,
                _ => Certainty::Open,
            }),
        }
    }
}

/// Whom a form, or a figure, is about: one of several populations, for whom a
/// condition holds and others don't.
#[derive(Clone, Debug, Default)]
pub struct Who {
    /// The populations; everybody where there is none.
    pub of: Vec<Population>,
    /// What else must hold.
    pub condition: Condition,
    /// What must not hold.
    pub apart_from: Vec<Condition>,
}

impl Who {
    /// One of some populations.
    pub fn one_of(of: Vec<Population>) -> Self {
        Self {
            of,
            ..Self::default()
        }
    }

    /// Whether a member is meant. What 出生年月 decides already does not follow from
    /// the number that would complete it.
    pub fn holds(&self, scope: &Scope<'_>) -> Traced<Certainty> {
        if matches!(scope.facts.age.by_birth.value, Some(Reading::Open(..))) {
            let mut by_birth = *scope;
            by_birth.asking.completed = false;
            let held = self.holds_for(&by_birth);
            if held.value != Certainty::Open {
                return held;
            }
        }
        self.holds_for(scope)
    }

    fn holds_for(&self, scope: &Scope<'_>) -> Traced<Certainty> {
        let none = Traced::constant(Certainty::from(self.of.is_empty()));
        let of = self.of.iter();
        let belongs = of.fold(none, |any, one| any.or(|| one.holds(scope)));
        let meant = belongs.and(|| self.condition.holds(scope));
        let apart = self.apart_from.iter();
        apart.fold(meant, |meant, other| meant.and(|| !other.holds(scope)))
    }

    /// The keys that leave it open: of what must hold, where that is open, else all.
    pub fn cause(&self, scope: &Scope<'_>) -> Keys {
        let conditions = self.apart_from.iter().chain([&self.condition]);
        let mut held = conditions.map(|condition| condition.holds(scope));
        let open = held.find(|held| held.value == Certainty::Open);
        open.unwrap_or_else(|| self.holds(scope)).keys
    }

    /// The forms whose rows it asks for.
    pub fn forms(&self) -> impl Iterator<Item = usize> {
        let of = self.of.iter().filter_map(|population| match population {
            Population::Form(_, form) => Some(*form),
            Population::Fact(_) => None,
        });
        let conditions = self.apart_from.iter().chain([&self.condition]);
        of.chain(conditions.flat_map(Condition::forms))
    }
}

/// The forms that are about members, and who stands in each.
#[derive(Clone, Debug, Default)]
pub struct Registers {
    /// Id of each form, and whom it is about.
    pub forms: Vec<(String, Who)>,
    /// Their places in an order in which each comes behind those that it asks for.
    pub order: Vec<usize>,
    /// The keys that forms add to members.
    pub custom: CustomKeys,
}

impl Registers {
    /// Where a member stands, as far as his dates decide it each by itself.
    pub fn standing(&self, unit: &UnitFacts, member: &Member, facts: &[Facts]) -> Standing {
        let open = Traced::constant(Certainty::Open).joined(Keys::ALL);
        let mut standing = vec![open; self.forms.len()];
        for form in &self.order {
            let (id, who) = &self.forms[*form];
            if let Some(scope) = scope(unit, member, facts, &standing, id) {
                standing[*form] = who.holds(&scope);
            }
        }
        standing
    }
}

/// Whether a member stands in each form that is about members.
pub type Standing = Vec<Traced<Certainty>>;

fn scope<'a>(
    unit: &'a UnitFacts,
    member: &'a Member,
    facts: &'a [Facts],
    standing_in: &'a [Traced<Certainty>],
    form: &str,
) -> Option<Scope<'a>> {
    let day = unit.day(form)?;
    Some(Scope {
        asking: Asking::of(member, unit.days.get(day)?),
        facts: facts.get(day)?,
        standing_in,
    })
}

/// A member of a unit with all that was found out of him.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Index of the member in the unit.
    pub index: usize,
    /// What the file says.
    pub member: &'a Member,
    /// Whether he stands in each form that is about members.
    pub standing_in: &'a [Traced<Certainty>],
    facts: &'a [Facts],
    unit: &'a UnitFacts,
    registers: &'a Registers,
}

impl<'a> Person<'a> {
    /// Him on the days of a form; none where a day is missing.
    pub fn scope(&self, form: &str) -> Option<Scope<'a>> {
        scope(self.unit, self.member, self.facts, self.standing_in, form)
    }

    /// The facts on all days.
    pub fn facts(&self) -> &'a [Facts] {
        self.facts
    }

    /// Him as he would be otherwise.
    pub fn otherwise(&self, member: Member) -> World {
        let facts = self.unit.derive(&member);
        let standing = self.registers.standing(self.unit, &member, &facts);
        World::of(member, facts, standing)
    }

    /// What he may be by those of his coarse dates that are among keys, one after the
    /// other: on each of their days. None where there are none, or more than can be
    /// looked through.
    fn worlds(&self, keys: Keys) -> Option<impl Iterator<Item = World>> {
        let members = worlds::members(self.member, keys, &self.registers.custom)?;
        Some(members.map(|member| self.otherwise(member)))
    }

    /// Him as he is in a world.
    pub fn within<'b>(&'b self, world: &'b World) -> Person<'b> {
        let (member, facts, standing_in) = world.parts();
        Person {
            member,
            facts,
            standing_in,
            ..*self
        }
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
        mut worlds: impl Iterator<Item = World>,
        again: &dyn Fn(&Person<'_>) -> Vec<Traced<Certainty>>,
    ) {
        let read = |world: World| again(&self.within(&world));
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
        }
    }
}

/// Where the members of all units stand.
#[derive(Clone, Debug, Default)]
pub struct Rosters {
    /// What forms say.
    pub registers: Registers,
    units: Vec<Vec<Option<Standing>>>,
}

impl Rosters {
    /// Those of a workspace.
    pub fn of(workspace: &Workspace, derived: &Derived, registers: Registers) -> Self {
        let units = 0..workspace.units.len();
        let units = units.into_par_iter();
        let units = units.map(|unit| standings(workspace, derived, &registers, unit));
        Self {
            units: units.collect(),
            registers,
        }
    }

    /// Those of one unit, and of no other.
    pub fn of_unit(
        workspace: &Workspace,
        derived: &Derived,
        registers: Registers,
        unit: usize,
    ) -> Self {
        let mut units = vec![Vec::new(); workspace.units.len()];
        units[unit] = standings(workspace, derived, &registers, unit);
        Self { registers, units }
    }

    /// The members of a unit.
    pub fn people<'a>(
        &'a self,
        workspace: &'a Workspace,
        derived: &'a Derived,
        unit: usize,
    ) -> impl Iterator<Item = Person<'a>> {
        let members = 0..workspace.units[unit].members.len();
        members.filter_map(move |index| self.person(workspace, derived, unit, index))
    }

    /// A member of a unit; none where the file, or the round, could not be read.
    pub fn person<'a>(
        &'a self,
        workspace: &'a Workspace,
        derived: &'a Derived,
        unit: usize,
        index: usize,
    ) -> Option<Person<'a>> {
        let facts = derived.unit(unit)?;
        Some(Person {
            index,
            member: workspace.units[unit].members.get(index)?.record.as_ref()?,
            standing_in: self.units.get(unit)?.get(index)?.as_ref()?,
            facts: facts.of(index)?,
            unit: facts,
            registers: &self.registers,
        })
    }

    /// The place of a form among those about members.
    pub fn form(&self, id: &str) -> Option<usize> {
        let mut forms = self.registers.forms.iter();
        forms.position(|(known, _)| known == id)
    }
}

fn standings(
    workspace: &Workspace,
    derived: &Derived,
    registers: &Registers,
    unit: usize,
) -> Vec<Option<Standing>> {
    let files = workspace.units[unit].members.iter().enumerate();
    let standing = |(index, file): (usize, &crate::load::File<Member>)| {
        let unit = derived.unit(unit)?;
        let (member, facts) = (file.record.as_ref()?, unit.of(index)?);
        let mut standing = registers.standing(unit, member, facts);
        if standing.iter().any(|one| one.value == Certainty::Open) {
            let person = Person {
                index,
                member,
                standing_in: &standing.clone(),
                facts,
                unit,
                registers,
            };
            person.settle(&mut standing, &|person| person.standing_in.to_vec());
        }
        Some(standing)
    };
    files.map(standing).collect()
}
