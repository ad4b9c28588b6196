//! `paicha layouts check` and `paicha layouts grid`.

use clap::ArgMatches;

use crate::check::{Diagnostic, count};
use crate::cli::exit::{Status, Stop};
use crate::cli::{Context, check, is_of_font, scope};
use crate::forms::FormFault;
use crate::publish::{Maker, Plan, Selection};

/// Checks the named forms, or all of them.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let mut project = context.open_all();
    let assets = context.assets(&mut project);
    let names = scope::values(matches, "form");
    let ids = scope::forms(context, &project, context.words.form, &names)?;
    let maker = Maker::of(&project, &assets);
    let faults = project.catalogue.faults.iter().map(FormFault::diagnostic);
    let mut found: Vec<Diagnostic> = faults.collect();
    let of_fonts = project.diagnostics.iter().filter(|one| is_of_font(one));
    found.extend(of_fonts.cloned());
    let mut checked = 0;
    for (id, form) in project.catalogue.forms.iter() {
        if ids.is_empty() || ids.iter().any(|named| named == form.id()) {
            found.extend(maker.proofread(id)?);
            checked += 1;
        }
    }
    // What no pattern tells alone: paths that meet where units and members are called so.
    let plan = Plan::of(&project, &Selection::default());
    for fault in plan.faults.iter().map(FormFault::diagnostic) {
        let is_it = |known: &Diagnostic| (&known.path, known.at) == (&fault.path, fault.at);
        if !found.iter().any(is_it) {
            found.push(fault);
        }
    }
    // A form that could not be read may print what no other does.
    if ids.is_empty() && project.catalogue.faults.is_empty() {
        found.extend(maker.unprinted_keys());
    }
    let found: Vec<&Diagnostic> = found.iter().collect();
    context.report(&found);
    let counted = count(&found);
    let [errors, warnings, notices] = counted;
    let (words, terminal) = (context.words, &context.terminal);
    terminal.message(&words.layouts_checked(checked));
    terminal.message(&words.counts(errors, warnings, notices));
    Ok(check::status(counted, false))
}

/// Prints the lines of one form's blank pages.
pub fn grid(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let mut project = context.open_all();
    let assets = context.assets(&mut project);
    let (words, name) = (context.words, scope::value(matches, "form"));
    let unknown = || Stop::Usage(words.no_such(words.form, name, &project.catalogue.ids()));
    let form = scope::form(context, &project, words.form, name)?.ok_or_else(unknown)?;
    match Maker::of(&project, &assets).grid(form)? {
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
