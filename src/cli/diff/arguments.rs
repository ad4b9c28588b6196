//! The arguments of `paicha diff`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, value_parser};

use crate::cli::words::Words;

/// What it compares.
pub fn states(words: &'static Words) -> Arg {
    let states = Arg::new("states").value_name(words.diff_states());
    states.help(words.diff_what()).num_args(0..)
}

/// The others.
pub fn options(words: &'static Words) -> [Arg; 5] {
    let flag = |name: &'static str, about| {
        let flag = Arg::new(name).long(name).help(about);
        flag.action(ArgAction::SetTrue)
    };
    let output = Arg::new("output").long("output").short('o');
    let output = output.value_name(words.file).help(words.diff_output());
    let paths = Arg::new("paths").value_name(words.path);
    [
        paths.help(words.diff_paths()).num_args(0..).last(true),
        flag("staged", words.diff_staged()),
        flag("exit-code", words.diff_exit_code()),
        flag("unmasked", words.diff_unmasked()),
        output.value_parser(value_parser!(PathBuf)),
    ]
}
