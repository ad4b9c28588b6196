//! One output: view, pages, inspection, PDF.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::body::Body;
use super::inputs::inputs;
use super::list::in_parts;
use super::manifest::Entry;
use super::plan::Output;
use super::stamping::Stamping;
use crate::Project;
use crate::check::Diagnostic;
use crate::check::levels::regrade;
use crate::forms::document::wording;
use crate::forms::{Catalogue, Form, List, Printed, View, cells};
use crate::load::{Digesting, Picture};
use crate::model::value::Given as _;
use crate::settle::Reopening;
use crate::tabulate::Source;
use crate::typeset::fonts::Role;
use crate::typeset::{self, Assets, PageWorld, Pages, PdfSettings, Photos, TypesetFault, probe};

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
    /// The branches whose members are not held, to be read again.
    pub branches: Option<&'a Reopening<'a>>,
    /// The folder in which files of many parts grow; without one they are held.
    pub growing_in: Option<&'a Path>,
    /// Whether the members are made up: then findings are about the form alone.
    pub is_sample: bool,
    /// What pages say of themselves.
    pub stamping: Stamping,
}

/// What the file of an output is made of, beside its form.
pub struct Given {
    /// What its layout is given.
    pub view: View,
    /// The rows of registers; where one is laid out part by part, they are not in the view.
    pub lists: Vec<List>,
    /// The view as JSON, and a digest of such rows.
    pub data: Vec<u8>,
    /// The photo.
    pub photo: Option<Shot>,
    /// The day that the file carries.
    pub day: NaiveDate,
    /// A digest of what it prints.
    pub digest: String,
    /// What it says of itself.
    pub keywords: String,
}

impl Given {
    /// What the file of an output says of itself.
    pub(super) fn settings<'a>(&'a self, output: &'a Output) -> PdfSettings<'a> {
        PdfSettings {
            ident: &output.path,
            day: self.day,
            keywords: &self.keywords,
        }
    }
}

/// An output that was made.
#[derive(Debug)]
pub struct Made {
    /// What the manifest says of it.
    pub entry: Entry,
    /// The PDF.
    pub body: Body,
    /// Warnings and notices about its pages.
    pub found: Vec<Diagnostic>,
}

/// A photo as it was read.
pub struct Shot {
    /// What is drawn.
    pub picture: Picture,
    /// SHA-256 of its file.
    pub digest: [u8; 32],
    /// Its path, relative to the workspace.
    pub(super) path: PathBuf,
    /// The same as given.
    pub(super) given: String,
}

impl<'a> Maker<'a> {
    /// What the outputs of a project are made of, where all members are held.
    pub fn of(project: &'a Project, assets: &'a Assets) -> Self {
        Self {
            source: project.source(),
            catalogue: &project.catalogue,
            assets,
            photos: Photos::default(),
            branches: None,
            growing_in: None,
            is_sample: false,
            stamping: Stamping::default(),
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
        let given = self.given(output)?;
        match given {
            Ok(given) => self.make_of(given, output, String::new(), threads),
            Err(found) => Ok(Err(found)),
        }
    }

    /// What an output is made of; else what is wrong with its photo, or nothing where the
    /// data has errors.
    ///
    /// # Errors
    /// Where the photo is another one than that which was checked.
    pub fn given(&self, output: &Output) -> io::Result<Result<Given, Vec<Diagnostic>>> {
        let Some((lists, view)) = self.texts(output)? else {
            return Ok(Err(Vec::new()));
        };
        let photo = match self.shot(output, &view)? {
            Ok(photo) => photo,
            Err(fault) => return Ok(Err(vec![fault])),
        };
        let digest = photo.as_ref().map(|shot| shot.digest);
        let given = self.given_of(output, (lists, view), digest.as_ref())?;
        Ok(Ok(Given { photo, ..given }))
    }

    /// The rows of its registers and the view of an output; none where the data has errors.
    pub(super) fn texts(&self, output: &Output) -> io::Result<Option<(Vec<List>, View)>> {
        let lists = self.lists(output)?;
        Ok(lists.and_then(|lists| {
            let view = self.view_with(output, &lists)?;
            Some((lists, view))
        }))
    }

    /// What an output is made of, with the digest of its photo, which is not among it yet.
    pub(super) fn given_of(
        &self,
        output: &Output,
        (lists, mut view): (Vec<List>, View),
        photo: Option<&[u8; 32]>,
    ) -> io::Result<Given> {
        let form = &self.catalogue.forms[output.form];
        let day = self.day(output);
        let stamp = self.stamp(
            output,
            &Printed {
                form: form.id(),
                path: &output.path,
                day,
                view: &view,
                lists: &lists,
                photo,
            },
        );
        self.print_stamp(output, &stamp, &mut view);
        let mut data = serde_json::to_vec(&view)?;
        if let Some(list) = in_parts(form, &lists) {
            // Only to tell it from others: what is laid out is given part by part.
            let mut digest = Digesting::default();
            serde_json::to_writer(&mut digest, list)?;
            data.extend(digest.end().bytes());
        }
        Ok(Given {
            keywords: stamp.keywords(),
            digest: stamp.digest,
            day,
            data,
            photo: None,
            lists,
            view,
        })
    }

    /// Makes an output of what it is given; its key goes into the manifest.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub fn make_of(
        &self,
        given: Given,
        output: &Output,
        key: String,
        threads: usize,
    ) -> io::Result<Result<Made, Vec<Diagnostic>>> {
        let form = &self.catalogue.forms[output.form];
        let drawn = self.drawn(output, &given)?;
        typeset::forget_old(threads);
        let (pages, body, found) = match drawn {
            Ok(drawn) => drawn,
            Err(found) => return Ok(Err(found)),
        };
        let entry = Entry {
            path: output.path.clone(),
            form: form.id().to_owned(),
            inputs: self.inputs(output, given.photo.as_ref().map(|shot| shot.path.as_path())),
            pages,
            sha256: body.sha256(),
            key,
            is_stale: false,
        };
        Ok(Ok(Made { entry, body, found }))
    }

    /// The PDF of an output, whatever is wrong with its pages, and what that is; none where
    /// it cannot be laid out at all.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub fn draft(&self, output: &Output) -> io::Result<(Option<Vec<u8>>, Vec<Diagnostic>)> {
        let given = match self.given(output)? {
            Ok(given) => given,
            Err(found) => return Ok((None, found)),
        };
        let form = &self.catalogue.forms[output.form];
        let world = self.world_of(form, given.data.clone(), given.photo.as_ref());
        let (pages, warnings) = match typeset::compile(&world) {
            Ok(pages) => pages,
            Err(faults) => return Ok((None, of_layout(form, &faults))),
        };
        let of = (output, &given.lists[..]);
        let looked = self.looked_at(of, &given.view, &world, (&pages, &warnings));
        let mut found = looked.unwrap_or_else(|found| found);
        let bytes = pages.pdf(&world, given.settings(output));
        let bytes = bytes.map_err(|faults| found.extend(of_layout(form, &faults)));
        Ok((bytes.ok(), found))
    }

    /// Lays out an output and looks at its pages, without keeping a file of it.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub fn proof(&self, output: &Output, threads: usize) -> io::Result<Vec<Diagnostic>> {
        let drawn = match self.given(output)? {
            Ok(given) => self.drawn(output, &given)?,
            Err(found) => Err(found),
        };
        typeset::forget_old(threads);
        Ok(drawn.map_or_else(|found| found, |(_, _, found)| found))
    }

    /// The pages of an output, its PDF, and what else there is to say of them.
    fn drawn(&self, output: &Output, given: &Given) -> io::Result<Result<Drawn, Vec<Diagnostic>>> {
        let form = &self.catalogue.forms[output.form];
        match in_parts(form, &given.lists) {
            Some(list) => self.drawn_in_parts(output, given, list),
            None => Ok(self.drawn_at_once(output, given)),
        }
    }

    /// The same of one that is laid out as a whole.
    pub(super) fn drawn_at_once(
        &self,
        output: &Output,
        given: &Given,
    ) -> Result<Drawn, Vec<Diagnostic>> {
        let form = &self.catalogue.forms[output.form];
        let world = self.world_of(form, given.data.clone(), given.photo.as_ref());
        let settings = given.settings(output);
        let refused = |faults: Vec<TypesetFault>| match &given.photo {
            // What goes well with another photo is the fault of this one.
            Some(shot) if is_drawn(&world.with_photo(probe::PHOTO), settings) => {
                vec![self.undrawn(output, shot)]
            }
            _ => of_layout(form, &faults),
        };
        let (pages, warnings) = typeset::compile(&world).map_err(refused)?;
        let of = (output, &given.lists[..]);
        let found = self.looked_at(of, &given.view, &world, (&pages, &warnings))?;
        let bytes = pages.pdf(&world, settings).map_err(refused)?;
        Ok((pages.count(), Body::Held(bytes), found))
    }

    /// What a layout is given for an output; none where the data has errors.
    pub fn view(&self, output: &Output) -> Option<View> {
        let form = &self.catalogue.forms[output.form];
        let Some(unit) = output.unit else {
            return Some(View::blank_of(form));
        };
        Some(self.dressed(View::of(self.source, form, unit, output.member)?))
    }

    /// A view with the fonts of its names.
    pub(super) fn dressed(&self, mut view: View) -> View {
        let names = view.cells.iter().filter(|(cell, _)| cells::is_name(cell));
        let fonts = self.assets.fonts();
        let faces = names.filter_map(|(cell, name)| {
            let family = fonts.family_of_name(Role::Fangsong, name)?;
            Some((cell.clone(), family.to_owned()))
        });
        view.faces = faces.collect();
        view.is_sample = self.is_sample;
        view
    }

    /// The world of an output's layout; with another picture where the photo cannot be
    /// used.
    ///
    /// # Errors
    /// Where the photo is another one than that which was checked.
    pub fn world(&self, output: &Output, view: &View) -> io::Result<PageWorld<'_>> {
        let form = &self.catalogue.forms[output.form];
        let data = serde_json::to_vec(view)?;
        Ok(match self.shot(output, view)? {
            Ok(shot) => self.world_of(form, data, shot.as_ref()),
            Err(_) => self.world_of(form, data, None).with_photo(probe::PHOTO),
        })
    }

    pub(super) fn world_of(
        &self,
        form: &Form,
        data: Vec<u8>,
        shot: Option<&Shot>,
    ) -> PageWorld<'_> {
        let photo = shot.map(|shot| self.photos.fitted(&shot.picture, &shot.digest));
        let json = form.json.clone();
        self.assets.world(&form.layout(), json, data, photo)
    }

    /// What there is to say of the pages, if they keep the contract of a page.
    pub(super) fn looked_at(
        &self,
        of: (&Output, &[List]),
        view: &View,
        world: &PageWorld<'_>,
        (pages, warnings): (&Pages, &[TypesetFault]),
    ) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
        let form = &self.catalogue.forms[of.0.form];
        let mut found = self.broken(of, &pages.inspected, view, world);
        found.extend(warnings.iter().map(|warning| warning.warning(form.id())));
        regrade(self.source.workspace, &mut found);
        match found.iter().any(Diagnostic::is_error) {
            false => Ok(found),
            true => Err(found),
        }
    }

    /// The day that the file carries: that on which the form is filled in, for
    /// blank forms by the round's own 填表日期.
    pub(super) fn day(&self, output: &Output) -> NaiveDate {
        let form = self.catalogue.forms[output.form].id();
        let of_unit = |unit| Some(self.source.reference(unit, form)?.filled_on.value);
        let of_round = || {
            let round = self.source.workspace.round()?;
            round.filled_on.default.given().copied()
        };
        let day = output.unit.map_or_else(of_round, of_unit);
        day.unwrap_or_default()
    }

    /// The files that an output was made from.
    fn inputs(&self, output: &Output, photo: Option<&Path>) -> Vec<String> {
        let Some(unit) = output.unit else {
            return Vec::new();
        };
        let form = &self.catalogue.forms[output.form];
        let words = wording(self.source, form, unit).filter(|words| !words.is_shared);
        let words = words.map(|words| words.path);
        let more: Vec<&Path> = words.as_deref().into_iter().chain(photo).collect();
        inputs(self.source, unit, output.member, &more)
    }
}

/// An output as it is drawn: how many pages it has, its PDF, what there is to say of them.
pub(super) type Drawn = (usize, Body, Vec<Diagnostic>);

/// Whether a world can be laid out and written.
fn is_drawn(world: &PageWorld<'_>, settings: PdfSettings<'_>) -> bool {
    let pages = typeset::compile(world).ok();
    pages.is_some_and(|(pages, _)| pages.pdf(world, settings).is_ok())
}

/// Faults of a layout as findings about its form.
pub(super) fn of_layout(form: &Form, faults: &[TypesetFault]) -> Vec<Diagnostic> {
    let faults = faults.iter();
    faults.map(|fault| fault.diagnostic(form.id())).collect()
}
