//! What forms leave open of members: who stands in them, and what is counted of whom. What
//! is open and has no known cause is an error, too.

use std::collections::HashMap;

use rayon::prelude::*;

use super::catalogue::{Catalogue, Form};
use super::declaration::Scope as FormScope;
use super::rows::{entries, is_meant};
use super::said::reserved_for;
use super::searching::is_of_search;
use crate::check::rules::dates::undecided::Undecided;
use crate::check::rules::values::missing_value::MissingValue;
use crate::check::rules::values::no_row::NoRow;
use crate::check::{Affected, At, Diagnostic, Finding, Related, Relationship};
use crate::derive::Certainty;
use crate::model::custom_keys;
use crate::model::handle::{MemberId, UnitId};
use crate::model::node::Span;
use crate::model::provenance::{Keys, Traced};
use crate::model::record::Record as _;
use crate::tabulate::{Person, Source, worlds};

/// Something that a form leaves open of a member.
pub struct Open {
    unit: UnitId,
    member: MemberId,
    /// The form's id.
    form: String,
    /// The column; none where it is open whether he stands there at all.
    column: Option<String>,
    /// What it follows from.
    keys: Keys,
}

/// All that forms leave open of the members of some units.
pub fn open(source: Source<'_>, catalogue: &Catalogue, units: &[UnitId]) -> Vec<Open> {
    let in_unit = |unit: &UnitId| {
        let (unit, forms) = (*unit, catalogue.pieces());
        forms.flat_map(move |form| open_in(source, form, unit))
    };
    units.par_iter().flat_map_iter(in_unit).collect()
}

fn open_in(source: Source<'_>, form: &Form, unit: UnitId) -> Vec<Open> {
    let open = |member: MemberId, column: Option<String>, keys: Keys| Open {
        unit,
        member,
        form: form.id().to_owned(),
        column,
        keys,
    };
    if form.declaration.scope == FormScope::Organisation {
        let figures = source.figures(unit, form.id());
        let undecided = figures.into_iter().flat_map(|figures| &figures.undecided);
        let undecided = undecided.map(|one| open(one.member, Some(one.column.clone()), one.keys));
        return undecided.collect();
    }
    let mut found = Vec::new();
    for person in source.people(unit).into_iter().flatten() {
        let all = open_of(source, form, &person);
        found.extend(all.map(|(column, keys)| open(person.id, column, keys)));
    }
    found
}

/// Whether a member stands in a form; if he does, whether he has the cells that are
/// reserved for some.
fn open_of(
    source: Source<'_>,
    form: &Form,
    person: &Person<'_>,
) -> impl Iterator<Item = (Option<String>, Keys)> {
    // Without a day nothing is said at all: that is told at the day.
    let standing = match person.scope(form.id()) {
        Some(_) => is_meant(source, form, person),
        None => Traced::constant(Certainty::No),
    };
    let is_open = |found: &Traced<Certainty>| found.value == Certainty::Open;
    let own = Some(standing)
        .filter(is_open)
        .map(|standing| (None, standing.keys));
    let reserved = form.declaration.reserved.iter();
    let reserved = reserved.filter(|_| standing.value.is_yes());
    let reserved = reserved.map(|(name, who)| (name, reserved_for(form.id(), who, person)));
    let reserved = reserved.filter(|(_, found)| is_open(found));
    let reserved: Vec<_> = reserved
        .map(|(name, found)| (Some(name.clone()), found.keys))
        .collect();
    let list = form.declaration.entries.as_ref();
    let scope = person.scope(form.id()).filter(|_| standing.value.is_yes());
    let listed = list.zip(scope).map(|(list, scope)| {
        let open = entries(form, &scope)
            .into_iter()
            .filter(|(_, listed)| is_open(listed));
        open.map(|(_, listed)| (Some(list.route.clone()), listed.keys))
            .collect::<Vec<_>>()
    });
    own.into_iter()
        .chain(reserved)
        .chain(listed.into_iter().flatten())
}

/// What forms leave open as a date is too coarse or a value missing, each cause once.
/// What errors tell already is left out.
pub fn undecided(
    source: Source<'_>,
    catalogue: &Catalogue,
    open: &[Open],
    told: &[Diagnostic],
) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let told = Told::of(told);
    // Findings of a member stand together: what is known of him is among the last.
    let mut of_member: HashMap<(UnitId, MemberId), Vec<usize>> = HashMap::new();
    // Whether somebody stands in a form is told before what is counted of him.
    let (whole, parts): (Vec<&Open>, _) = open.iter().partition(|open| open.column.is_none());
    for open in whole.into_iter().chain(parts) {
        let Some(person) = source.person(open.unit, open.member) else {
            continue;
        };
        let Some((cause, span)) = cause(source, catalogue, open, &person, &told) else {
            continue;
        };
        let known = of_member.entry((open.unit, open.member)).or_default();
        let is_same = |known: &&usize| {
            let known = &found[**known];
            known.at == At::Span(span) && cause.is_told_by(known, &open.form)
        };
        match known.iter().find(is_same).map(|at| &mut found[*at]) {
            Some(known) if known.affected.forms.contains(&open.form) => {}
            Some(known) => {
                known.affected.forms.push(open.form.clone());
            }
            None => {
                let (form, column) = (open.form.clone(), open.column.clone());
                let table = source.table(&form);
                let own = table.and_then(|table| table.own.clone());
                let own = own.filter(|_| matches!(cause, Cause::NoRow(_)));
                let finding: Finding = match cause {
                    Cause::Coarse => Undecided { form, column }.into(),
                    Cause::Missing(key) => MissingValue { form, column, key }.into(),
                    Cause::NoRow(text) => {
                        let own = own.as_ref().map(|(path, _)| path.clone());
                        NoRow { form, text, own }.into()
                    }
                };
                let affected = Affected::member(open.unit, open.member).only(&[&open.form]);
                known.push(found.len());
                let mut told = finding.at(person.file.path.clone(), At::Span(span), affected);
                told.related.extend(own.map(|(path, rows)| Related {
                    path,
                    at: At::Span(rows),
                    relationship: Relationship::Fact,
                }));
                found.push(told);
            }
        }
    }
    found
}

/// Why something is open.
enum Cause {
    /// A date is too coarse.
    Coarse,
    /// A key is missing.
    Missing(String),
    /// A table has no row for what the member has.
    NoRow(String),
}

impl Cause {
    /// Whether a finding tells it; what a table has no row for is told of each table.
    fn is_told_by(&self, known: &Diagnostic, form: &str) -> bool {
        let finding = &known.finding;
        match self {
            Self::Coarse => finding.get::<Undecided>().is_some(),
            Self::Missing(key) => {
                let told = finding.get::<MissingValue>();
                told.is_some_and(|told| told.key == *key)
            }
            Self::NoRow(_) => finding.get::<NoRow>().is_some_and(|told| told.form == form),
        }
    }
}

/// Why something is open, and where that is told; nothing where an error tells it.
fn cause(
    source: Source<'_>,
    catalogue: &Catalogue,
    open: &Open,
    person: &Person<'_>,
    told: &Told<'_>,
) -> Option<(Cause, Span)> {
    let member = person.member;
    if let Some((text, span)) = open.uncounted(source, person) {
        return Some((Cause::NoRow(text), span));
    }
    let coarse = worlds::coarse(member, open.keys, &source.declared.registers.custom);
    let again = |member| {
        let otherwise = person.otherwise(member);
        open.again(source, catalogue, &person.within(&otherwise))
    };
    let closes = |span, day| {
        let again = again(worlds::on_day(member, span, day));
        again.is_some_and(|again| again != Certainty::Open)
    };
    // What is open as the search goes on is told by itself; a date that would decide it
    // whatever comes of the search is told, too.
    let is_of_search = is_of_search(member, open.keys);
    let most = match coarse.len() {
        2.. if !is_of_search => usize::MAX,
        _ => worlds::ENDS,
    };
    let deciding = worlds::deciding(&coarse, most, closes);
    // Several may have to be known; where it stays open even so, no date is at fault.
    let are_deciding = || {
        let days = coarse.iter();
        let days = days.filter_map(|one| Some((one.span, *one.days().first()?)));
        let exact = days.fold(member.clone(), |member, (span, day)| {
            worlds::on_day(&member, span, day)
        });
        again(exact) != Some(Certainty::Open)
    };
    let first = coarse.first();
    let first = first.filter(|first| !is_of_search && !first.is_known() && are_deciding());
    if let Some(span) = deciding.or(first.map(|first| first.span)) {
        return Some((Cause::Coarse, span));
    }
    if is_of_search {
        return None;
    }
    let causes = open.cause(source, person);
    let is_told = told.about(source, open).any(|one| {
        let affected = &one.affected;
        let is_of_form = affected.forms.is_empty() || affected.forms.contains(&open.form);
        is_of_form && affected.keys.meet(causes)
    });
    if is_told {
        return None;
    }
    let mut given = Keys::NONE;
    member.each(&mut |value| given = given.join(Keys::of(value.key())));
    let mut asked = causes.iter();
    let missing = asked
        .find(|key| !given.has(*key))
        .map(|key| key.route().to_owned());
    let block = member.lost.as_ref().map_or(member.place, |lost| lost.place);
    Some((Cause::Missing(missing.unwrap_or_default()), block))
}

/// The errors that are told, by whom they are about.
struct Told<'a> {
    of_member: HashMap<(UnitId, MemberId), Vec<&'a Diagnostic>>,
    others: Vec<&'a Diagnostic>,
}

impl<'a> Told<'a> {
    fn of(found: &'a [Diagnostic]) -> Self {
        let mut told = Self {
            of_member: HashMap::new(),
            others: Vec::new(),
        };
        for one in found.iter().filter(|one| one.is_error()) {
            match (one.affected.unit, one.affected.member) {
                (Some(unit), Some(member)) => told.of_member.entry((unit, member)).or_default(),
                _ => &mut told.others,
            }
            .push(one);
        }
        told
    }

    /// Those that are about whom something is left open of.
    fn about(&self, source: Source<'a>, open: &Open) -> impl Iterator<Item = &'a Diagnostic> {
        let of_member = self.of_member.get(&(open.unit, open.member));
        let others = self.others.iter().filter(move |one| {
            let unit = one.affected.unit;
            unit.is_none_or(|unit| source.workspace.is_within(open.unit, unit))
        });
        of_member.into_iter().flatten().chain(others).copied()
    }
}

impl Open {
    /// What it is for the member as he is otherwise; none where that cannot be asked.
    fn again(
        &self,
        source: Source<'_>,
        catalogue: &Catalogue,
        person: &Person<'_>,
    ) -> Option<Certainty> {
        let form = catalogue.get(&self.form)?;
        let found = match (form.declaration.scope, &self.column) {
            (FormScope::Organisation, Some(column)) => {
                let table = source.table(form.id());
                table.and_then(|table| table.counts_in(column, person))
            }
            (_, Some(name)) => {
                let mut reserved = form.declaration.reserved.iter();
                let who = reserved.find(|(known, _)| known == name);
                who.map(|(_, who)| reserved_for(form.id(), who, person))
            }
            (_, None) => Some(is_meant(source, form, person)),
        };
        found.map(|found| found.value)
    }

    /// What the member has that the table has no row for, and where it stands.
    fn uncounted(&self, source: Source<'_>, person: &Person<'_>) -> Option<(String, Span)> {
        let table = source.table(&self.form)?;
        let text = table.uncounted(self.column.as_ref()?, person)?;
        let mut given = None;
        person.member.each(&mut |value| {
            let is_it = text.keys.has(value.key());
            given = given.or(is_it.then(|| value.span()));
        });
        for (key, _, value) in &person.member.custom.entries {
            let known = custom_keys::find(&source.declared.registers.custom, key);
            let is_it = known.is_some_and(|(_, id)| text.keys.has(id));
            given = given.or(is_it.then_some(value.span));
        }
        Some((text.value, given.unwrap_or(person.member.place)))
    }

    /// The keys that leave it open, without those that say whom the form is about.
    fn cause(&self, source: Source<'_>, person: &Person<'_>) -> Keys {
        let table = source.table(&self.form);
        let column = table.zip(self.column.as_ref());
        let cause = column.and_then(|(table, column)| table.cause_in(column, person));
        cause
            .or_else(|| self.cause_of_standing(source, person))
            .unwrap_or(self.keys)
    }

    /// The same of whether the member stands in a register.
    fn cause_of_standing(&self, source: Source<'_>, person: &Person<'_>) -> Option<Keys> {
        let registers = &source.declared.registers;
        let register = registers
            .find(&self.form)
            .filter(|_| self.column.is_none())?;
        let (_, who) = &registers.forms[register];
        Some(who.cause(&person.scope(&self.form)?))
    }
}
