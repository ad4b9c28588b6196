//! The facts of all members, on the days of all forms.

use chrono::NaiveDate;
use rayon::prelude::*;

use super::{Facts, Reference};
use crate::load::{File, Workspace};
use crate::model::dates::FillDates;
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::noted::{Noted, noting};
use crate::model::provenance::{Keys, Traced};

/// The facts of a whole workspace.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    units: Vec<UnitFacts>,
}

/// The facts of an organisation's members, once for the days of each of its forms
/// that differ.
#[derive(Clone, Debug, Default)]
pub struct UnitFacts {
    /// The days of each form: its id, and their place in `days`.
    forms: Vec<(String, usize)>,
    /// The days that differ.
    pub days: Vec<Reference>,
    /// The facts of each member on all days; `None` where the file could not be read.
    members: Vec<Option<Vec<Facts>>>,
}

impl UnitFacts {
    /// The place of a form's days.
    pub fn day(&self, form: &str) -> Option<usize> {
        let mut forms = self.forms.iter();
        forms.find(|(id, _)| id == form).map(|(_, day)| *day)
    }

    /// The facts of a member on all days.
    pub fn of(&self, member: usize) -> Option<&[Facts]> {
        self.members.get(member)?.as_deref()
    }

    /// What the facts would be of a member who is otherwise.
    pub fn derive(&self, member: &Member) -> Vec<Facts> {
        let days = self.days.iter();
        days.map(|reference| Facts::derive(member, reference))
            .collect()
    }
}

impl Derived {
    /// Derives the facts that `forms` need. Without a readable round there are
    /// none.
    pub fn of(workspace: &Workspace, forms: &[&str]) -> Self {
        let units = (0..workspace.units.len()).into_par_iter();
        let units = units.map(|unit| unit_facts(workspace, unit, forms));
        Self {
            units: units.collect(),
        }
    }

    /// Derives the facts of one unit, and of no other.
    pub fn of_unit(workspace: &Workspace, forms: &[&str], unit: usize) -> Self {
        let mut units = vec![UnitFacts::default(); workspace.units.len()];
        units[unit] = unit_facts(workspace, unit, forms);
        Self { units }
    }

    /// The facts of a unit's members.
    pub fn unit(&self, unit: usize) -> Option<&UnitFacts> {
        self.units.get(unit)
    }

    /// The reference days of a form for a unit.
    pub fn reference(&self, unit: usize, form: &str) -> Option<&Reference> {
        let unit = self.unit(unit)?;
        unit.days.get(unit.day(form)?)
    }

    /// The facts of a member on the days of a form.
    pub fn facts(&self, unit: usize, form: &str, member: usize) -> Option<&Facts> {
        let unit = self.unit(unit)?;
        unit.of(member)?.get(unit.day(form)?)
    }
}

fn unit_facts(workspace: &Workspace, unit: usize, forms: &[&str]) -> UnitFacts {
    let mut facts = UnitFacts::default();
    let Some(round) = workspace.round() else {
        return facts;
    };
    for form in forms {
        let filled_on = filled_on(workspace, unit, form).map(|filled_on| filled_on.day);
        let Some(reference) = filled_on.and_then(|day| Reference::of(round, day)) else {
            continue;
        };
        let known = facts.days.iter().position(|known| *known == reference);
        let day = known.unwrap_or(facts.days.len());
        if known.is_none() {
            facts.days.push(reference);
        }
        facts.forms.push(((*form).to_owned(), day));
    }
    let of = |file: &File<Member>| file.record.as_ref().map(|member| facts.derive(member));
    facts.members = workspace.units[unit].members.iter().map(of).collect();
    facts
}

/// The day on which a unit fills in a form, and where that is said.
#[derive(Clone, Copy, Debug)]
pub struct FilledOn<'a> {
    /// The day.
    pub day: Traced<NaiveDate>,
    /// The file that says so.
    pub path: &'a std::path::Path,
    /// The place in it.
    pub span: Span,
}

/// The day on which a unit fills in a form: what names the form before what is the
/// default, and the nearer organisation before the one above and the round.
pub fn filled_on<'a>(workspace: &'a Workspace, unit: usize, form: &str) -> Option<FilledOn<'a>> {
    let organisations = workspace.above(unit).filter_map(|unit| {
        let file = &workspace.units[unit].organisation;
        let record = file.record.as_ref()?;
        let asked = noting(|notes| Noted::on(record, notes).filled_on().by_form.len());
        Some((file.path.as_path(), asked.keys, &record.filled_on))
    });
    let round = workspace.round.iter().filter_map(|file| {
        let record = file.record.as_ref()?;
        let asked = noting(|notes| Noted::on(record, notes).filled_on().by_form.len());
        Some((file.path.as_path(), asked.keys, &record.filled_on))
    });
    let levels: Vec<(_, Keys, &FillDates)> = organisations.chain(round).collect();
    let named = levels.iter().find_map(|(path, keys, dates)| {
        let mut by_form = dates.by_form.iter();
        let (_, _, value) = by_form.find(|(id, _, _)| id == form)?;
        Some((*path, *keys, value))
    });
    let default = || {
        let mut levels = levels.iter();
        levels.find_map(|(path, keys, dates)| Some((*path, *keys, dates.default.as_ref()?)))
    };
    let (path, keys, value) = named.or_else(default)?;
    let day = Traced::constant(*value.get()?).joined(keys);
    let span = value.span;
    Some(FilledOn { day, path, span })
}
