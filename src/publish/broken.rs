//! Pages that break the contract, as findings at the place of the data.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::make::Maker;
use super::plan::Output;
use crate::check::finding::Breach;
use crate::check::{At, Concern, Diagnostic, Finding};
use crate::forms::{Form, Scope};
use crate::model::node::{Kind, Node, Span};
use crate::typeset::{Inspected, breaches};

impl Maker<'_> {
    /// What on the pages of an output breaks the contract: characters without a
    /// glyph, else texts outside of their cells, over one another, or other than
    /// the values of their keys.
    pub(super) fn broken(
        &self,
        output: &Output,
        pages: &Inspected,
        values: &BTreeMap<String, String>,
    ) -> Vec<Diagnostic> {
        let form = &self.catalogue.forms[output.form];
        let id = form.id().to_owned();
        let missing = pages.missing_glyphs();
        if !missing.is_empty() {
            let finding = |(cell, mut characters): (String, Vec<char>)| {
                characters.sort_unstable();
                characters.dedup();
                let first = characters.first().copied();
                let (form, of_cell) = (id.clone(), cell.clone());
                let finding = Finding::MissingGlyph {
                    form,
                    cell,
                    characters,
                };
                self.at_cell(output, &of_cell, first, finding)
            };
            return missing.into_iter().map(finding).collect();
        }
        let finding = |breach: Breach| {
            let cell = breach.cell.clone();
            let form = id.clone();
            self.at_cell(output, &cell, None, Finding::Page { form, breach })
        };
        breaches(pages, values).into_iter().map(finding).collect()
    }

    /// A finding about a cell of an output, at the value that it prints.
    fn at_cell(
        &self,
        output: &Output,
        cell: &str,
        character: Option<char>,
        finding: Finding,
    ) -> Diagnostic {
        let form = &self.catalogue.forms[output.form];
        let (path, concern) = self.owner(form, output, cell);
        let text = crate::load::read_text(&self.source.workspace.root.join(&path));
        let at = place_of(&text.unwrap_or_default(), cell, character);
        let at = at.map_or(At::File, At::Span);
        finding.at(path, at, concern.only(&[form.id()]))
    }

    /// The file that a cell's value comes from: that of the member of the card or
    /// of the row, else that of the organisation, else the layout.
    fn owner(&self, form: &Form, output: &Output, cell: &str) -> (PathBuf, Concern) {
        let workspace = self.source.workspace;
        let Some(unit) = output.unit else {
            let path = Path::new("layouts").join(form.layout());
            return (path, Concern::everything());
        };
        let files = &workspace.units[unit];
        let of_row = || {
            let (number, _) = cell.strip_prefix("行[")?.split_once(']')?;
            let population = form.declaration.members.list();
            let derived = self.source.derived;
            let mut rows = derived.rows(workspace, unit, form.id(), &population);
            let (member, ..) = rows.nth(number.parse().ok()?)?;
            (form.declaration.scope == Scope::Branch).then_some(member)
        };
        match output.member.or_else(of_row) {
            Some(member) => {
                let path = files.members[member].path.clone();
                (path, Concern::member(unit, member))
            }
            None => (files.organisation.path.clone(), Concern::unit(unit)),
        }
    }
}

/// Where a file has what a cell prints: the value of its key, or the first value
/// that holds the character.
fn place_of(text: &str, cell: &str, character: Option<char>) -> Option<Span> {
    let tree = crate::load::parse(text).ok()?;
    let key = cell.rsplit(['.', ']']).next().unwrap_or(cell);
    let values = tree.values();
    let holding = || {
        values
            .iter()
            .filter(|(_, value)| character.is_none_or(|character| value_holds(value, character)))
    };
    let of_cell = holding().find(|(name, _)| *name == key);
    let any = || character.and_then(|_| holding().next());
    let (_, value) = of_cell.or_else(any)?;
    let range = value.span.range();
    let at = text
        .get(range.clone())
        .zip(character)
        .and_then(|(shown, character)| Some((shown.find(character)?, character)));
    Some(at.map_or(value.span, |(at, character)| {
        Span::new(range.start + at, range.start + at + character.len_utf8())
    }))
}

fn value_holds(value: &Node, character: char) -> bool {
    matches!(&value.kind, Kind::Scalar(text) if text.contains(character))
}
