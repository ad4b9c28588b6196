//! `paicha diff`: what an edit does to people, figures and paper.

mod arguments;
mod fonts;
mod states;

pub use arguments::{options, states};

use std::path::PathBuf;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::target::Target;
use super::{Context, check, scope};
use crate::report::machine;
use crate::report::review::Telling;
use crate::review::{Review, State};
use states::Asked;

/// How it can be told.
pub const FORMATS: &[&str] = &["text", "json", "markdown", "html"];

/// Tells what is different.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let asked = Asked::of(context, matches)?;
    let states = [0, 1].map(|at| State::of(&asked.files[at], context.album()));
    let assets = fonts::assets(context, &states);
    let assets = assets.each_ref().map(|it| &**it);
    let jobs = check::processors();
    let mut review = Review::of(states, assets, jobs)?;
    if !asked.paths.is_empty() {
        review.keep(&|path| scope::is_within(context, path, &asked.paths));
    }
    let has_pages = review.has_pages();
    if has_pages {
        fonts::tell_ignored(context, assets);
        let progress = context.terminal.progress(review.outputs.len());
        review.lay_out(assets, jobs, &progress)?;
    }
    let telling = Telling {
        review: &review,
        between: asked.names.each_ref().map(String::as_str),
        lang: context.lang,
        unmasked: matches.get_flag("unmasked"),
    };
    let terminal = &context.terminal;
    let file = matches.get_one::<PathBuf>("output");
    let mut target = Target::of(context, file)?;
    match scope::value(matches, "format") {
        "html" => {
            let openings = has_pages.then(|| review.openings(assets, 1)).flatten();
            telling.html(openings.as_ref(), &mut |text| target.data(text))?;
        }
        "json" => target.data(&machine::json(&telling.json()))?,
        "markdown" => target.result(&telling.markdown())?,
        _ if review.is_empty() => terminal.message(context.words.diff_nothing()),
        _ => target.result(&telling.text())?,
    }
    target.end()?;
    Ok(match matches.get_flag("exit-code") && !review.is_empty() {
        true => Status::Data,
        false => Status::Done,
    })
}
