//! `paicha git`: what git does by itself with members' files.

mod arguments;
mod driver;
mod hook;
mod settings;

pub use arguments::command;
pub use driver::run_driver;

use std::path::Path;

use clap::ArgMatches;

use super::Context;
use super::exit::{Status, Stop};
use super::terminal::Terminal;
use super::words::Words;
use crate::load::{Git, GitFault};

/// Puts in what git needs, or takes it out again; what is as it should be stays.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let is_in = matches.subcommand_name() == Some("install");
    if is_in {
        context.to_be_written()?;
    }
    set(&context.root, is_in, context.words, &context.terminal)?;
    Ok(Status::Done)
}

/// The same for a folder: attributes, settings of this repository, a hook. Each change is
/// told.
pub fn set(root: &Path, is_in: bool, words: &Words, terminal: &Terminal) -> Result<(), Stop> {
    let git = Git::of(root);
    let fault = |fault: GitFault| Stop::Usage(words.git_fault(&fault));
    git.top().map_err(fault)?;
    let mut told = Vec::new();
    told.extend(settings::attributes(root, is_in, words)?);
    told.extend(settings::drivers(&git, is_in, words).map_err(fault)?);
    told.extend(hook::set(&git, root, is_in, words)?);
    if told.is_empty() {
        told.push(words.git_as_it_is().to_owned());
    }
    for message in told {
        terminal.message(&message);
    }
    Ok(())
}
