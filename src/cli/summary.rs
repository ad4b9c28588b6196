//! `paicha summary`.

use std::collections::BTreeSet;
use std::io;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, scope};
use crate::check::Diagnostic;
use crate::forms::Scope;
use crate::forms::usage::Usage;
use crate::model::handle::{FormId, UnitId};
use crate::report::machine;
use crate::report::summary::Summary;

/// Prints all tables. Fails only on errors in what they count.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let project = context.open();
    let format = scope::value(matches, "format");
    let units = scope::units(context, &project, &scope::values(matches, "org"))?;
    let units = match units.is_empty() {
        true => project.workspace.units.ids().collect(),
        // What is handed in to the next level is the sum alone.
        false if format == "yaml" => units,
        false => {
            let within = |unit: &UnitId| project.workspace.within(*unit);
            let within: BTreeSet<UnitId> = units.iter().flat_map(within).collect();
            within.into_iter().collect()
        }
    };
    let usage = Usage::of(project.source(), &project.catalogue);
    let forms = project.catalogue.forms.iter();
    let tables = forms.filter(|(_, form)| {
        let declaration = &form.declaration;
        declaration.scope == Scope::Organisation && declaration.prose.is_none()
    });
    let tables: Vec<FormId> = tables.map(|(id, _)| id).collect();
    let counts = |error: &&Diagnostic| {
        let spoils = |table, unit| usage.spoils(&error.affected, (table, Some(unit), None));
        let mut units = units.iter();
        error.is_error() && units.any(|unit| tables.iter().any(|table| spoils(*table, *unit)))
    };
    let errors: Vec<&Diagnostic> = project.diagnostics.iter().filter(counts).collect();
    if !errors.is_empty() {
        context.report(&errors);
        let counts = context.words.counts(errors.len(), 0, 0);
        context.terminal.message(&counts);
        return Ok(Status::Data);
    }
    let summary = Summary::of(&project, units);
    let is_plain = matches.get_flag("plain");
    let text = match format {
        "json" => machine::json(&summary.json()),
        "yaml" => summary.yaml().map_err(io::Error::other)?,
        "csv" if is_plain => summary.csv().map_err(io::Error::other)?,
        "csv" => {
            let text = summary.csv().map_err(io::Error::other)?;
            context.terminal.sheet(&text)?;
            return Ok(Status::Done);
        }
        _ => {
            context.terminal.result(&summary.text())?;
            return Ok(Status::Done);
        }
    };
    context.terminal.data(&text)?;
    Ok(Status::Done)
}
