//! `paicha new`: a member, an organisation, or a block in a member's file.

mod block;
mod fitting;
mod member;
mod organisation;

pub use organisation::made;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, scope};
use crate::model::key::Key;
use crate::model::meaning::Shape;
use crate::model::meant::places;
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
        MEMBER => {
            no_more(context, rest, 2)?;
            member::run(context, matches, rest)
        }
        ORGANISATION => {
            no_more(context, rest, 1)?;
            organisation::run(context, matches, rest)
        }
        block => match blocks().find(|key| key.name == block) {
            Some(key) => {
                no_more(context, rest, 1)?;
                block::run(context, matches, key, rest)
            }
            None => Err(Stop::Usage(unknown(context, block))),
        },
    }
}

/// Stops at words behind those that a call has a use for: they would be without effect.
fn no_more(context: &Context, given: &[String], most: usize) -> Result<(), Stop> {
    match given.get(most) {
        Some(more) => Err(Stop::Usage(context.words.too_much(more))),
        None => Ok(()),
    }
}

/// What is said of a word that is nothing to be made: a block within others is written there.
fn unknown(context: &Context, named: &str) -> String {
    let within = places(Member::KEYS).into_iter().filter_map(|place| {
        let (outer, name) = place.route.rsplit_once('.')?;
        (name == named).then(|| outer.to_owned())
    });
    let outer: Vec<String> = within.collect();
    if !outer.is_empty() {
        return context.words.stands_within(named, &outer);
    }
    let blocks = blocks().map(|key| key.name);
    let known: Vec<&str> = [MEMBER, ORGANISATION].into_iter().chain(blocks).collect();
    context.words.not_to_be_made(named, &known)
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
