//! `paicha completions` and `paicha man`: what shells and manuals know of the commands.

use std::io;

use clap::{ArgMatches, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use super::arguments::command;
use super::exit::{Status, Stop};
use super::terminal::Terminal;
use super::words::Words;

/// The name under which the program is called.
const NAME: &str = "paicha";

/// Prints what completes commands and flags in a shell.
pub fn completions(
    matches: &ArgMatches,
    words: &'static Words,
    terminal: &Terminal,
) -> Result<Status, Stop> {
    let Some(shell) = matches.get_one::<Shell>("shell") else {
        return Ok(Status::Usage);
    };
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut command(words), NAME, &mut script);
    printed(script, terminal)
}

/// Prints the manual page of the program, or of one of its commands, for `man -l -`.
pub fn man(
    matches: &ArgMatches,
    words: &'static Words,
    terminal: &Terminal,
) -> Result<Status, Stop> {
    let mut all = command(words);
    all.build();
    let names: Vec<&String> = matches.get_many("of").into_iter().flatten().collect();
    let mut page = &all;
    for name in &names {
        let Some(found) = page.find_subcommand(name) else {
            let known: Vec<&str> = page.get_subcommands().map(Command::get_name).collect();
            return Err(Stop::Usage(words.no_such(words.command, name, &known)));
        };
        page = found;
    }
    let title = [NAME]
        .into_iter()
        .chain(names.iter().map(|name| name.as_str()));
    let title: Vec<&str> = title.collect();
    // The words of a manual are in the template of its own, not in that of the help.
    let page = page
        .clone()
        .help_template("{all-args}")
        .display_name(title.join("-"));
    let mut text = Vec::new();
    Man::new(page)
        .title(title.join("-").to_uppercase())
        .render(&mut text)?;
    printed(text, terminal)
}

fn printed(text: Vec<u8>, terminal: &Terminal) -> Result<Status, Stop> {
    let text = String::from_utf8(text).map_err(io::Error::other)?;
    terminal.data(&text)?;
    Ok(Status::Done)
}
