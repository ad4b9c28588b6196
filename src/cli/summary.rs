//! `paicha summary`.

use std::io;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, check, scope};
use crate::forms::Form;
use crate::model::handle::FormId;
use crate::report::machine;
use crate::report::summary::Summary;

/// Prints all tables. Fails only on errors in what they count.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let project = context.open();
    let format = scope::value(matches, "format");
    let named = scope::values(matches, "org");
    let units = match format {
        // What is handed in to the next level is the sum alone.
        "yaml" if !named.is_empty() => scope::units(context, &project, &named)?,
        _ => scope::units_within(context, &project, &named)?,
    };
    let forms = project.catalogue.forms.iter();
    let is_table = |form: &Form| form.declaration.is_cross_table();
    let tables = forms.filter(|(_, form)| form.pieces().iter().any(is_table));
    let tables: Vec<FormId> = tables.map(|(id, _)| id).collect();
    let errors = check::spoiling(&project, &tables, &units);
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
