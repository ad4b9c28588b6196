//! The facts of all members, on the days of all forms.

use chrono::NaiveDate;

use super::{Certainty, Datum, Facts, Reference, RegisterDays, datum};
use crate::load::{File, Workspace};
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::round::Round;

/// The facts of a whole workspace.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    units: Vec<UnitFacts>,
}

/// The facts of an organisation's members, once for each day on which one of
/// its forms is filled in.
#[derive(Clone, Debug, Default)]
struct UnitFacts {
    /// The reference of each form, in the order of the forms.
    references: Vec<(String, Reference)>,
    /// The facts on each distinct day, by member; `None` where a member's file
    /// could not be read.
    by_day: Vec<(NaiveDate, Vec<Option<Facts>>)>,
}

impl Derived {
    /// Derives the facts that `forms` need. Without a readable round there are
    /// none.
    pub fn of(workspace: &Workspace, forms: &[&str]) -> Self {
        let Some(round) = workspace
            .round
            .as_ref()
            .and_then(|file| file.record.as_ref())
        else {
            return Self::default();
        };
        let units = 0..workspace.units.len();
        Self {
            units: units
                .map(|unit| unit_facts(workspace, round, unit, forms))
                .collect(),
        }
    }

    /// Derives the facts of one unit, and of no other.
    pub fn of_unit(workspace: &Workspace, forms: &[&str], unit: usize) -> Self {
        let round = workspace.round.as_ref();
        let Some(round) = round.and_then(|file| file.record.as_ref()) else {
            return Self::default();
        };
        let mut units = vec![UnitFacts::default(); workspace.units.len()];
        units[unit] = unit_facts(workspace, round, unit, forms);
        Self { units }
    }

    /// The reference days of a form for a unit.
    pub fn reference(&self, unit: usize, form: &str) -> Option<&Reference> {
        let references = &self.units.get(unit)?.references;
        references
            .iter()
            .find(|(id, _)| id == form)
            .map(|(_, reference)| reference)
    }

    /// The facts of a unit's members on the day of a form.
    pub fn facts(&self, unit: usize, form: &str) -> &[Option<Facts>] {
        let facts = self.reference(unit, form).and_then(|reference| {
            let days = &self.units[unit].by_day;
            days.iter().find(|(day, _)| *day == reference.filled_on)
        });
        facts.map_or(&[], |(_, facts)| facts)
    }

    /// The members of a unit with their facts on the day of a form.
    pub fn members<'a>(
        &'a self,
        workspace: &'a Workspace,
        unit: usize,
        form: &str,
    ) -> impl Iterator<Item = (usize, &'a Member, &'a Facts)> {
        let files = workspace.units[unit].members.iter();
        files
            .zip(self.facts(unit, form))
            .enumerate()
            .filter_map(|(index, (file, facts))| {
                Some((index, file.record.as_ref()?, facts.as_ref()?))
            })
    }

    /// The members of a unit for whom one of the facts surely holds: the rows
    /// of a register.
    pub fn rows<'a>(
        &'a self,
        workspace: &'a Workspace,
        unit: usize,
        form: &str,
        population: &'a [impl AsRef<str>],
    ) -> impl Iterator<Item = (usize, &'a Member, &'a Facts)> {
        self.members(workspace, unit, form)
            .filter(move |(_, member, facts)| {
                population
                    .iter()
                    .any(|name| belongs(name.as_ref(), member, facts).is_yes())
            })
    }

    /// The number of rows of a register.
    pub fn row_count(
        &self,
        workspace: &Workspace,
        unit: usize,
        form: &str,
        population: &[impl AsRef<str>],
    ) -> u32 {
        u32::try_from(self.rows(workspace, unit, form, population).count()).unwrap_or(u32::MAX)
    }
}

/// Whether a member is one of a population.
pub fn belongs(population: &str, member: &Member, facts: &Facts) -> Certainty {
    match datum::datum(population, member, facts) {
        Some(Datum::Flag(certainty)) => certainty,
        _ => Certainty::Open,
    }
}

fn unit_facts(workspace: &Workspace, round: &Round, unit: usize, forms: &[&str]) -> UnitFacts {
    let mut facts = UnitFacts::default();
    let day_of = |form: &str| filled_on(workspace, unit, form).map(|(_, _, day)| day);
    let registers = |day: NaiveDate| {
        let of = |form: &str| day_of(form).unwrap_or(day);
        RegisterDays {
            away: of("附件2"),
            lost: of("附件3"),
            found: of("附件4"),
            not_found: of("附件5"),
        }
    };
    for form in forms {
        let day = day_of(form);
        let Some(reference) = day.and_then(|day| Reference::of(round, day, registers(day))) else {
            continue;
        };
        facts.references.push(((*form).to_owned(), reference));
        if facts
            .by_day
            .iter()
            .any(|(known, _)| *known == reference.filled_on)
        {
            continue;
        }
        let of = |file: &File<Member>| file.record.as_ref().map(|m| Facts::derive(m, &reference));
        let members = workspace.units[unit].members.iter().map(of).collect();
        facts.by_day.push((reference.filled_on, members));
    }
    facts
}

/// The day on which a unit fills in a form, with the file and the place that
/// say so: what names the form before what is the default, and the nearer
/// organisation before the one above and the round.
pub fn filled_on<'a>(
    workspace: &'a Workspace,
    unit: usize,
    form: &str,
) -> Option<(&'a std::path::Path, Span, NaiveDate)> {
    let organisations = workspace.above(unit).filter_map(|unit| {
        let file = &workspace.units[unit].organisation;
        Some((file.path.as_path(), &file.record.as_ref()?.filled_on))
    });
    let round = workspace
        .round
        .iter()
        .filter_map(|file| Some((file.path.as_path(), &file.record.as_ref()?.filled_on)));
    let levels: Vec<_> = organisations.chain(round).collect();
    let named = levels.iter().find_map(|(path, dates)| {
        let value = dates
            .by_form
            .iter()
            .find(|(id, _, _)| id == form)
            .map(|(_, _, value)| value)?;
        Some((*path, value))
    });
    let default = || {
        levels
            .iter()
            .find_map(|(path, dates)| Some((*path, dates.default.as_ref()?)))
    };
    let (path, value) = named.or_else(default)?;
    Some((path, value.span, *value.get()?))
}
