//! `paicha layouts`.

mod check;
mod copy;
mod list;
mod preview;

use clap::ArgMatches;

use super::Context;
use super::exit::{Status, Stop};

/// Runs one of its commands.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    match matches.subcommand() {
        Some(("list", _)) => list::run(context),
        Some(("new", matches)) => copy::run(context, matches),
        Some(("preview", matches)) => preview::run(context, matches),
        Some(("grid", matches)) => check::grid(context, matches),
        Some(("check", matches)) => check::run(context, matches),
        _ => Ok(Status::Usage),
    }
}
