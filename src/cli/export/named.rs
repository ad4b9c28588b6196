//! What a call of `export` names: forms, tables of forms, rosters.

use super::super::exit::Stop;
use super::super::{Context, check, scope};
use crate::Project;
use crate::check::Diagnostic;
use crate::export::{PROFILES, Profile};
use crate::forms::FormFault;
use crate::model::handle::{FormId, UnitId};

/// What a call names.
pub enum Named {
    /// A form, or one of its tables by its id.
    Form(FormId, Option<String>),
    /// A roster.
    Profile(&'static Profile),
    /// A form that could not be read, with its faults.
    Faulty(Vec<Diagnostic>),
}

impl Named {
    /// What is called so.
    pub fn of(context: &Context, project: &Project, name: &str) -> Result<Self, Stop> {
        if let Some(profile) = PROFILES.iter().find(|profile| profile.name == name) {
            return Ok(Self::Profile(profile));
        }
        let catalogue = &project.catalogue;
        let of_table = catalogue.forms.iter().find_map(|(id, form)| {
            let table = form.tables.iter().find(|table| table.is_called(name))?;
            Some(Self::Form(id, Some(table.id().to_owned())))
        });
        if let Some(of_table) = of_table {
            return Ok(of_table);
        }
        let form = scope::form(context, project, context.words.form, name)?;
        Ok(form.map_or_else(
            || {
                let faults = catalogue.faults.iter();
                let own = faults.filter(|fault| fault.folder == name);
                Self::Faulty(own.map(FormFault::diagnostic).collect())
            },
            |form| Self::Form(form, None),
        ))
    }

    /// The errors that spoil it.
    pub fn errors<'a>(&'a self, project: &'a Project, units: &[UnitId]) -> Vec<&'a Diagnostic> {
        match self {
            Self::Form(form, _) => check::spoiling(project, &[*form], units),
            Self::Profile(profile) => {
                let spoils = |error: &&&Diagnostic| {
                    profile.is_spoiled(project.source(), units, &error.affected)
                };
                let errors = check::errors(&project.diagnostics);
                errors.iter().filter(spoils).copied().collect()
            }
            Self::Faulty(faults) => check::errors(faults),
        }
    }
}
