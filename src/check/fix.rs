//! Safe corrections that keep comments and layout: spellings that mean the same
//! (full-width figures, `x`, name dot, NFC, dates, code numbers, 民族 without
//! 族), and invisible characters.

use std::path::Path;

use crate::load::edit::{Replacement, applied, replaced};
use crate::load::{File, FileFault, file_of, raw};
use crate::model::date::half_width;
use crate::model::member::{Member, Text};
use crate::model::numbered::{Document, Numbered};
use crate::model::organisation::Organisation;
use crate::model::problem::{Fault, Problem};
use crate::model::value::Spelling;

/// A record with texts in which figures mean figures.
pub trait Fixable: Numbered {
    /// Texts in which figures mean figures.
    fn numbers(&self) -> Vec<&Text> {
        Vec::new()
    }
}

impl Fixable for Member {
    fn numbers(&self) -> Vec<&Text> {
        vec![&self.messenger]
    }
}

impl Fixable for Organisation {
    fn numbers(&self) -> Vec<&Text> {
        vec![&self.postcode]
    }
}

impl Fixable for crate::model::round::Round {}

/// The text of a file with all safe corrections, and how many they are; `None`
/// where there is nothing to correct. What a correction would change beyond its
/// value is left as it is.
pub fn fixed<R: Fixable>(path: &Path, text: &str) -> Option<(String, usize)> {
    fixed_with::<R>(path, text, &|_| Vec::new())
}

/// The same with more that is to be written otherwise, which does not follow from the file.
pub fn fixed_with<R: Fixable>(
    path: &Path,
    text: &str,
    more: &dyn Fn(&R) -> Vec<Spelling>,
) -> Option<(String, usize)> {
    let (mut fixed, mut count) = mended::<R>(path, text).unwrap_or((text.to_owned(), 0));
    // A value may need a correction inside of it first.
    for _ in 0..ROUNDS {
        let corrections = corrections(path, &fixed, more);
        let (next, made) = match replaced(&fixed, &corrections) {
            Some(next) => (next, corrections.len()),
            None => singly(&fixed, &corrections),
        };
        if made == 0 {
            break;
        }
        fixed = next;
        count += made;
    }
    (count > 0).then_some((fixed, count))
}

/// The text of a file with what keeps it from being read put right where only one thing can
/// be meant, and how much that is. Slips are mended all or not at all, as only then it can
/// be read what came of it.
pub fn mended<R: Document>(path: &Path, text: &str) -> Option<(String, usize)> {
    let faults = |text: &str| file_of::<R>(path, text).faults;
    let edit = |text: &str| {
        let mut edits = Vec::new();
        for fault in faults(text) {
            let FileFault::Tree(fault) = fault else {
                continue;
            };
            let mend = fault.mend.filter(|mend| mend.is_sure);
            edits.extend(mend.into_iter().flat_map(|mend| mend.edits));
        }
        edits.sort_by_key(|edit| edit.place);
        Some((applied(text, &edits)?, edits.len()))
    };
    let mut count = raw::odd(text).count();
    let mut mended = raw::mended(text).text;
    let (mut next, mut of_slips) = (mended.clone(), 0);
    for _ in 0..ROUNDS {
        let (edited, made) = edit(&next)?;
        (next, of_slips) = (edited, of_slips + made);
        if made == 0 {
            break;
        }
    }
    if faults(&next).is_empty() {
        (mended, count) = (next, count + of_slips);
    }
    (count > 0).then_some((mended, count))
}

/// The text with those corrections that can be made, from its end on: so the places
/// before stay where they are.
fn singly(text: &str, corrections: &[Replacement]) -> (String, usize) {
    let mut fixed = text.to_owned();
    let mut count = 0;
    for correction in corrections.iter().rev().take(SINGLY) {
        if let Some(next) = replaced(&fixed, std::slice::from_ref(correction)) {
            fixed = next;
            count += 1;
        }
    }
    (fixed, count)
}

/// So many corrections of a file are tried one by one: each is read again.
const SINGLY: usize = 100;

const ROUNDS: usize = 4;

/// What to correct, in the order of the file.
fn corrections<R: Fixable>(
    path: &Path,
    text: &str,
    more: &dyn Fn(&R) -> Vec<Spelling>,
) -> Vec<Replacement> {
    let file: File<R> = file_of(path, text);
    let mut spellings = odd(&file.problems, text);
    if let Some(record) = &file.record {
        record.each(&mut |value| spellings.extend(value.spelling()));
        spellings.extend(record.numbers().into_iter().filter_map(half_width_figures));
        spellings.extend(more(record));
    }
    // What an alias repeats is corrected where it stands.
    spellings.retain(|it| text.get(it.span.range()) == Some(&*it.text));
    spellings.sort_by_key(|spelling| spelling.span);
    spellings.dedup_by_key(|spelling| spelling.span);
    let replacement = |spelling: Spelling| Replacement {
        place: spelling.span,
        written: spelling.text,
        new: spelling.spelled,
    };
    spellings.into_iter().map(replacement).collect()
}

/// Full-width figures in a number that is no more than text.
fn half_width_figures(text: &Text) -> Option<Spelling> {
    let value = text.as_ref()?;
    let figure = |c: char| {
        if ('０'..='９').contains(&c) {
            half_width(c)
        } else {
            c
        }
    };
    let spelled: String = value.text.chars().map(figure).collect();
    (spelled != value.text).then(|| Spelling {
        span: value.span,
        text: value.text.clone(),
        spelled,
    })
}

/// Invisible characters, to be replaced by nothing, and those that look like usual ones.
fn odd(problems: &[Problem], text: &str) -> Vec<Spelling> {
    let of = |problem: &Problem| {
        let (character, meant) = match problem.fault {
            Fault::Invisible(character) => (character, None),
            Fault::LookAlike(character, meant) => (character, Some(meant)),
            _ => return None,
        };
        let written = text.get(problem.span.range())?;
        (written == character.to_string()).then(|| Spelling {
            span: problem.span,
            text: written.to_owned(),
            spelled: meant.into_iter().collect(),
        })
    };
    problems.iter().filter_map(of).collect()
}
