//! `paicha explain`: rules, the keys of files and blocks, who is behind a figure.

mod cell;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, scope};
use crate::check::registry;
use crate::check::waivers::like;
use crate::model::files;
use crate::model::nearest::near_keys;
use crate::report::explain::{explain, list};
use crate::report::keys;

/// Prints what is said of the rules and blocks named, or the list of all rules.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    if matches.contains_id("cell") {
        return cell::run(context, matches);
    }
    let names = scope::values(matches, "code");
    if names.is_empty() {
        context.terminal.result(&list(context.lang))?;
        return Ok(Status::Done);
    }
    let mut pages = Vec::new();
    for name in &names {
        let rule = registry::find(name).map(|rule| explain(rule, context.lang));
        let page = rule.or_else(|| keys::explain(name, context.lang));
        let near = || {
            let blocks = files::names();
            let near = near_keys(name, blocks.iter().map(String::as_str));
            let block = near.first().map(|block| (*block).to_owned());
            block.or_else(|| like(&name.to_uppercase()).map(str::to_owned))
        };
        let none = || Stop::Usage(context.words.no_rule(name, near().as_deref()));
        pages.push(page.ok_or_else(none)?);
    }
    context.terminal.result(&pages.join("\n"))?;
    Ok(Status::Done)
}
