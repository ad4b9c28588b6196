//! `paicha status`: where the round stands.

use chrono::NaiveDate;
use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, check, scope};
use crate::report::machine;
use crate::report::progress::Progress;

/// Tells it; with `--pages` pages are laid out and looked at, too. Errors of the data are
/// part of what is told.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let day = matches.get_one::<NaiveDate>("date").copied();
    let mut project = context.open();
    let assets = context.assets(&mut project);
    if matches.get_flag("pages") {
        let found = check::pages(context, &project, &assets)?;
        project.diagnostics.extend(found);
        crate::check::sort(&mut project.diagnostics);
    }
    let progress = Progress::of(&project, day);
    match scope::value(matches, "format") {
        "json" => {
            let json = progress.json(&context.files, context.lang);
            context.terminal.data(&machine::json(&json))?;
        }
        _ => {
            let text = progress.text(&context.files, context.lang);
            context.terminal.result(&text)?;
        }
    }
    Ok(Status::Done)
}
