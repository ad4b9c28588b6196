//! `paicha explain`.

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, scope};
use crate::check::registry;
use crate::check::waivers::like;
use crate::report::explain::{explain, list};

/// Prints the pages of the rules named, or the list of all rules.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let names = scope::values(matches, "code");
    if names.is_empty() {
        context.terminal.result(&list(context.lang))?;
        return Ok(Status::Done);
    }
    let mut pages = Vec::new();
    for name in &names {
        let Some(rule) = registry::find(name) else {
            let near = like(&name.to_uppercase());
            return Err(Stop::Usage(context.words.no_rule(name, near)));
        };
        pages.push(explain(rule, context.lang));
    }
    context.terminal.result(&pages.join("\n"))?;
    Ok(Status::Done)
}
