//! `paicha new 失联 FILE`: a block in a member's file that is there.

use clap::ArgMatches;

use crate::author::{NoBlock, with_block};
use crate::check::Diagnostic;
use crate::cli::exit::{Status, Stop};
use crate::cli::fix::replace;
use crate::cli::{Context, scope};
use crate::load::{failed_at, read_text};
use crate::model::key::Key;
use crate::report::keys::explain;
use crate::report::visible::shown;

/// Adds a block with all its keys to the file; of a list, one more.
pub fn run(
    context: &Context,
    matches: &ArgMatches,
    key: &Key,
    named: &[String],
) -> Result<Status, Stop> {
    let (words, terminal) = (context.words, &context.terminal);
    let file = super::given_or_asked(context, named.first(), words.file)?;
    let project = context.open();
    let within = scope::units_within(context, &project, &scope::values(matches, "org"))?;
    let mut members = scope::members_named(context, &project, &file);
    members.retain(|(unit, _)| within.contains(unit));
    let &[(unit, member)] = &members[..] else {
        let paths = members
            .iter()
            .map(|(unit, member)| shown(&project.workspace.units[*unit].member_paths[*member]));
        let paths: Vec<String> = paths.collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        return Err(Stop::Usage(match paths[..] {
            [] => words.no_such(words.members_file(), &file, &[]),
            _ => words.several_files(&file, &paths),
        }));
    };
    let path = &project.workspace.units[unit].member_paths[member];
    let whole = context.root.join(path);
    let name = shown(path);
    let held = project
        .source()
        .held(unit)
        .and_then(|held| held.get(member));
    // What a file says that cannot be read is not known: no block is added beside it.
    let unread = || {
        let of_file = |one: &&Diagnostic| one.path == *path && one.is_error();
        context.report(
            &project
                .diagnostics
                .iter()
                .filter(of_file)
                .collect::<Vec<_>>(),
        );
        terminal.message(&words.file_unread(&name));
        Ok(Status::Data)
    };
    if held.is_none_or(|held| held.file.record.is_none()) {
        return unread();
    }
    let Ok(text) = read_text(&whole) else {
        return unread();
    };
    let edited = match with_block(&text, key) {
        Ok(edited) => edited,
        Err(why) => {
            terminal.message(&match why {
                NoBlock::IsThere => words.block_is_there(key.name, &name),
                NoBlock::ByHand => words.block_by_hand(key.name, &name),
            });
            return Ok(Status::Data);
        }
    };
    match replace(&whole, &text, &edited).map_err(failed_at(path))? {
        true => terminal.message(&words.block_added(key.name, &name)),
        false => {
            terminal.message(&words.edited_meanwhile(&name));
            return Ok(Status::Data);
        }
    }
    if let Some(keys) = explain(key.name, context.lang) {
        terminal.message(&keys);
    }
    Ok(Status::Done)
}
