//! `paicha export`: registers, summaries and rosters as sheets.

mod arguments;
mod named;
mod paths;
mod writing;

pub use arguments::{about, forms, options};

use std::path::PathBuf;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, scope};
use crate::Project;
use crate::export::{Grid, Unwritable, Written, has_sheets, of_form};
use crate::forms::outputs::{is_branch, is_of_unit};
use crate::forms::{Choice, Form, FormFault, LayoutFiles};
use crate::model::handle::UnitId;
use named::Named;

/// A file of sheets, with what it is of.
struct Made {
    named: String,
    /// Its path below `out/`.
    path: String,
    units: Vec<UnitId>,
    grids: Vec<Grid>,
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
        match made_of(&project, &named, &units, (output.is_some(), written)) {
            Err(fault) => {
                context.report(&[&fault.diagnostic()]);
                context.terminal.message(&context.words.counts(1, 0, 0));
                return Ok(Status::Data);
            }
            Ok(Some(sheets)) if !sheets.is_empty() => made.extend(sheets),
            Ok(Some(_)) => return Err(Stop::Usage(context.words.no_sheets(&name))),
            Ok(None) => return Err(Stop::Usage(context.words.no_sheet(&name))),
        }
    }
    let files = match output {
        Some(output) => {
            let named = scope::units(context, &project, &scope::values(matches, "org"))?;
            writing::one(context, &project, (made, &named), written, output)?
        }
        None => writing::all(context, &project, made, written)?,
    };
    context
        .terminal
        .message(&context.words.sheets_written(files));
    Ok(Status::Done)
}

/// The sheets of what is named; none where it has none. A roster in one file has all
/// branches.
fn made_of(
    project: &Project,
    named: &Named,
    units: &[UnitId],
    (is_one, written): (bool, Written),
) -> Result<Option<Vec<Made>>, FormFault> {
    let source = project.source();
    let path_of = |unit: UnitId| project.workspace.units[unit].path.as_str();
    match named {
        // Its faults are errors.
        Named::Faulty(_) => Ok(None),
        Named::Form(id, table) => {
            let form: &Form = &project.catalogue.forms[*id];
            if !has_sheets(form) {
                return Ok(None);
            }
            let is_of = |unit: &&UnitId| is_of_unit(&project.workspace.units[**unit], form);
            let is_meant = |piece: &&Form| table.as_ref().is_none_or(|id| id == piece.id());
            let pieces: Vec<&Form> = form.pieces().iter().filter(is_meant).collect();
            // All tables of a form stand in one workbook.
            let is_whole = table.is_none() && written.holds_several();
            let groups: Vec<&[&Form]> = match is_whole {
                true => vec![&pieces],
                false => pieces.chunks(1).collect(),
            };
            let mut made = Vec::new();
            for unit in units.iter().filter(is_of) {
                for pieces in &groups {
                    let alone = pieces
                        .first()
                        .filter(|_| !is_whole && !form.tables.is_empty());
                    let path =
                        paths::of_form(form, alone.copied(), path_of(*unit), written.ending())?;
                    let grids = pieces
                        .iter()
                        .map(|piece| of_form(source, (form, piece), *unit));
                    let Some(grids) = grids.collect() else {
                        return Ok(None);
                    };
                    made.push(Made {
                        named: form.id().to_owned(),
                        path,
                        units: vec![*unit],
                        grids,
                    });
                }
            }
            Ok(Some(made))
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
                let unit = units.first().map_or("", |unit| path_of(*unit));
                Some(Made {
                    named: profile.name.to_owned(),
                    path: format!("{unit}/{}.{}", profile.name, written.ending()),
                    grids: vec![profile.grid(source, &units)?],
                    units,
                })
            });
            Ok(made.collect())
        }
    }
}

/// The bytes of a file; what no workbook can hold is the data's fault.
fn bytes(context: &Context, written: Written, grids: &[Grid]) -> Result<Vec<u8>, Stop> {
    let words = context.words;
    written.bytes(grids).map_err(|unwritable| match unwritable {
        Unwritable::Refused(error) => Stop::Machine(error),
        Unwritable::TooLong { row, column } => Stop::Data(words.error(&match column {
            Some(column) => words.cell_too_long(&row, &column),
            None => words.line_too_long(&row),
        })),
    })
}
