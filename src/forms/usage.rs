//! What an output is made of, in keys: what makes one of them wrong makes the output
//! wrong. Of a register and a table, that is what says who does *not* stand there, too.

use std::cell::RefCell;
use std::collections::HashMap;

use super::catalogue::{Catalogue, Form};
use super::cells::leaves;
use super::declaration::Scope;
use super::document::{Filling, Own};
use super::printing::Printed;
use super::rows::{entries, is_meant, keys_of_place};
use super::said::{Which, pair, printed_by, said};
use crate::check::Affected;
use crate::derive::{Asking, Certainty, Facts, Reference};
use crate::expression::{Expression, Lookup as _, Scope as Scoped, StandingIn};
use crate::model::handle::{FormId, MemberId, UnitId};
use crate::model::member::Member;
use crate::model::node::{Kind, Node};
use crate::model::noted::{Noted, noting};
use crate::model::numbered::Document;
use crate::model::organisation::Organisation;
use crate::model::provenance::{Keys, Traced};
use crate::tabulate::Person;
use crate::tabulate::Source;

/// A form, a unit, a member of it.
type Part = (FormId, UnitId, Option<MemberId>);

/// The keys that outputs use, looked up once for each member.
pub struct Usage<'a> {
    source: Source<'a>,
    catalogue: &'a Catalogue,
    known: RefCell<HashMap<Part, Used>>,
}

/// The keys that an output uses.
#[derive(Clone, Copy, Debug)]
pub struct Used {
    /// Those of what it says, and of what they leave open.
    said: Keys,
    /// Those that decided what is sure: whatever one of them may be that cannot be read.
    decided: Keys,
}

impl Used {
    const ALL: Self = Self {
        said: Keys::ALL,
        decided: Keys::ALL,
    };

    fn said(keys: Keys) -> Self {
        Self {
            said: keys,
            decided: Keys::NONE,
        }
    }

    fn of(found: Traced<Certainty>) -> Self {
        match found.value {
            Certainty::Open => Self::said(found.keys),
            Certainty::Yes | Certainty::No => Self {
                said: Keys::NONE,
                decided: found.keys,
            },
        }
    }

    fn join(self, other: Self) -> Self {
        Self {
            said: self.said.join(other.said),
            decided: self.decided.join(other.decided),
        }
    }

    /// Everything that the output follows from, said or decided.
    pub fn keys(self) -> Keys {
        self.said.join(self.decided)
    }

    /// Those that a finding can make wrong.
    fn meet(self, affected: &Affected) -> bool {
        match affected.unread {
            true => self.said.meet(affected.keys),
            false => self.keys().meet(affected.keys),
        }
    }
}

/// An output: the form, the unit, the member.
pub type Made = (FormId, Option<UnitId>, Option<MemberId>);

impl<'a> Usage<'a> {
    /// That of the outputs of a catalogue.
    pub fn of(source: Source<'a>, catalogue: &'a Catalogue) -> Self {
        Self {
            source,
            catalogue,
            known: RefCell::default(),
        }
    }

    /// Whether an output is about what a finding is about, whatever keys it uses.
    pub fn is_about(&self, affected: &Affected, made: Made) -> bool {
        let mut each = affected.each();
        each.any(|one| self.is_about_one(&one, made))
    }

    fn is_about_one(&self, affected: &Affected, (form, unit, member): Made) -> bool {
        let workspace = self.source.workspace;
        let form = &self.catalogue.forms[form];
        let is_form = |id: &String| form.has_id(id) || form.takes_from(id);
        if !affected.forms.is_empty() && !affected.forms.iter().any(is_form) {
            return false;
        }
        if affected.alone {
            return affected.unit == unit;
        }
        let (Some(faulty), Some(unit)) = (affected.unit, unit) else {
            // A blank variant needs nothing but the layout.
            return unit.is_some() || !affected.forms.is_empty();
        };
        let of_unit = affected.member.is_none() && workspace.is_within(unit, faulty);
        of_unit
            || match form.declaration.scope {
                Scope::Member => faulty == unit && affected.member == member,
                Scope::Round => faulty == unit,
                Scope::Branch if !form.declaration.all_levels => faulty == unit,
                Scope::Branch | Scope::Organisation => workspace.is_within(faulty, unit),
            }
    }

    /// The same of the tables of a unit.
    pub fn is_about_unit(&self, affected: &Affected, id: &str, unit: UnitId) -> bool {
        let form = self.catalogue.forms.find(|form| form.has_id(id));
        form.is_some_and(|form| self.is_about(affected, (form, Some(unit), None)))
    }

    /// Whether a finding makes an output wrong: it is about it, and its keys are used.
    pub fn spoils(&self, affected: &Affected, made: Made) -> bool {
        let mut each = affected.each();
        each.any(|one| self.spoils_one(&one, made))
    }

    fn spoils_one(&self, affected: &Affected, made: Made) -> bool {
        if !self.is_about_one(affected, made) {
            return false;
        }
        let (form, Some(unit), member) = made else {
            return true;
        };
        if affected.keys == Keys::ALL {
            return true;
        }
        let spoils = |(unit, member)| self.used(form, unit, member).meet(affected);
        match (affected.unit, affected.member) {
            (Some(faulty), Some(member)) => spoils((faulty, Some(member))),
            // A key of an organisation or of the round: what the output itself prints,
            // and what is said of the members that it is about.
            _ => self.parts(form, unit, member).any(spoils),
        }
    }

    /// What an output is made of: its unit, and the members that it is about.
    fn parts(
        &self,
        form: FormId,
        unit: UnitId,
        member: Option<MemberId>,
    ) -> impl Iterator<Item = (UnitId, Option<MemberId>)> {
        let workspace = self.source.workspace;
        let declaration = &self.catalogue.forms[form].declaration;
        let scope = declaration.scope;
        let units = match scope == Scope::Organisation || declaration.all_levels {
            true => workspace.within(unit),
            false => vec![unit],
        };
        let members = units.into_iter().flat_map(move |unit| {
            let members = workspace.units[unit].member_paths.ids();
            members.map(move |one| (unit, Some(one)))
        });
        let members = members.filter(move |(_, one)| scope != Scope::Member || *one == member);
        std::iter::once((unit, None)).chain(members)
    }

    /// Whether no form of a unit or a member uses what a finding is about.
    pub fn is_unused(&self, affected: &Affected) -> bool {
        let mut made = self.catalogue.forms.iter().map(|(id, form)| {
            let is_card = form.declaration.scope == Scope::Member;
            (id, affected.unit, affected.member.filter(|_| is_card))
        });
        !made.any(|made| self.spoils(affected, made))
    }

    /// The keys of a member's file, and of those around it, that an output of a form
    /// uses; without a member, those of the unit itself.
    pub fn used(&self, form: FormId, unit: UnitId, member: Option<MemberId>) -> Used {
        let place = (form, unit, member);
        if let Some(known) = self.known.borrow().get(&place) {
            return *known;
        }
        let form = &self.catalogue.forms[form];
        let used = match member {
            None => Used::said(of_unit(self.source, form, unit)),
            Some(member) => match self.source.person(unit, member) {
                Some(person) => of_member(self.source, form, &person),
                None => Used::ALL,
            },
        };
        self.known.borrow_mut().insert(place, used);
        used
    }
}

fn of_unit(source: Source<'_>, form: &Form, unit: UnitId) -> Keys {
    let organisation = source.organisation(unit);
    let known = organisation.zip(source.reference(unit, form.id()));
    let Some((organisation, reference)) = known else {
        return Keys::ALL;
    };
    let declaration = &form.declaration;
    let said = declaration.prose.iter().flat_map(|prose| {
        let filling = Filling::of(source, form, prose, unit);
        let own = Own::ALL.iter();
        let own = own.filter_map(move |(name, own)| Some(filling.as_ref()?.own(name, *own).keys));
        own.collect::<Vec<_>>()
    });
    let pairs = declaration.head.iter().chain(&declaration.foot);
    let pairs = pairs.map(|name| pair(name, organisation, reference).keys);
    // Whether it is a branch says which forms there are.
    let kind = noting(|notes| Noted::on(organisation, notes).kind().is_some());
    pairs
        .chain(said)
        .chain([kind.keys, reference.filled_on.keys])
        .collect()
}

fn of_member(source: Source<'_>, form: &Form, person: &Person<'_>) -> Used {
    if !form.tables.is_empty() {
        let tables = form.tables.iter();
        let tables = tables.map(|table| of_member(source, table, person));
        return tables.fold(Used::said(Keys::NONE), Used::join);
    }
    if let Some(prose) = &form.declaration.prose {
        let taken = prose.taken.iter().map(|taken| taken.table.as_str());
        let tables = taken.chain([form.id()]);
        let named = prose.counts() && prose.scope == Scope::Branch;
        let name = named.then(|| noting(|notes| Noted::on(person.member, notes).name().is_some()));
        let said = name.map_or(Keys::NONE, |name| name.keys);
        return tables.fold(Used::said(said), |used, id| {
            used.join(of_table(source, id, person))
        });
    }
    if form.declaration.scope == Scope::Organisation {
        let said = said(source, form, (person, None), Which::All);
        let said = Used::said(said.map_or(Keys::ALL, |said| said.keys()));
        let taken = form.takes().map(|taken| taken.table.as_str());
        let tables = taken.chain([form.id()]);
        return tables.fold(said, |used, id| used.join(of_table(source, id, person)));
    }
    let standing = is_meant(source, form, person);
    if standing.value == Certainty::No {
        return Used::of(standing);
    }
    let Some(scope) = person.scope(form.id()) else {
        return Used::ALL;
    };
    let list = form.declaration.entries.as_ref();
    let count = list.map_or(Keys::NONE, |list| scope.entries(list.list).keys);
    let mut used = Used::of(standing).join(Used::said(count));
    for (entry, listed) in entries(form, &scope) {
        used = used.join(Used::of(listed));
        if listed.value == Certainty::No {
            continue;
        }
        let Some(said) = said(source, form, (person, entry), Which::All) else {
            return Used::ALL;
        };
        let place = keys_of_place(form, &Scoped { entry, ..scope });
        let reserved = said.reserved.iter().map(|(_, is_his)| Used::of(*is_his));
        used = reserved.fold(used, Used::join);
        used = used.join(Used::said(said.keys().join(place)));
    }
    used
}

/// What the figures of a table use of a member.
fn of_table(source: Source<'_>, id: &str, person: &Person<'_>) -> Used {
    let table = source.table(id);
    let counted = table.and_then(|table| Some((table, table.counted(person)?)));
    counted.map_or(Used::ALL, |(table, counted)| {
        let counts = counted.counts.iter().map(|counts| Used::of(*counts));
        let row = Traced {
            value: Certainty::Yes,
            keys: table.cross.keys_of_row(&counted),
        };
        counts.fold(Used::of(row), Used::join)
    })
}

/// The keys of members' files that a form prints or counts, without any member: those
/// that it asks for of one whose file is empty.
pub fn asked_of_nobody(form: &Form) -> Keys {
    if !form.tables.is_empty() {
        return form.tables.iter().map(asked_of_nobody).collect();
    }
    let nothing = Node::from(Kind::Null);
    let member: Member = Document::read(&nothing, &mut Vec::new());
    let organisation: Organisation = Document::read(&nothing, &mut Vec::new());
    let reference = Reference::any();
    let facts = Facts::derive(&member, &reference);
    let scope = Scoped {
        asking: Asking::of(&member, &reference),
        facts: &facts,
        standing_in: &StandingIn::default(),
        entry: None,
    };
    let printed = Printed {
        scope,
        organisation: &organisation,
        issuer: &organisation,
        empty: Traced::constant(""),
    };
    let leaves = leaves(&form.declaration.columns).into_iter();
    let conditions = leaves.filter_map(|leaf| leaf.condition.expression.as_ref());
    let rows = form.declaration.rows.iter().map(|rows| &rows.by);
    let names = conditions.chain(rows).flat_map(Expression::names);
    let counted: Keys = names.map(|name| scope.value(name).keys).collect();
    match form.declaration.scope {
        Scope::Organisation => counted,
        Scope::Member | Scope::Branch | Scope::Round => {
            printed_by(form, &printed, Which::All).keys()
        }
    }
}
