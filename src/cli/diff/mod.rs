//! `paicha diff`: what an edit does to people, figures and paper.

mod arguments;
mod states;

pub use arguments::{options, states};

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, scope};
use crate::report::machine;
use crate::report::review::Telling;
use crate::review::{Review, State};
use states::Asked;

/// Tells what is different.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let asked = Asked::of(context, matches)?;
    let state = |at: usize| State::of(&asked.files[at], context.album());
    let mut review = Review::of(state(0), state(1));
    if !asked.paths.is_empty() {
        review.keep(&|path| scope::is_within(context, path, &asked.paths));
    }
    let telling = Telling {
        review: &review,
        between: asked.names.each_ref().map(String::as_str),
        lang: context.lang,
        unmasked: matches.get_flag("unmasked"),
    };
    let terminal = &context.terminal;
    match scope::value(matches, "format") {
        "json" => terminal.data(&machine::json(&telling.json()))?,
        "markdown" => terminal.result(&telling.markdown())?,
        _ if review.is_empty() => terminal.message(context.words.diff_nothing()),
        _ => terminal.result(&telling.text())?,
    }
    Ok(match matches.get_flag("exit-code") && !review.is_empty() {
        true => Status::Data,
        false => Status::Done,
    })
}
