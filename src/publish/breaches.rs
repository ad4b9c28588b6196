//! Pages that break the contract, as findings at the place of the data, or of the
//! layout that is at fault.

use std::path::{Path, PathBuf};

use super::make::Maker;
use super::plan::Output;
use super::provenance::Places;
use crate::check::rules::pages::different::Different;
use crate::check::rules::pages::foreign_font::{self, ForeignFont};
use crate::check::rules::pages::missing_glyph::MissingGlyph;
use crate::check::rules::pages::shrunk::Shrunk;
use crate::check::rules::pages::{
    narrow_column, not_apart, page_count, paper, stretched_picture, unknown_cell, unprinted,
};
use crate::check::{Affected, At, Diagnostic, Finding};
use crate::forms::document::line_of;
use crate::forms::{Form, List, View};
use crate::model::handle::MemberId;
use crate::model::node::{Kind, Node, Span};
use crate::typeset::{Breach, Contract, Inspected, PageWorld, breaches};

impl Maker<'_> {
    /// What on the pages of an output breaks the contract: characters without a
    /// glyph, else all that [`breaches`] tells.
    pub(super) fn broken(
        &self,
        (output, lists): (&Output, &[List]),
        pages: &Inspected,
        view: &View,
        world: &PageWorld<'_>,
    ) -> Vec<Diagnostic> {
        let form = &self.catalogue.forms[output.form];
        let mut files = Places::of(self);
        let mut at_cell = |cell: &str, character: Option<char>, finding: Finding| {
            let of_branch = self.at_cell_of_branch((output, lists), (cell, character), &finding);
            of_branch.unwrap_or_else(|| files.at_cell(output, cell, character, finding))
        };
        let missing = pages.missing_glyphs();
        if !missing.is_empty() {
            let finding = |(cell, mut characters): (String, Vec<char>)| {
                characters.sort_unstable();
                characters.dedup();
                let first = characters.first().copied();
                let glyph = MissingGlyph {
                    form: form.id().to_owned(),
                    called: form.called(&cell),
                    cell: cell.clone(),
                    characters,
                };
                at_cell(&cell, first, glyph.into())
            };
            return missing.into_iter().map(finding).collect();
        }
        let fonts = self.assets.fonts();
        let contract = Contract { form, view, fonts };
        let found = breaches(pages, contract).into_iter().map(|breach| {
            let Breach {
                cell,
                finding,
                text,
            } = breach;
            let of_form = |(path, at)| {
                let affected = Affected::everything().only(&[form.id()]);
                finding.clone().at(path, at, affected)
            };
            let at_fault = finding.get::<ForeignFont>().is_some() || cell.is_empty();
            let text = text.filter(|_| at_fault);
            if let Some((text, span)) = text {
                return of_form(self.place_of_text(form, &text, world.place(span)));
            }
            // What a layout of one's own prints instead of a value is its own fault.
            let is_other = form.is_own && finding.get::<Different>().is_some();
            match cell.is_empty() || is_other || is_of_layout(&finding) || view.is_sample {
                true => of_form(self.place_of_name(form, &cell)),
                false => at_cell(&cell, None, finding),
            }
        });
        gathered(found.collect())
    }

    /// Where a form says of a text that it stands on its pages: in its own layout, else in
    /// its declaration, of which the text may be the beginning of a head.
    fn place_of_text(&self, form: &Form, text: &str, set: Option<(PathBuf, At)>) -> (PathBuf, At) {
        let layouts = self.assets.layouts();
        let is_own = |path: &Path| {
            let below = path.strip_prefix(crate::forms::files::LAYOUTS);
            let name = below.ok().and_then(Path::to_str).unwrap_or_default();
            !name.starts_with("lib/") || layouts.is_own(name)
        };
        set.filter(|(path, _)| is_own(path)).unwrap_or_else(|| {
            let ends = text.char_indices().map(|(at, one)| at + one.len_utf8());
            let mut ends: Vec<usize> = ends.collect();
            ends.reverse();
            // One character may stand anywhere.
            ends.pop();
            let mut heads = ends.into_iter().map(|end| text[..end].trim());
            let path = format!("{}/form.yaml", form.folder);
            let written = layouts
                .get(&path)
                .map(|bytes| String::from_utf8_lossy(bytes));
            let whole = written.and_then(|written| {
                let at = written.find(text.trim())?;
                Some(Span::new(at, at + text.trim().len()))
            });
            let place = whole.or_else(|| heads.find_map(|head| form.place_of_head(head)));
            (form.path(), place.map_or(At::File, At::Span))
        })
    }

    /// Where the files of a form write the name of a cell; its column where a form has no
    /// layout of its own, else the file.
    pub(super) fn place_of_name(&self, form: &Form, name: &str) -> (PathBuf, At) {
        let own_layout = form.has_own_layout();
        if let Some(column) = form.column_of(name).filter(|_| !own_layout) {
            return (form.path(), At::Span(column.at));
        }
        let key = name.rsplit(['.', ']']).next().unwrap_or(name);
        let generic = generic(name);
        let wanted = [
            format!("\"{name}\""),
            format!("\"{generic}\""),
            generic,
            format!("\"{key}\""),
        ];
        let files = self.assets.layouts();
        for wanted in wanted.iter().filter(|_| !name.is_empty()) {
            for (path, bytes) in files.iter() {
                let is_own = path
                    .strip_prefix(&form.folder)
                    .is_some_and(|rest| rest.starts_with('/'));
                let text = std::str::from_utf8(bytes).unwrap_or_default();
                if let Some(at) = text.find(wanted.as_str()).filter(|_| is_own) {
                    let span = Span::new(at, at + wanted.len());
                    return (Path::new("layouts").join(path), At::Span(span));
                }
            }
        }
        let file = match own_layout {
            true => Path::new("layouts").join(form.layout()),
            false => form.path(),
        };
        (file, At::File)
    }
}

impl Places<'_> {
    /// A finding about a cell of an output, at the value that it prints.
    pub(super) fn at_cell(
        &mut self,
        output: &Output,
        cell: &str,
        character: Option<char>,
        finding: Finding,
    ) -> Diagnostic {
        let form = &self.maker.catalogue.forms[output.form];
        let (path, at, affected) = self.place_of_value(form, output, cell, character);
        finding.at(path, at, affected.only(&[form.id()]))
    }

    /// Where the value of a cell stands: the first of its keys that is given, or
    /// the first value that holds the character; else the file of whom the output
    /// is, else the layout.
    fn place_of_value(
        &mut self,
        form: &Form,
        output: &Output,
        cell: &str,
        character: Option<char>,
    ) -> (PathBuf, At, Affected) {
        let maker = self.maker;
        let workspace = maker.source.workspace;
        let Some(unit) = output.unit else {
            let (path, at) = maker.place_of_name(form, cell);
            return (path, at, Affected::everything());
        };
        if let Some((path, at)) = line_of(maker.source, form, unit, cell) {
            let affected = Affected::unit(unit).alone();
            return (path, At::Span(Span::new(at, at)), affected);
        }
        let files = &workspace.units[unit];
        let affected = |unit, member: Option<MemberId>| match member {
            Some(member) => Affected::member(unit, member),
            None => Affected::unit(unit),
        };
        for place in self.places(output, cell) {
            let span = match character {
                Some(one) => {
                    let text = workspace.files.text(&place.path);
                    first_holding(&text.unwrap_or_default(), place.span, one)
                }
                None => Some(place.span),
            };
            if let Some(span) = span {
                let affected = affected(place.unit, place.member);
                return (place.path, At::Span(span), affected);
            }
        }
        let path = output.member.map_or(&files.organisation.path, |member| {
            &files.member_paths[member]
        });
        let at = character.and_then(|one| {
            let text = workspace.files.text(path).unwrap_or_default();
            first_holding(&text, Span::new(0, text.len()), one)
        });
        let at = at.map_or(At::File, At::Span);
        (path.clone(), at, affected(unit, output.member))
    }
}

/// The name of a list's cell without its number.
fn generic(name: &str) -> String {
    match crate::forms::cells::item(name) {
        Some((list, _, key)) => format!("{list}[].{key}"),
        None => name.to_owned(),
    }
}

/// Whether the layout is at fault whatever the data.
fn is_of_layout(finding: &Finding) -> bool {
    let of_layout = [
        &unprinted::RULE,
        &unknown_cell::RULE,
        &paper::RULE,
        &page_count::RULE,
        &stretched_picture::RULE,
        &foreign_font::RULE,
        &narrow_column::RULE,
        &not_apart::RULE,
    ];
    of_layout.contains(&finding.rule())
}

/// Notices of small type in one file become one, at the first of its values.
fn gathered(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut gathered: Vec<Diagnostic> = Vec::new();
    for diagnostic in found {
        let shrunk = diagnostic.finding.get::<Shrunk>();
        let same = |known: &&mut Diagnostic| known.path == diagnostic.path;
        let known = gathered.iter_mut().filter(same).find_map(|known| {
            let all = known.finding.get::<Shrunk>()?.clone();
            Some((&mut known.finding, all))
        });
        match shrunk.zip(known) {
            Some((more, (finding, mut all))) => {
                all.cells.extend_from_slice(&more.cells);
                *finding = all.into();
            }
            None => gathered.push(diagnostic),
        }
    }
    gathered
}

/// The first value of a file, within a part of it, that holds a character: where
/// the character stands; the value where it is escaped.
fn first_holding(text: &str, within: Span, character: char) -> Option<Span> {
    let tree = crate::load::parse(text).ok()?;
    let values = tree.values();
    let mut spans = values
        .iter()
        .filter(|(_, value)| value_holds(value, character))
        .map(|(_, value)| value.span);
    let value = spans.find(|span| within.start <= span.start && span.end <= within.end)?;
    Some(crate::load::place_of_character(value, text, character))
}

fn value_holds(value: &Node, character: char) -> bool {
    matches!(&value.kind, Kind::Scalar(text) if text.contains(character))
}
