//! One output: view, pages, inspection, PDF.

use std::io;
use std::path::Path;

use chrono::NaiveDate;

use super::manifest::{Entry, sha256};
use super::plan::Output;
use crate::Project;
use crate::check::Diagnostic;
use crate::check::levels::regrade;
use crate::forms::{Catalogue, Form, View, cells};
use crate::load::DATA;
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

/// What the file of an output is made of, beside its form.
pub struct Given {
    view: View,
    /// The view as JSON.
    pub data: Vec<u8>,
    /// The photo.
    pub photo: Option<Vec<u8>>,
    /// The day that the file carries.
    pub day: NaiveDate,
}

/// An output that was made.
#[derive(Debug)]
pub struct Made {
    /// What the manifest says of it.
    pub entry: Entry,
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Warnings and notices about its pages.
    pub found: Vec<Diagnostic>,
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

    /// Makes an output. `threads` outputs are made at the same time.
    ///
    /// # Errors
    /// Where the machine fails; faults of data, layouts and pages are findings.
    pub fn make(
        &self,
        output: &Output,
        threads: usize,
    ) -> io::Result<Result<Made, Vec<Diagnostic>>> {
        Ok(match self.given(output)? {
            Some(given) => self.make_of(given, output, String::new(), threads),
            None => Err(Vec::new()),
        })
    }

    /// What an output is made of; none where the data has errors.
    ///
    /// # Errors
    /// Where the photo cannot be read.
    pub(super) fn given(&self, output: &Output) -> io::Result<Option<Given>> {
        let given = |view: View| {
            Ok(Given {
                data: serde_json::to_vec(&view)?,
                photo: self.photo(&view)?,
                day: self.day(output),
                view,
            })
        };
        self.view(output).map(given).transpose()
    }

    /// Makes an output of what it is given; its key goes into the manifest.
    pub(super) fn make_of(
        &self,
        given: Given,
        output: &Output,
        key: String,
        threads: usize,
    ) -> Result<Made, Vec<Diagnostic>> {
        let form = &self.catalogue.forms[output.form];
        let world = self.world_of(form, given.data, given.photo);
        let pages = self.laid_out(output, &given.view, &world);
        let made = pages.and_then(|(pages, found)| {
            let settings = PdfSettings {
                ident: &output.path,
                day: given.day,
            };
            let bytes = pages.pdf(&world, settings);
            let bytes = bytes.map_err(|faults| of_layout(form, &faults))?;
            let entry = Entry {
                path: output.path.clone(),
                form: form.id().to_owned(),
                inputs: self.inputs(output, given.view.photo.as_deref()),
                pages: pages.count(),
                sha256: sha256(&bytes),
                key,
            };
            Ok(Made {
                entry,
                bytes,
                found,
            })
        });
        typeset::forget_old(threads);
        made
    }

    /// Lays out an output and looks at its pages, without making a file of it.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub fn proof(&self, output: &Output, threads: usize) -> io::Result<Vec<Diagnostic>> {
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
    pub fn world(&self, form: &Form, view: &View) -> io::Result<PageWorld<'_>> {
        Ok(self.world_of(form, serde_json::to_vec(view)?, self.photo(view)?))
    }

    fn world_of(&self, form: &Form, data: Vec<u8>, photo: Option<Vec<u8>>) -> PageWorld<'_> {
        let photo = photo.map(|photo| self.photos.fitted(photo));
        let json = form.json.clone();
        self.assets.world(&form.layout(), json, data, photo)
    }

    fn photo(&self, view: &View) -> io::Result<Option<Vec<u8>>> {
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
    fn day(&self, output: &Output) -> NaiveDate {
        let form = self.catalogue.forms[output.form].id();
        let of_unit = |unit| Some(self.source.derived.reference(unit, form)?.filled_on.value);
        let of_round = || {
            let round = self.source.workspace.round()?;
            round.filled_on.default.given().copied()
        };
        let day = output.unit.map_or_else(of_round, of_unit);
        day.unwrap_or_default()
    }

    /// The files that an output was made from: of tables above branches, the
    /// folders summed up.
    fn inputs(&self, output: &Output, photo: Option<&Path>) -> Vec<String> {
        let workspace = self.source.workspace;
        let Some(unit) = output.unit else {
            return Vec::new();
        };
        let files = &workspace.units[unit];
        let round = workspace.round.iter().map(|file| file.path.as_path());
        let mut paths: Vec<&Path> = round.chain([files.organisation.path.as_path()]).collect();
        let mut below = Vec::new();
        match output.member {
            Some(member) => paths.push(&files.members[member].path),
            None => {
                paths.extend(files.members.iter().map(|file| file.path.as_path()));
                paths.extend(files.figures.iter().map(|file| file.path.as_path()));
                let units = workspace.units.iter();
                let units = units.filter(|below| below.parent == Some(unit));
                below.extend(units.map(|below| format!("{DATA}/{}", below.path)));
            }
        }
        let name = |path: &Path| path.to_string_lossy().replace('\\', "/");
        let names = paths.into_iter().map(name).chain(below);
        names.chain(photo.map(name)).collect()
    }
}

/// Faults of a layout as findings about its form.
fn of_layout(form: &Form, faults: &[typeset::TypesetFault]) -> Vec<Diagnostic> {
    let faults = faults.iter();
    faults.map(|fault| fault.diagnostic(form.id())).collect()
}
