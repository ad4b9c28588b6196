//! `paicha export`: registers, summaries and rosters as sheets.

mod arguments;
mod named;
mod writing;

pub use arguments::{about, forms, options};

use std::path::PathBuf;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, scope};
use crate::Project;
use crate::export::{Grid, has_sheets, of_form, title};
use crate::forms::outputs::{is_branch, is_of_unit};
use crate::forms::{Choice, Form, LayoutFiles};
use crate::model::handle::UnitId;
use named::Named;

/// A sheet, with what it is of.
struct Made {
    named: String,
    title: String,
    units: Vec<UnitId>,
    grid: Grid,
}

/// Writes the sheets that the call names.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let output = matches.get_one::<PathBuf>("output");
    let written = writing::written(context, matches, output)?;
    let mut forms = scope::values(matches, "form");
    let mut seen = Vec::new();
    // What is named twice is written once.
    forms.retain(|name| {
        let is_new = !seen.contains(name);
        seen.push(name.clone());
        is_new
    });
    let layouts = LayoutFiles::of(&context.files);
    let project = context.open_with(layouts, Choice::OfRound(&forms));
    let units = scope::units_within(context, &project, &scope::values(matches, "org"))?;
    let mut made = Vec::new();
    for name in forms {
        let named = Named::of(context, &project, &name)?;
        let errors = named.errors(&project, &units);
        if !errors.is_empty() {
            context.report(&errors);
            let counts = context.words.counts(errors.len(), 0, 0);
            context.terminal.message(&counts);
            return Ok(Status::Data);
        }
        match made_of(&project, &named, &units, output.is_some()) {
            Some(sheets) if !sheets.is_empty() => made.extend(sheets),
            Some(_) => return Err(Stop::Usage(context.words.no_sheets(&name))),
            None => return Err(Stop::Usage(context.words.no_sheet(&name))),
        }
    }
    let files = match output {
        Some(output) => writing::one(context, &made, written, output)?,
        None => writing::all(context, &project, made, written)?,
    };
    context
        .terminal
        .message(&context.words.sheets_written(files));
    Ok(Status::Done)
}

/// The sheets of what is named; none where it has none. A roster in one file has all
/// branches.
fn made_of(project: &Project, named: &Named, units: &[UnitId], is_one: bool) -> Option<Vec<Made>> {
    let source = project.source();
    match named {
        // Its faults are errors.
        Named::Faulty(_) => None,
        Named::Form(id, table) => {
            let form: &Form = &project.catalogue.forms[*id];
            if !has_sheets(form) {
                return None;
            }
            let is_of = |unit: &&UnitId| is_of_unit(&project.workspace.units[**unit], form);
            let is_meant = |piece: &&Form| table.as_ref().is_none_or(|id| id == piece.id());
            let made = units.iter().filter(is_of).flat_map(|unit| {
                let pieces = form.pieces().iter().filter(is_meant);
                pieces.map(|piece| {
                    Some(Made {
                        named: form.id().to_owned(),
                        title: format!("{}-{}", piece.id(), title(form, piece)),
                        units: vec![*unit],
                        grid: of_form(source, (form, piece), *unit)?,
                    })
                })
            });
            made.collect()
        }
        Named::Profile(profile) => {
            let is_branch = |unit: &UnitId| is_branch(&project.workspace.units[*unit]);
            let branches: Vec<UnitId> = units.iter().copied().filter(is_branch).collect();
            let groups: Vec<Vec<UnitId>> = match is_one {
                true if branches.is_empty() => Vec::new(),
                true => vec![branches],
                false => branches.into_iter().map(|branch| vec![branch]).collect(),
            };
            let made = groups.into_iter().map(|units| {
                Some(Made {
                    named: profile.name.to_owned(),
                    title: profile.name.to_owned(),
                    grid: profile.grid(source, &units)?,
                    units,
                })
            });
            made.collect()
        }
    }
}
