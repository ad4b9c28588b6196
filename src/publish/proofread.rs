//! Layouts held against the data without any member: `paicha layouts check`.

use std::path::{Path, PathBuf};

use super::make::Maker;
use super::plan::Output;
use crate::check::levels::regrade;
use crate::check::rules::forms::declaration::DeclarationFault;
use crate::check::rules::forms::grid::Grid;
use crate::check::rules::forms::key_unprinted::KeyUnprinted;
use crate::check::rules::forms::unnamed_cell::UnnamedCell;
use crate::check::{Affected, At, Diagnostic, Finding};
use crate::forms::usage::asked_of_nobody;
use crate::forms::{Form, Scope, View};
use crate::model::handle::FormId;
use crate::model::member::Member;
use crate::model::node::Span;
use crate::model::numbered::Numbered as _;
use crate::model::provenance::Keys;
use crate::model::record::Record as _;
use crate::typeset::grid::{self, Line};
use crate::typeset::{self, Inspected, PageWorld, probe};

/// The file of a form's lines.
pub const GRID: &str = "grid.yaml";

impl Maker<'_> {
    /// What is wrong with a form: its layout blank and with a value in every cell,
    /// and the lines of the blank one.
    ///
    /// # Errors
    /// Where the machine fails.
    pub fn proofread(&self, form: FormId) -> std::io::Result<Vec<Diagnostic>> {
        let output = Output {
            form,
            unit: None,
            member: None,
            path: String::new(),
        };
        let form = &self.catalogue.forms[form];
        let mut found = Vec::new();
        // A document has no cells that could be empty: its words are looked at when the
        // catalogue is read, its pages when they are made.
        if form.declaration.prose.is_some() {
            return Ok(found);
        }
        let blank = View::blank_of(form);
        let (pages, _) = self.tried(&output, &blank, None, &mut found)?;
        if let Some(pages) = &pages {
            found.extend(self.of_grid(form, pages));
        }
        let view = probe::probe(form);
        let (pages, world) = self.tried(&output, &view, Some(probe::PHOTO.to_vec()), &mut found)?;
        for (run, cell) in pages.iter().flat_map(|pages| probe::unnamed(pages, &view)) {
            let (path, at) = world
                .place(run.span)
                .unwrap_or_else(|| self.place_of_name(form, cell));
            let finding = UnnamedCell {
                form: form.id().to_owned(),
                cell: cell.to_owned(),
            };
            found.push(about(form, finding.into(), path, at));
        }
        regrade(self.source.workspace, &mut found);
        Ok(distinct(found))
    }

    /// Keys of members' files that must be given and that no form prints which is made
    /// unless a round leaves it out.
    pub fn unprinted_keys(&self) -> Vec<Diagnostic> {
        let forms = &self.catalogue.forms;
        let mut always = forms.values().filter(|form| !form.declaration.is_optional);
        let printed: Keys = always.clone().map(asked_of_nobody).collect();
        let required = Member::KEYS.iter().filter(|key| key.required);
        let unprinted = required.filter(|key| {
            let keys = Member::keys_of(Member::FIRST, key.name);
            !printed.meet(keys)
        });
        let card = always.find(|form| form.declaration.scope == Scope::Member);
        let (path, at) = match card {
            Some(form) => self.place_in_declaration(form, "格:"),
            None => (PathBuf::from(crate::forms::files::LAYOUTS), At::File),
        };
        let finding = |key: &'static str| Finding::from(KeyUnprinted { key });
        unprinted
            .map(|key| finding(key.name).at(path.clone(), at, Affected::everything()))
            .collect()
    }

    /// The lines of a form's blank pages as its `grid.yaml` should write them;
    /// else what is wrong with its layout.
    ///
    /// # Errors
    /// Where the machine fails.
    pub fn grid(&self, form: FormId) -> std::io::Result<Result<String, Vec<Diagnostic>>> {
        let output = Output {
            form,
            unit: None,
            member: None,
            path: String::new(),
        };
        let mut found = Vec::new();
        let (pages, _) = self.tried(
            &output,
            &View::blank_of(&self.catalogue.forms[form]),
            None,
            &mut found,
        )?;
        Ok(pages.map(|pages| grid::write(&pages.pages)).ok_or(found))
    }

    /// Lays out a view; what is wrong with the pages is added to `found`.
    fn tried(
        &self,
        output: &Output,
        view: &View,
        photo: Option<Vec<u8>>,
        found: &mut Vec<Diagnostic>,
    ) -> std::io::Result<(Option<Inspected>, PageWorld<'_>)> {
        let form = &self.catalogue.forms[output.form];
        let data = serde_json::to_vec(view).map_err(std::io::Error::other)?;
        let world = self
            .assets
            .world(&form.layout(), form.json.clone(), data, photo);
        let pages = match typeset::compile(&world) {
            Ok((pages, warnings)) => {
                let pages = pages.inspected;
                found.extend(self.broken((output, &[]), &pages, view, &world));
                found.extend(warnings.iter().map(|warning| warning.warning(form.id())));
                Some(pages)
            }
            Err(faults) => {
                found.extend(faults.iter().map(|fault| fault.diagnostic(form.id())));
                None
            }
        };
        Ok((pages, world))
    }

    fn of_grid(&self, form: &Form, pages: &Inspected) -> Vec<Diagnostic> {
        let name = format!("{}/{GRID}", form.folder);
        let Some(bytes) = self.assets.layouts().get(&name) else {
            return Vec::new();
        };
        let path = Path::new(crate::forms::files::LAYOUTS).join(name);
        let text = String::from_utf8_lossy(bytes);
        let faulty = |span: Span| {
            let shape = DeclarationFault::GridShape;
            vec![about(form, shape.into(), path.clone(), At::Span(span))]
        };
        let expected = match crate::load::parse(&text) {
            Ok(tree) => grid::read(&tree),
            Err(fault) => Err(fault.span),
        };
        let expected = match expected {
            Ok(expected) => expected,
            Err(span) => return faulty(span),
        };
        let mut found = Vec::new();
        for index in 0..expected.len().max(pages.pages.len()) {
            let expected = expected.get(index).map_or(&[][..], Vec::as_slice);
            let actual = pages.pages.get(index).map(grid::lines).unwrap_or_default();
            for (finding, at) in differences(index + 1, expected, &actual) {
                found.push(about(form, finding.into(), path.clone(), at));
            }
        }
        found
    }

    fn place_in_declaration(&self, form: &Form, text: &str) -> (PathBuf, At) {
        let name = format!("{}/form.yaml", form.folder);
        let bytes = self.assets.layouts().get(&name);
        let declaration = bytes.map(|bytes| String::from_utf8_lossy(bytes));
        let at = declaration.and_then(|declaration| declaration.find(text));
        let at = at.map_or(At::File, |at| At::Span(Span::new(at, at + text.len())));
        (Path::new(crate::forms::files::LAYOUTS).join(name), at)
    }
}

fn about(form: &Form, finding: Finding, path: PathBuf, at: At) -> Diagnostic {
    finding.at(path, at, Affected::everything().only(&[form.id()]))
}

/// Lines that one side has and the other has not: what the grid says is missing at
/// its place in it, what the page has too much at the file.
fn differences(page: usize, expected: &[(Line, Span)], actual: &[Line]) -> Vec<(Grid, At)> {
    let finding = |line: &Line, missing: bool, others: &[Line]| {
        let of_kind = others.iter().filter(|other| other.lies == line.lies);
        let nearest = of_kind
            .map(|other| other.at)
            .min_by(|a, b| (a - line.at).abs().total_cmp(&(b - line.at).abs()));
        Grid {
            page,
            missing,
            lies: line.lies,
            at: line.at,
            from: line.from,
            to: line.to,
            nearest,
        }
    };
    let said: Vec<Line> = expected.iter().map(|(line, _)| *line).collect();
    let missing = expected.iter().filter(|(line, _)| {
        let mut actual = actual.iter();
        !actual.any(|actual| actual.is_like(line))
    });
    let missing = missing.map(|(line, span)| (finding(line, true, actual), At::Span(*span)));
    let surplus = actual
        .iter()
        .filter(|line| !said.iter().any(|said| said.is_like(line)));
    let surplus = surplus.map(|line| (finding(line, false, &said), At::File));
    missing.chain(surplus).collect()
}

/// What is wrong with a layout shows blank and filled; it is told once.
fn distinct(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut distinct: Vec<Diagnostic> = Vec::new();
    for one in found {
        let is_known = distinct.iter().any(|known| {
            let places = (&known.path, known.at) == (&one.path, one.at);
            let is_place = matches!(one.at, At::Span(_)) && known.rule == one.rule;
            let alike = || format!("{:?}", known.finding) == format!("{:?}", one.finding);
            places && (is_place || alike())
        });
        if !is_known {
            distinct.push(one);
        }
    }
    distinct
}
