//! `paicha new 失联 FILE`: a block in a member's file that is there.

use crate::author::with_block;
use crate::cli::exit::{Status, Stop};
use crate::cli::fix::replace;
use crate::cli::{Context, scope};
use crate::load::{failed_at, read_text};
use crate::model::key::Key;
use crate::report::keys::explain;
use crate::report::visible::shown;

/// Adds a block with all its keys to the file; of a list, one more.
pub fn run(context: &Context, key: &Key, named: &[String]) -> Result<Status, Stop> {
    let (words, terminal) = (context.words, &context.terminal);
    let file = super::given_or_asked(context, named.first(), words.file)?;
    let project = context.open();
    let members = scope::members(context, &project, std::slice::from_ref(&file))?;
    let &[(unit, member)] = &members[..] else {
        let paths = members
            .iter()
            .map(|(unit, member)| shown(&project.workspace.units[*unit].member_paths[*member]));
        let paths: Vec<String> = paths.collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        return Err(Stop::Usage(words.no_such(words.file, &file, &paths)));
    };
    let path = &project.workspace.units[unit].member_paths[member];
    let whole = context.root.join(path);
    let name = shown(path);
    let Ok(text) = read_text(&whole) else {
        return Err(Stop::Usage(words.no_such(words.file, &name, &[])));
    };
    let Some(edited) = with_block(&text, key) else {
        terminal.message(&words.block_is_there(key.name, &name));
        return Ok(Status::Data);
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
