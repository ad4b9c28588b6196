//! The days of a unit's forms, and the facts of its members on them.

use chrono::NaiveDate;

use super::{Facts, Reference};
use crate::load::Workspace;
use crate::model::dates::FillDates;
use crate::model::handle::UnitId;
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::noted::{Noted, noting};
use crate::model::provenance::{Keys, Traced};

/// The days on which a unit fills in its forms: facts are derived once for those that
/// differ.
#[derive(Clone, Debug, Default)]
pub struct FormDays {
    /// The days of each form: its id, and their place in `days`.
    forms: Vec<(String, usize)>,
    /// The days that differ.
    days: Vec<Reference>,
}

impl FormDays {
    /// The days of those forms that have one. Without a readable round none has.
    pub fn of(workspace: &Workspace, unit: UnitId, forms: &[String]) -> Self {
        let mut found = Self::default();
        let Some(round) = workspace.round() else {
            return found;
        };
        for form in forms {
            let filled_on = filled_on(workspace, unit, form).map(|filled_on| filled_on.day);
            let Some(reference) = filled_on.and_then(|day| Reference::of(round, day)) else {
                continue;
            };
            let known = found.days.iter().position(|known| *known == reference);
            let day = known.unwrap_or(found.days.len());
            if known.is_none() {
                found.days.push(reference);
            }
            found.forms.push((form.clone(), day));
        }
        found
    }

    /// With the days of tables that are filled in with the forms that they are parts of.
    #[must_use]
    pub fn with_parts(mut self, parts: &[(String, String)]) -> Self {
        let days = parts
            .iter()
            .filter_map(|(part, form)| Some((part.clone(), self.day(form)?)));
        let days: Vec<_> = days.collect();
        self.forms.extend(days);
        self
    }

    fn day(&self, form: &str) -> Option<usize> {
        let mut forms = self.forms.iter();
        forms.find(|(id, _)| id == form).map(|(_, day)| *day)
    }

    /// The days of a form.
    pub fn reference(&self, form: &str) -> Option<&Reference> {
        self.days.get(self.day(form)?)
    }

    /// The facts of a member on the days of a form, of those on all days.
    pub fn facts<'a>(&self, form: &str, all: &'a [Facts]) -> Option<&'a Facts> {
        all.get(self.day(form)?)
    }

    /// The facts of a member on all days.
    pub fn derive(&self, member: &Member) -> Vec<Facts> {
        let days = self.days.iter();
        days.map(|reference| Facts::derive(member, reference))
            .collect()
    }
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
pub fn filled_on<'a>(workspace: &'a Workspace, unit: UnitId, form: &str) -> Option<FilledOn<'a>> {
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
