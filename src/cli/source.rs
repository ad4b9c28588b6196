//! Which state of the data a call is about, and where its outputs go.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::exit::Stop;
use super::words::Words;
use crate::forms::files::LAYOUTS;
use crate::load::{DATA, Files};
use crate::publish::{OUT, is_free};
use crate::typeset::fonts::USER_FONTS;

/// The files that a call is about: of a revision, staged ones, or those of the work tree.
pub fn files(root: &Path, matches: &ArgMatches, words: &Words) -> Result<Files, Stop> {
    let fault = |fault| Stop::Usage(words.git_fault(&fault));
    match revision(matches) {
        Some(revision) => Files::at_revision(root, revision).map_err(fault),
        None if is_staged(matches) => Files::staged(root).map_err(fault),
        None => Ok(Files::in_folder(root)),
    }
}

/// The folder of outputs: one that is free, or was one before.
pub fn out(root: &Path, matches: &ArgMatches, words: &Words) -> Result<PathBuf, Stop> {
    let named = matches.try_get_one::<PathBuf>("out").ok().flatten();
    let Some(out) = named else {
        return Ok(root.join(OUT));
    };
    let whole = |path: &Path| {
        let there = path.ancestors().find(|path| path.exists());
        let real = there.and_then(|there| there.canonicalize().ok());
        let rest = there.and_then(|there| path.strip_prefix(there).ok());
        real.zip(rest).map(|(real, rest)| real.join(rest))
    };
    let absolute = std::path::absolute(out)?;
    let of_workspace = [DATA, LAYOUTS, USER_FONTS].map(|folder| whole(&root.join(folder)));
    let is_within = |folder: &Option<PathBuf>| {
        let folder = folder.as_ref().zip(whole(&absolute));
        folder.is_some_and(|(folder, out)| out.starts_with(folder))
    };
    let shown = out.to_string_lossy();
    if of_workspace.iter().any(is_within) {
        return Err(Stop::Usage(words.out_within(&shown)));
    }
    match is_free(out) {
        true => Ok(out.clone()),
        false => Err(Stop::Usage(words.out_of_others(&shown))),
    }
}

/// Whether a call that writes outputs of a revision says where: they do not go where those of
/// the work tree are. To be asked of commands that have both options: of others, programs
/// without debug assertions do not know that they have none.
pub fn names_out(matches: &ArgMatches) -> bool {
    revision(matches).is_none() || matches.get_one::<PathBuf>("out").is_some()
}

fn revision(matches: &ArgMatches) -> Option<&String> {
    matches.try_get_one::<String>("rev").ok().flatten()
}

fn is_staged(matches: &ArgMatches) -> bool {
    matches.try_get_one::<bool>("staged").ok().flatten() == Some(&true)
}
