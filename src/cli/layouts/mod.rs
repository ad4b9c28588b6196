//! `paicha layouts`.

mod check;
mod copy;
mod list;
mod preview;

use std::io;

use clap::ArgMatches;

use super::Context;
use super::status::Status;
use crate::Project;
use crate::publish::Maker;
use crate::typeset::Assets;

/// Runs one of its commands.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    match matches.subcommand() {
        Some(("list", _)) => list::run(context),
        Some(("new", matches)) => copy::run(context, matches),
        Some(("preview", matches)) => preview::run(context, matches),
        Some(("grid", matches)) => check::grid(context, matches),
        Some(("check", matches)) => check::run(context, matches),
        _ => Ok(Status::Usage),
    }
}

fn maker<'a>(project: &'a Project, assets: &'a Assets) -> Maker<'a> {
    Maker::of(project, assets)
}
