//! `paicha layouts`.

use std::io;

use clap::ArgMatches;

use super::status::Status;
use super::{Context, check, scope};
use crate::Project;
use crate::check::Diagnostic;
use crate::publish::Maker;
use crate::typeset::Assets;

/// Checks layouts, or prints the lines of one.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    let (command, matches) = match matches.subcommand() {
        Some((command, matches)) => (command, matches),
        None => return Ok(Status::Usage),
    };
    let mut project = context.open()?;
    let assets = context.assets(&mut project);
    let names = scope::values(matches, "form");
    let forms = match scope::forms(context, &project, context.words.form, &names) {
        Ok(forms) => forms,
        Err(message) => {
            context.terminal.message(&message);
            return Ok(Status::Usage);
        }
    };
    match command {
        "grid" => grid(context, &project, &assets, &forms),
        _ => proofread(context, &project, &assets, &forms),
    }
}

fn maker<'a>(project: &'a Project, assets: &'a Assets) -> Maker<'a> {
    Maker {
        source: project.source(),
        catalogue: &project.catalogue,
        assets,
    }
}

/// Checks the named forms, or all of them.
fn proofread(
    context: &Context,
    project: &Project,
    assets: &Assets,
    ids: &[String],
) -> io::Result<Status> {
    let maker = maker(project, assets);
    let mut found: Vec<Diagnostic> = Vec::new();
    let faults = project.catalogue.faults.iter();
    found.extend(faults.map(crate::forms::FormFault::diagnostic));
    found.extend(
        project
            .diagnostics
            .iter()
            .filter(|one| super::is_of_font(one))
            .cloned(),
    );
    let mut checked = 0;
    for (index, form) in project.catalogue.forms.iter().enumerate() {
        if ids.is_empty() || ids.iter().any(|id| id == form.id()) {
            found.extend(maker.proofread(index)?);
            checked += 1;
        }
    }
    // A form that could not be read may print what no other does.
    if ids.is_empty() && project.catalogue.faults.is_empty() {
        found.extend(maker.unprinted_keys());
    }
    let found: Vec<&Diagnostic> = found.iter().collect();
    context.report(&found);
    let [errors, warnings, notices] = check::count(&found);
    let words = context.words;
    context.terminal.message(&words.layouts_checked(checked));
    context
        .terminal
        .message(&words.counts(errors, warnings, notices));
    Ok(check::status(&found, false))
}

/// Prints the lines of one form's blank pages.
fn grid(
    context: &Context,
    project: &Project,
    assets: &Assets,
    ids: &[String],
) -> io::Result<Status> {
    let forms = &project.catalogue.forms;
    let index = ids
        .iter()
        .find_map(|id| forms.iter().position(|form| form.id() == id));
    let Some(index) = index else {
        return Ok(Status::Usage);
    };
    match maker(project, assets).grid(index)? {
        Ok(text) => {
            context.terminal.result(&text)?;
            Ok(Status::Done)
        }
        Err(found) => {
            context.report(&found.iter().collect::<Vec<_>>());
            Ok(Status::Data)
        }
    }
}
