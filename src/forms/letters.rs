//! Letters of introduction that are to be printed where no form prints them.

use super::catalogue::Catalogue;
use crate::check::rules::transfers::LETTER;
use crate::check::rules::transfers::letter_unmade::LetterUnmade;
use crate::check::{Affected, At, Diagnostic, Finding};
use crate::model::handle::UnitId;
use crate::model::provenance::Keys;
use crate::model::value::Given as _;
use crate::tabulate::{Person, Source};

/// Members whose letter is asked for in a round that makes none.
pub fn unmade(source: Source<'_>, catalogue: &Catalogue, units: &[UnitId]) -> Vec<Diagnostic> {
    let mut forms = catalogue.forms.values();
    if forms.any(|form| form.id() == LETTER && form.is_chosen) {
        return Vec::new();
    }
    let people = units.iter().filter_map(|unit| source.people(*unit));
    people.flatten().filter_map(|one| of_one(&one)).collect()
}

fn of_one(person: &Person<'_>) -> Option<Diagnostic> {
    let asked = person.member.transfer_out.as_ref()?.prints_letter.as_ref();
    let asked = asked.filter(|_| asked.given() == Some(&true))?;
    let affected = Affected::member(person.unit, person.id).of(Keys::NONE);
    let at = At::Span(asked.span);
    Some(Finding::from(LetterUnmade {}).at(person.file.path.clone(), at, affected))
}
