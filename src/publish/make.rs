//! One output: view, pages, inspection, PDF.

use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use super::plan::Output;
use crate::check::{At, Concern, Diagnostic, Finding};
use crate::forms::view::Source;
use crate::forms::{Catalogue, Form, Scope, View};
use crate::model::node::{Kind, Node, Span};
use crate::model::value::Given as _;
use crate::typeset::{self, Assets, MissingGlyphs, PdfSettings};

/// What outputs are made of.
pub struct Maker<'a> {
    /// Files, facts and tables.
    pub source: Source<'a>,
    /// The forms.
    pub catalogue: &'a Catalogue,
    /// Layouts and fonts.
    pub assets: &'a Assets,
}

/// An output that was made.
#[derive(Debug)]
pub struct Made {
    /// Path below `out/`.
    pub path: String,
    /// The form's id.
    pub form: String,
    /// The files it was made from, relative to the workspace.
    pub inputs: Vec<String>,
    /// Number of pages.
    pub pages: usize,
    /// The PDF.
    pub bytes: Vec<u8>,
}

impl Made {
    /// SHA-256 of the file, in hexadecimal.
    pub fn sha256(&self) -> String {
        Sha256::digest(&self.bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

impl Maker<'_> {
    /// Makes an output. `threads` outputs are made at the same time.
    ///
    /// # Errors
    /// Where the machine fails; faults of data and layouts are findings.
    pub fn make(
        &self,
        output: &Output,
        threads: usize,
    ) -> std::io::Result<Result<Made, Vec<Diagnostic>>> {
        let form = &self.catalogue.forms[output.form];
        let view = match output.unit {
            None => Some(View::blank()),
            Some(unit) => View::of(self.source, form, unit, output.member),
        };
        let Some(view) = view else {
            return Ok(Err(Vec::new()));
        };
        let root = &self.source.workspace.root;
        let photo = view
            .photo
            .as_ref()
            .map(|path| std::fs::read(root.join(path)))
            .transpose()?;
        let data = serde_json::to_vec(&view).map_err(std::io::Error::other)?;
        let made = self.typeset(form, output, data, photo);
        typeset::forget_old(threads);
        Ok(made.map(|(pages, bytes)| Made {
            path: output.path.clone(),
            form: form.id().to_owned(),
            inputs: self.inputs(form, output, view.photo.as_ref()),
            pages,
            bytes,
        }))
    }

    fn typeset(
        &self,
        form: &Form,
        output: &Output,
        data: Vec<u8>,
        photo: Option<Vec<u8>>,
    ) -> Result<(usize, Vec<u8>), Vec<Diagnostic>> {
        let world = self
            .assets
            .world(&form.layout(), form.json.clone(), data, photo);
        let of_layout = |faults: Vec<typeset::TypesetFault>| -> Vec<Diagnostic> {
            faults
                .iter()
                .map(|fault| fault.diagnostic(form.id()))
                .collect()
        };
        let document = typeset::compile(&world).map_err(of_layout)?;
        let missing = typeset::inspect(&document).missing_glyphs();
        if !missing.is_empty() {
            return Err(self.missing_glyphs(form, output, missing));
        }
        let settings = PdfSettings {
            ident: &output.path,
            day: self.day(form, output),
        };
        let bytes = typeset::pdf(&world, &document, settings).map_err(of_layout)?;
        Ok((document.pages().len(), bytes))
    }

    /// The day that the file carries: that on which the form is filled in, for
    /// blank forms by the round's own 填表日期.
    fn day(&self, form: &Form, output: &Output) -> chrono::NaiveDate {
        let of_unit = |unit| self.source.derived.reference(unit, form.id());
        let round = self
            .source
            .workspace
            .round
            .as_ref()
            .and_then(|file| file.record.as_ref());
        match output.unit {
            Some(unit) => of_unit(unit).map(|reference| reference.filled_on),
            None => round.and_then(|round| round.filled_on.default.given().copied()),
        }
        .unwrap_or_default()
    }

    fn missing_glyphs(
        &self,
        form: &Form,
        output: &Output,
        missing: MissingGlyphs,
    ) -> Vec<Diagnostic> {
        let workspace = self.source.workspace;
        let file = output.unit.map(|unit| {
            let files = &workspace.units[unit];
            output.member.map_or(&files.organisation.path, |member| {
                &files.members[member].path
            })
        });
        let path = file
            .cloned()
            .unwrap_or_else(|| PathBuf::from("layouts").join(form.layout()));
        let text = crate::load::read_text(&workspace.root.join(&path)).unwrap_or_default();
        let diagnostic = |(cell, mut characters): (String, Vec<char>)| {
            characters.sort_unstable();
            characters.dedup();
            let at = characters.first().and_then(|c| place_of(&text, &cell, *c));
            let at = at.map_or(At::File, At::Span);
            let concern = match (output.unit, output.member) {
                (Some(unit), Some(member)) => Concern::member(unit, member),
                (Some(unit), None) => Concern::unit(unit),
                _ => Concern::everything(),
            };
            let concern = concern.only(&[form.id()]);
            let finding = Finding::MissingGlyph {
                form: form.id().to_owned(),
                cell,
                characters,
            };
            finding.at(path.clone(), at, concern)
        };
        missing.into_iter().map(diagnostic).collect()
    }

    /// The files that an output was made from: of tables above branches, the
    /// folders summed up.
    fn inputs(&self, form: &Form, output: &Output, photo: Option<&PathBuf>) -> Vec<String> {
        let workspace = self.source.workspace;
        let name = |path: &std::path::Path| path.to_string_lossy().replace('\\', "/");
        let Some(unit) = output.unit else {
            return Vec::new();
        };
        let files = &workspace.units[unit];
        let mut inputs: Vec<String> = workspace
            .round
            .iter()
            .map(|file| name(&file.path))
            .collect();
        inputs.push(name(&files.organisation.path));
        match (form.declaration.scope, output.member) {
            (Scope::Member, Some(member)) => inputs.push(name(&files.members[member].path)),
            _ => {
                inputs.extend(files.members.iter().map(|file| name(&file.path)));
                inputs.extend(files.figures.iter().map(|file| name(&file.path)));
                let below = workspace
                    .units
                    .iter()
                    .filter(|below| below.parent == Some(unit));
                inputs.extend(below.map(|below| format!("{}/{}", crate::load::DATA, below.path)));
            }
        }
        inputs.extend(photo.map(|path| name(path)));
        inputs
    }
}

/// Where a file has a character: in the value that the cell prints, else in the
/// first value that holds it.
fn place_of(text: &str, cell: &str, character: char) -> Option<Span> {
    let tree = crate::load::parse(text).ok()?;
    let key = cell.rsplit(['.', ']']).next().unwrap_or(cell);
    let values = tree.values();
    let holding = || {
        values
            .iter()
            .filter(|(_, value)| value_holds(value, character))
    };
    let of_cell = holding().find(|(name, _)| *name == key);
    let (_, value) = of_cell.or_else(|| holding().next())?;
    let range = value.span.range();
    let at = text
        .get(range.clone())
        .and_then(|shown| shown.find(character));
    Some(at.map_or(value.span, |at| {
        Span::new(range.start + at, range.start + at + character.len_utf8())
    }))
}

fn value_holds(value: &Node, character: char) -> bool {
    matches!(&value.kind, Kind::Scalar(text) if text.contains(character))
}
