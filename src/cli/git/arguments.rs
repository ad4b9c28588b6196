//! The arguments of `paicha git`.

use std::path::PathBuf;

use clap::{Arg, Command, value_parser};

use super::super::words::Words;

/// What git itself calls: `git text FILE`, `git photo FILE`. Nobody else needs them.
pub fn command(
    words: &'static Words,
    group: Command,
    plain: &dyn Fn(&'static str, &'static str) -> Command,
) -> Command {
    let file = || {
        let file = Arg::new("file").value_name(words.file).required(true);
        file.value_parser(value_parser!(PathBuf))
    };
    group.subcommands([
        plain("paicha git install", words.git_install()),
        plain("paicha git uninstall", words.git_uninstall()),
        Command::new("text").hide(true).arg(file()),
        Command::new("photo").hide(true).arg(file()),
    ])
}
