//! `paicha explain`: rules, the keys of files and blocks, how a member is counted, who is
//! behind a figure.

mod cell;
mod member;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, scope};
use crate::check::registry;
use crate::check::waivers::like;
use crate::model::files;
use crate::model::nearest::near_keys;
use crate::report::explain::{explain, list};
use crate::report::keys;

/// Prints what is said of the rules, blocks and members named, or the list of all rules.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    if matches.contains_id("cell") {
        return cell::run(context, matches);
    }
    let names = scope::values(matches, "code");
    if names.is_empty() {
        context.terminal.result(&list(context.lang))?;
        return Ok(Status::Done);
    }
    let page = |name: &str| {
        let rule = registry::find(name).map(|rule| explain(rule, context.lang));
        rule.or_else(|| keys::explain(name, context.lang))
    };
    let pages: Vec<Option<String>> = names.iter().map(|name| page(name)).collect();
    let named = names.iter().zip(&pages);
    let members = named.filter_map(|(name, page)| page.is_none().then_some(name.as_str()));
    let members: Vec<&str> = members.collect();
    let pages: Vec<String> = pages.iter().flatten().cloned().collect();
    match members.is_empty() {
        true => context.terminal.result(&pages.join("\n"))?,
        false => member::run(context, matches, &pages, &members)?,
    }
    Ok(Status::Done)
}

/// What is most like a name that is none of a rule, a block or a member.
fn near(name: &str) -> Option<String> {
    let blocks = files::names();
    let near = near_keys(name, blocks.iter().map(String::as_str));
    let block = near.first().map(|block| (*block).to_owned());
    block.or_else(|| like(&name.to_uppercase()).map(str::to_owned))
}
