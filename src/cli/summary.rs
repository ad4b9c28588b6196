//! `paicha summary`.

use std::io;

use clap::ArgMatches;

use super::status::Status;
use super::{Context, scope};
use crate::check::Diagnostic;
use crate::forms::usage::Usage;
use crate::load::Workspace;
use crate::report::summary::Summary;

/// Prints 附件6 and 附件7. Fails only on errors in what they count.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    let project = context.open()?;
    let format = matches.get_one::<String>("format").map(String::as_str);
    let units = match scope::units(context, &project, &scope::values(matches, "org")) {
        Ok(units) if units.is_empty() => (0..project.workspace.units.len()).collect(),
        // What is handed in to the next level is the sum alone.
        Ok(units) if format == Some("yaml") => units,
        Ok(units) => within(&project.workspace, &units),
        Err(message) => {
            context.terminal.message(&message);
            return Ok(Status::Usage);
        }
    };
    let usage = Usage::of(project.source(), &project.catalogue);
    let forms = project.catalogue.forms.iter().enumerate();
    let tables: Vec<usize> = forms
        .filter(|(_, form)| form.declaration.handed_up)
        .map(|(index, _)| index)
        .collect();
    let counts = |diagnostic: &&Diagnostic| {
        let of_unit = |unit: &usize| {
            let made = tables.iter().map(|table| (*table, Some(*unit), None));
            made.into_iter()
                .any(|made| usage.spoils(&diagnostic.concern, made))
        };
        diagnostic.is_error() && units.iter().any(of_unit)
    };
    let errors: Vec<&Diagnostic> = project.diagnostics.iter().filter(counts).collect();
    if !errors.is_empty() {
        context.report(&errors);
        context
            .terminal
            .message(&context.words.counts(errors.len(), 0, 0));
        return Ok(Status::Data);
    }
    let summary = Summary::of(&project, units);
    let text = match format {
        Some("json") => format!("{:#}\n", summary.json()),
        Some("yaml") => summary.yaml().map_err(io::Error::other)?,
        Some("csv") => summary.csv().map_err(io::Error::other)?,
        _ => summary.text(),
    };
    context.terminal.result(&text)?;
    Ok(Status::Done)
}

/// The named units and those below them.
fn within(workspace: &Workspace, named: &[usize]) -> Vec<usize> {
    let is_within = |unit: &usize| workspace.above(*unit).any(|unit| named.contains(&unit));
    (0..workspace.units.len()).filter(is_within).collect()
}
