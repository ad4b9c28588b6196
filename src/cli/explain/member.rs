//! `paicha explain FILE`: how a member is counted, and why.

use clap::ArgMatches;

use super::near;
use crate::Project;
use crate::check::Affected;
use crate::cli::exit::Stop;
use crate::cli::{Context, scope};
use crate::model::handle::{MemberId, UnitId};
use crate::publish::{Maker, Plan, Selection};
use crate::report::machine;
use crate::report::person::Account;

/// Tells it for the members named, behind the pages of the rules and blocks that are named
/// beside them. What is wrong with their files is told, too.
pub fn run(
    context: &Context,
    matches: &ArgMatches,
    pages: &[String],
    names: &[&str],
) -> Result<(), Stop> {
    let mut project = context.open();
    let assets = context.assets(&mut project);
    let named = names.iter().map(|name| member(context, &project, name));
    let named = named.collect::<Result<Vec<(UnitId, MemberId)>, Stop>>()?;
    let outputs = Plan::of(&project, &Selection::default()).wanted;
    let maker = Maker::of(&project, &assets);
    let source = project.source();
    let people = named
        .iter()
        .filter_map(|(unit, id)| source.person(*unit, *id));
    let accounts: Vec<Account<'_>> = people
        .map(|person| Account::of(&maker, person, &outputs, context.lang))
        .collect();
    let about = |affected: &Affected| {
        let mut members = affected.each().map(|one| one.unit.zip(one.member));
        members.any(|member| member.is_some_and(|member| named.contains(&member)))
    };
    let told = project
        .diagnostics
        .iter()
        .filter(|one| about(&one.affected));
    context.report(&told.collect::<Vec<_>>());
    for (unit, id) in named
        .iter()
        .filter(|(unit, id)| source.person(*unit, *id).is_none())
    {
        let path = &project.workspace.units[*unit].member_paths[*id];
        context
            .terminal
            .message(&context.words.not_explained(&scope::data_path(path)));
    }
    match scope::value(matches, "format") {
        "json" => {
            let json: Vec<_> = accounts.iter().map(Account::json).collect();
            context.terminal.data(&machine::json(&json))?;
        }
        _ => {
            let texts = accounts.iter().map(|account| account.text(context.lang));
            let texts: Vec<String> = pages.iter().cloned().chain(texts).collect();
            context.terminal.result(&texts.join("\n"))?;
        }
    }
    Ok(())
}

/// The one member of a name: his path, the name of his file, his own.
fn member(context: &Context, project: &Project, name: &str) -> Result<(UnitId, MemberId), Stop> {
    let named = scope::members_named(context, project, name);
    let units = &project.workspace.units;
    match named[..] {
        [one] => Ok(one),
        [] => Err(Stop::Usage(
            context.words.no_rule(name, near(name).as_deref()),
        )),
        _ => {
            let paths = named
                .iter()
                .map(|(unit, id)| &units[*unit].member_paths[*id]);
            let paths: Vec<_> = paths.map(|path| scope::data_path(path)).collect();
            Err(Stop::Usage(context.words.several_members(name, &paths)))
        }
    }
}
