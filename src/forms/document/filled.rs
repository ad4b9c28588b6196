//! The words of a document with all that is filled in, and what they then lack.

use super::declared::{Field, Prose};
use super::text::{has, wording};
use super::values::Filling;
use crate::check::rules::documents::text_fault::TextFault;
use crate::forms::catalogue::Form;
use crate::model::handle::UnitId;
use crate::model::node::Span;
use crate::model::provenance::Keys;
use crate::prose::{Faults, Filled, Hole, Parts, Piece, Template, Value, blocks};
use crate::tabulate::Source;

/// The words of a document of a unit.
pub struct Words {
    /// Its parts, with what is wrong with them.
    pub parts: Parts,
    /// What would be printed and is missing.
    pub holes: Vec<Hole>,
}

/// The words of a document of a unit; none where a day, a figure or its text is missing, or
/// the text has faults by itself.
pub fn words(source: Source<'_>, form: &Form, unit: UnitId) -> Option<Words> {
    let prose = form
        .declaration
        .prose
        .as_ref()
        .filter(|prose| has(source, prose, unit))?;
    let filling = Filling::of(source, form, prose, unit)?;
    let text = wording(source, form, unit)?.text.ok()?;
    let (template, faults) = Template::read(text, &prose.names());
    if !faults.is_empty() {
        return None;
    }
    let values = prose.fields.iter().enumerate();
    let values = values.map(|(at, (name, field))| match template.used.contains(&at) {
        true => filling.value(name, field),
        false => Some(Value::default()),
    });
    let values: Option<Vec<_>> = values.collect();
    let Filled { lines, holes } = template.filled(&values?).ok()?;
    let mut parts = blocks(lines);
    let above = template.said.iter().filter_map(|(name, at)| {
        let (name, field) = &prose.fields[*name];
        let span = Span::new(*at, *at + name.len());
        Some((span, above_whole(&filling, name, field)?))
    });
    parts.faults.extend(above);
    // A part can be empty, or no day, for what is missing in it: that is told first.
    if !holes.is_empty() {
        parts.faults.clear();
    }
    Some(Words { parts, holes })
}

/// A share of more than 100 %.
fn above_whole(filling: &Filling<'_>, name: &str, field: &Field) -> Option<TextFault> {
    let (parts, of) = match field {
        Field::Share { part, whole, .. } => (std::slice::from_ref(part), whole),
        Field::Divided {
            parts,
            whole,
            has_shares: true,
            ..
        } => (&parts[..], whole),
        _ => return None,
    };
    let whole = filling.count(of).filter(|whole| *whole > 0)?;
    parts.iter().find_map(|part| {
        let count = filling.count(part).filter(|count| *count > whole)?;
        let (name, part, of) = (name.to_owned(), part.clone(), of.clone());
        Some(TextFault::AboveWhole(name, part, count, of, whole))
    })
}

/// What is wrong with the parts of a text whatever the figures are: whether there is
/// somebody or nobody.
pub fn whatever_it_says(prose: &Prose, template: &Template) -> Faults {
    // Whatever is filled in may be a day, of which parts must be one.
    let filled_with = |number: i64| {
        let value = Value {
            number,
            pieces: vec![Piece::plain("2016年1月1日")],
            is_missing: false,
        };
        let filled = template.filled(&vec![value; prose.fields.len()]);
        filled.map_or_else(|_| Faults::new(), |filled| blocks(filled.lines).faults)
    };
    let nobody = filled_with(0);
    let mut somebody = filled_with(1);
    somebody.retain(|fault| nobody.contains(fault));
    somebody
}

/// What a document would print and is not there.
pub struct Missing<'a> {
    /// The name under which the text says it.
    pub name: &'a str,
    /// Where that stands in the text.
    pub at: usize,
    /// The keys by which it is missing; none where no file has to say it.
    pub keys: Keys,
}

/// What a document would print and is not there, each name once.
pub fn missing<'a>(source: Source<'_>, form: &'a Form, unit: UnitId) -> Vec<Missing<'a>> {
    let prose = form.declaration.prose.as_ref();
    let Some((prose, Words { mut holes, .. })) = prose.zip(words(source, form, unit)) else {
        return Vec::new();
    };
    holes.sort_by_key(|hole| hole.name);
    holes.dedup_by_key(|hole| hole.name);
    let missing = holes.iter().filter_map(|hole| {
        let (name, field) = &prose.fields[hole.name];
        let filling = Filling::of(source, form, prose, unit)?;
        let keys = match field {
            Field::Own(own) => filling.own(name, *own).keys,
            _ => Keys::NONE,
        };
        let at = hole.at;
        Some(Missing { name, at, keys })
    });
    missing.collect()
}
