//! `paicha explain`.

use std::io;

use clap::ArgMatches;

use super::status::Status;
use super::{Context, scope};
use crate::check::registry;
use crate::check::waivers::like;
use crate::report::explain::{explain, list};

/// Prints the pages of the rules named, or the list of all rules.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    let names = scope::values(matches, "code");
    if names.is_empty() {
        context.terminal.result(&list(context.lang))?;
        return Ok(Status::Done);
    }
    let mut pages = Vec::new();
    for name in &names {
        let upper = name.to_uppercase();
        let Some(rule) = registry::find(&upper).or_else(|| registry::find(name)) else {
            let near: Vec<&str> = like(&upper).into_iter().collect();
            let told = context.words.no_such("explain", name, &near);
            context.terminal.message(&told);
            return Ok(Status::Usage);
        };
        pages.push(explain(rule, context.lang));
    }
    context.terminal.result(&pages.join("\n"))?;
    Ok(Status::Done)
}
