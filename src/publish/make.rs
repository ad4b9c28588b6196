//! One output: view, pages, inspection, PDF.

use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use super::key::Keys;
use super::manifest::Entry;
use super::plan::Output;
use crate::Project;
use crate::check::Diagnostic;
use crate::check::levels::regrade;
use crate::forms::{Catalogue, Form, Scope, View, cells};
use crate::load::hexadecimal;
use crate::model::value::Given as _;
use crate::tabulate::Source;
use crate::typeset::fonts::Role;
use crate::typeset::{self, Assets, PageWorld, Pages, PdfSettings, Photos};

/// What outputs are made of.
pub struct Maker<'a> {
    /// Files, facts and tables.
    pub source: Source<'a>,
    /// The forms.
    pub catalogue: &'a Catalogue,
    /// Layouts and fonts.
    pub assets: &'a Assets,
    /// Photos as they go into files.
    pub photos: Photos,
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
    /// Warnings and notices about its pages.
    pub found: Vec<Diagnostic>,
    /// What it was made of.
    pub key: String,
}

/// What is there of old.
pub struct Old<'a> {
    /// What outputs are made of.
    pub keys: Keys,
    /// What there is of the output of a path, made of what a key says.
    pub find: &'a (dyn Fn(&str, &str) -> Kept + Sync),
}

/// What there is of an output.
#[derive(Debug)]
pub enum Kept {
    /// Nothing that would do.
    Nothing,
    /// The same, in its place.
    Same,
    /// The same, made by a build that was cut off.
    Left,
}

/// What making an output came to.
#[derive(Debug)]
pub enum Fate {
    /// It was made.
    Made(Made),
    /// It is made of the same as the one that is there.
    Unchanged,
    /// A build that was cut off had made it.
    Left,
    /// Faults of data, layouts or pages keep it from being made.
    Faulty(Vec<Diagnostic>),
}

impl Made {
    /// What the manifest says of it.
    pub fn entry(&self) -> Entry {
        Entry {
            path: self.path.clone(),
            form: self.form.clone(),
            inputs: self.inputs.clone(),
            pages: self.pages,
            sha256: hexadecimal(&Sha256::digest(&self.bytes)),
            key: self.key.clone(),
        }
    }
}

impl<'a> Maker<'a> {
    /// What the outputs of a project are made of, where all members are held.
    pub fn of(project: &'a Project, assets: &'a Assets) -> Self {
        Self {
            source: project.source(),
            catalogue: &project.catalogue,
            assets,
            photos: Photos::default(),
        }
    }
}

impl Maker<'_> {
    /// Makes an output. `threads` outputs are made at the same time.
    ///
    /// # Errors
    /// Where the machine fails; faults of data, layouts and pages are findings.
    pub fn make(
        &self,
        output: &Output,
        threads: usize,
    ) -> std::io::Result<Result<Made, Vec<Diagnostic>>> {
        Ok(match self.make_changed(output, threads, None)? {
            Fate::Made(made) => Ok(made),
            Fate::Unchanged | Fate::Left => Err(Vec::new()),
            Fate::Faulty(found) => Err(found),
        })
    }

    /// Makes an output, unless there is one of old that was made of the same.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub fn make_changed(
        &self,
        output: &Output,
        threads: usize,
        old: Option<&Old<'_>>,
    ) -> std::io::Result<Fate> {
        let form = &self.catalogue.forms[output.form];
        let Some(view) = self.view(output) else {
            return Ok(Fate::Faulty(Vec::new()));
        };
        let day = self.day(form, output);
        let data = serde_json::to_vec(&view).map_err(std::io::Error::other)?;
        let photo = self.photo(&view)?;
        let mut key = String::new();
        if let Some(old) = old {
            key = old.keys.key(form, output, day, &data, photo.as_deref());
            match (old.find)(&output.path, &key) {
                Kept::Nothing => {}
                Kept::Same => return Ok(Fate::Unchanged),
                Kept::Left => return Ok(Fate::Left),
            }
        }
        let json = form.json.clone();
        let photo = photo.map(|photo| self.photos.fitted(photo));
        let world = self.assets.world(&form.layout(), json, data, photo);
        let pages = self.laid_out(output, &view, &world);
        let made = pages.and_then(|(pages, found)| {
            let settings = PdfSettings {
                ident: &output.path,
                day,
            };
            let bytes = typeset::pdf(&world, &pages, settings);
            let bytes = bytes.map_err(|faults| of_layout(form, &faults))?;
            Ok(Made {
                path: output.path.clone(),
                form: form.id().to_owned(),
                inputs: self.inputs(form, output, view.photo.as_ref()),
                pages: pages.count(),
                bytes,
                found,
                key,
            })
        });
        typeset::forget_old(threads);
        Ok(made.map_or_else(Fate::Faulty, Fate::Made))
    }

    /// Lays out an output and looks at its pages, without making a file of it.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub fn proof(&self, output: &Output, threads: usize) -> std::io::Result<Vec<Diagnostic>> {
        let Some(view) = self.view(output) else {
            return Ok(Vec::new());
        };
        let world = self.world(&self.catalogue.forms[output.form], &view)?;
        let laid_out = self.laid_out(output, &view, &world);
        typeset::forget_old(threads);
        Ok(laid_out.map_or_else(|found| found, |(_, found)| found))
    }

    /// What a layout is given for an output; none where the data has errors.
    pub fn view(&self, output: &Output) -> Option<View> {
        let form = &self.catalogue.forms[output.form];
        let Some(unit) = output.unit else {
            return Some(View::blank());
        };
        let mut view = View::of(self.source, form, unit, output.member)?;
        let names = view.cells.iter().filter(|(cell, _)| cells::is_name(cell));
        let fonts = self.assets.fonts();
        let faces = names.filter_map(|(cell, name)| {
            let family = fonts.family_of_name(Role::Fangsong, name)?;
            Some((cell.clone(), family.to_owned()))
        });
        view.faces = faces.collect();
        Some(view)
    }

    /// The world of an output's layout.
    ///
    /// # Errors
    /// Where the photo cannot be read.
    pub fn world(&self, form: &Form, view: &View) -> std::io::Result<PageWorld<'_>> {
        let photo = self.photo(view)?.map(|photo| self.photos.fitted(photo));
        let data = serde_json::to_vec(view).map_err(std::io::Error::other)?;
        let json = form.json.clone();
        Ok(self.assets.world(&form.layout(), json, data, photo))
    }

    fn photo(&self, view: &View) -> std::io::Result<Option<Vec<u8>>> {
        let root = &self.source.workspace.root;
        let photo = view.photo.as_ref();
        photo.map(|path| std::fs::read(root.join(path))).transpose()
    }

    /// The pages, if they keep the contract of a page, and what else there is to
    /// say of them.
    fn laid_out(
        &self,
        output: &Output,
        view: &View,
        world: &PageWorld<'_>,
    ) -> Result<(Pages, Vec<Diagnostic>), Vec<Diagnostic>> {
        let form = &self.catalogue.forms[output.form];
        let (pages, warnings) =
            typeset::compile(world).map_err(|faults| of_layout(form, &faults))?;
        let mut found = self.broken(output, &pages.inspected, view, world);
        found.extend(warnings.iter().map(|warning| warning.warning(form.id())));
        regrade(self.source.workspace, &mut found);
        match found.iter().any(Diagnostic::is_error) {
            false => Ok((pages, found)),
            true => Err(found),
        }
    }

    /// The day that the file carries: that on which the form is filled in, for
    /// blank forms by the round's own 填表日期.
    fn day(&self, form: &Form, output: &Output) -> chrono::NaiveDate {
        let of_unit = |unit| self.source.derived.reference(unit, form.id());
        let round = self.source.workspace.round();
        match output.unit {
            Some(unit) => of_unit(unit).map(|reference| reference.filled_on.value),
            None => round.and_then(|round| round.filled_on.default.given().copied()),
        }
        .unwrap_or_default()
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

/// Faults of a layout as findings about its form.
fn of_layout(form: &Form, faults: &[typeset::TypesetFault]) -> Vec<Diagnostic> {
    let faults = faults.iter();
    faults.map(|fault| fault.diagnostic(form.id())).collect()
}
