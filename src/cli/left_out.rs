//! Which outputs were left out, and why.

use super::Context;
use crate::check::rules::documents::unfilled;
use crate::check::{At, Diagnostic};
use crate::report::located::Locator;
use crate::report::visible::one_line;

/// An output that was left out: its path below `out/`, and the error that is the reason.
pub type LeftOut = (String, Option<Diagnostic>);

/// So many are told one by one.
const MOST: usize = 10;

/// How many were left out because of errors, and how many wait for words of a clerk; the
/// first of them, a line each with code and place of the reason.
pub fn told(context: &Context, left_out: &mut [LeftOut]) -> String {
    left_out.sort_by(|(a, _), (b, _)| a.cmp(b));
    let is_waiting = |one: &&LeftOut| one.1.as_ref().is_some_and(|it| *it.rule == unfilled::RULE);
    let (waiting, faulty): (Vec<&LeftOut>, Vec<&LeftOut>) = left_out.iter().partition(is_waiting);
    let words = context.words;
    let faulty = (!faulty.is_empty()).then(|| (words.left_out(faulty.len()), faulty));
    let waiting = (!waiting.is_empty()).then(|| (words.waiting(waiting.len()), waiting));
    let parts = [faulty, waiting].into_iter().flatten();
    let parts = parts.map(|(head, outputs)| listed(context, head, &outputs));
    parts.collect::<Vec<_>>().join("\n")
}

/// The first of some outputs, a line each.
fn listed(context: &Context, mut text: String, left_out: &[&LeftOut]) -> String {
    let words = context.words;
    let mut locator = Locator::new(&context.files, context.lang);
    for (path, reason) in left_out.iter().take(MOST) {
        text += &words.listed_output(&one_line(&format!("{}/{path}", context.out_name())));
        let Some(reason) = reason else { continue };
        let found = locator.locate(reason);
        let (code, file) = (found.code, one_line(&found.path));
        text += &match reason.at {
            At::File => words.because(code, &file),
            _ => words.because(code, &format!("{file}:{}:{}", found.line, found.column)),
        };
    }
    if left_out.len() > MOST {
        text += &words.in_all(left_out.len());
    }
    text
}
