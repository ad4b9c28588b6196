//! An output that is only looked at: laid out, or drawn with other texts, and not written.

use std::io;

use super::list::in_parts;
use super::make::{Maker, Shot};
use super::plan::Output;
use crate::forms::rows::branches;
use crate::forms::{List, Scope, View};
use crate::typeset::{Drawing, Pages, probe};

/// What an output is made of, in one piece.
pub struct Prepared {
    /// What its layout is given.
    pub view: View,
    /// Its rows, where it is a register or has some.
    pub lists: Vec<List>,
    photo: Option<Shot>,
}

impl Prepared {
    /// The SHA-256 of the photo.
    pub fn photo(&self) -> Option<[u8; 32]> {
        Some(self.photo.as_ref()?.digest)
    }
}

impl Maker<'_> {
    /// How many members an output may list: so many rows it is made of at least, if they
    /// stand in it.
    pub fn most_rows(&self, output: &Output) -> usize {
        let form = &self.catalogue.forms[output.form];
        let registers = form.pieces().iter();
        let registers = registers.filter(|form| form.declaration.scope == Scope::Branch);
        let units = registers.flat_map(|form| {
            let unit = output.unit.into_iter();
            unit.flat_map(|unit| branches(self.source, form, unit))
        });
        let workspace = self.source.workspace;
        units
            .map(|unit| workspace.units[unit].member_paths.values().len())
            .sum()
    }

    /// What an output is made of; none where the data has errors.
    ///
    /// # Errors
    /// Where files were changed meanwhile.
    pub fn prepared(&self, output: &Output) -> io::Result<Option<Prepared>> {
        let Ok(given) = self.given(output)? else {
            return Ok(None);
        };
        let form = &self.catalogue.forms[output.form];
        let mut view = given.view;
        if let Some(list) = in_parts(form, &given.lists) {
            view.add_rows(list);
            view = self.dressed(view);
        }
        Ok(Some(Prepared {
            view,
            lists: given.lists,
            photo: given.photo,
        }))
    }

    /// The pages of an output; none where it would not be made, as something is wrong with
    /// them.
    pub fn laid_out(&self, output: &Output, prepared: &Prepared) -> Option<Pages> {
        let form = &self.catalogue.forms[output.form];
        let data = serde_json::to_vec(&prepared.view).ok()?;
        let world = self.world_of(form, data, prepared.photo.as_ref());
        let (pages, warnings) = Pages::whole(&world).ok()?;
        let of = (output, &prepared.lists[..]);
        let looked = self.looked_at(of, &prepared.view, &world, (&pages, &warnings));
        looked.is_ok().then_some(pages)
    }

    /// The pages of an output with other texts, to be drawn; with a grey box for the photo,
    /// unless that is shown.
    pub fn drawing(
        &self,
        output: &Output,
        (prepared, view): (&Prepared, View),
        shows_photo: bool,
    ) -> Option<Drawing> {
        let form = &self.catalogue.forms[output.form];
        let data = serde_json::to_vec(&self.dressed(view)).ok()?;
        let shown = prepared.photo.as_ref().filter(|_| shows_photo);
        let world = self.world_of(form, data, shown);
        let world = match shown {
            Some(_) => world,
            None => world.with_photo(probe::PHOTO),
        };
        Drawing::of(&world).ok()
    }
}
