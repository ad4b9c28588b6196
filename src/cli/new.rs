//! `paicha new`: a member, an organisation, or a block in a member's file.

mod block;
mod member;
mod organisation;

pub use organisation::made;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, scope};
use crate::model::key::Key;
use crate::model::meaning::Shape;
use crate::model::member::Member;
use crate::model::record::Record as _;

/// What can be made beside blocks.
const MEMBER: &str = "党员";
const ORGANISATION: &str = "党组织";

/// Makes what the first argument names; nothing that is there is overwritten.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    context.to_be_written()?;
    let named = scope::values(matches, "what");
    let (what, rest) = named
        .split_first()
        .map_or((MEMBER, &[][..]), |(what, rest)| (what, rest));
    match what {
        MEMBER => member::run(context, matches, rest),
        ORGANISATION => organisation::run(context, matches, rest),
        block => match blocks().find(|key| key.name == block) {
            Some(key) => block::run(context, key, rest),
            None => {
                let blocks = blocks().map(|key| key.name);
                let known: Vec<&str> = [MEMBER, ORGANISATION].into_iter().chain(blocks).collect();
                Err(Stop::Usage(context.words.no_such(
                    context.words.what(),
                    block,
                    &known,
                )))
            }
        },
    }
}

/// The blocks of a member's file.
fn blocks() -> impl Iterator<Item = &'static Key> {
    Member::KEYS.iter().filter(|key| key.shape == Shape::Blocks)
}

/// What a call names, or what is answered where it does not and there is a terminal.
fn given_or_asked(
    context: &Context,
    given: Option<&String>,
    question: &str,
) -> Result<String, Stop> {
    if let Some(given) = given {
        return Ok(given.clone());
    }
    let answer = context
        .terminal
        .asked(&context.words.question(question, ""))?;
    let answer = answer.filter(|answer| !answer.is_empty());
    answer.ok_or_else(|| Stop::Usage(context.words.needed(question)))
}
