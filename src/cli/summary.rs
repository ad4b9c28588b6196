//! `paicha summary`.

use std::io;

use clap::ArgMatches;

use super::status::Status;
use super::{Context, scope};
use crate::check::{Concern, Diagnostic, Reach};
use crate::report::render::Printer;
use crate::report::summary::Summary;

/// Prints 附件6 and 附件7. Fails only on errors in what they count.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    let project = context.open()?;
    let units = match scope::units(context, &project, &scope::values(matches, "org")) {
        Ok(units) if units.is_empty() => (0..project.workspace.units.len()).collect(),
        Ok(units) => within(&project, &units),
        Err(message) => {
            context.terminal.message(&message);
            return Ok(Status::Usage);
        }
    };
    let counts =
        |diagnostic: &&Diagnostic| diagnostic.is_error() && is_counted(&diagnostic.concern, &units);
    let errors: Vec<&Diagnostic> = project.diagnostics.iter().filter(counts).collect();
    if !errors.is_empty() {
        let mut printer = Printer::new(&context.root, context.lang, context.terminal.colour);
        for error in &errors {
            context
                .terminal
                .message(&format!("{}\n", printer.render(error)));
        }
        context
            .terminal
            .message(&context.words.counts(errors.len(), 0, 0));
        return Ok(Status::Data);
    }
    let summary = Summary::of(&project, units);
    let text = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => format!("{:#}\n", summary.json()),
        Some("yaml") => summary.yaml().map_err(io::Error::other)?,
        Some("csv") => summary.csv().map_err(io::Error::other)?,
        _ => summary.text(),
    };
    context.terminal.result(&text)?;
    Ok(Status::Done)
}

/// The named units and those below them.
fn within(project: &crate::Project, named: &[usize]) -> Vec<usize> {
    let units = &project.workspace.units;
    let is_within = |unit: &usize| {
        std::iter::successors(Some(*unit), |unit| units[*unit].parent)
            .any(|unit| named.contains(&unit))
    };
    (0..units.len()).filter(is_within).collect()
}

fn is_counted(concern: &Concern, units: &[usize]) -> bool {
    let of_tables = concern.forms.is_empty()
        || concern
            .forms
            .iter()
            .any(|form| form == "附件6" || form == "附件7");
    concern.reach == Reach::Figures
        && of_tables
        && concern.unit.is_none_or(|unit| units.contains(&unit))
}
