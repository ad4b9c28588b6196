//! `paicha init`: a folder to begin in.

mod answers;
mod git;
mod texts;

use std::path::PathBuf;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::terminal::Terminal;
use super::words::Words;
use crate::author::write_new;
use crate::load::below;
use crate::report::Lang;
use crate::report::visible::shown;
use answers::Answers;

/// Makes a workspace that checks and builds at once. What is there stays as it is.
pub fn run(
    matches: &ArgMatches,
    lang: Lang,
    words: &'static Words,
    terminal: &Terminal,
) -> Result<Status, Stop> {
    let root = match matches.get_one::<PathBuf>("dir") {
        Some(folder) => folder.clone(),
        None => std::env::current_dir()?,
    };
    let answers = Answers::of(matches, words, terminal)?;
    let (mut made, mut kept) = (Vec::new(), Vec::new());
    for (path, text) in texts::files(&root, &answers, lang) {
        let path = root.join(path);
        match write_new(&path, &text)? {
            true => made.push(path),
            false => kept.push(path),
        }
    }
    let listed = |paths: &[PathBuf]| {
        let names = paths.iter().map(|path| shown(below(&root, path)));
        names.collect::<Vec<_>>().join(words.comma)
    };
    if !made.is_empty() {
        terminal.message(&words.init_made(&listed(&made)));
    }
    if !kept.is_empty() {
        terminal.message(&words.init_kept(&listed(&kept)));
    }
    let (is_in_git, told) = git::begin(&root, words);
    terminal.message(told);
    if is_in_git {
        super::git::set(&root, true, words, terminal)?;
    }
    if answers.is_of_notice && !made.is_empty() {
        terminal.message(words.init_days());
    }
    terminal.message(words.init_next());
    Ok(Status::Done)
}
