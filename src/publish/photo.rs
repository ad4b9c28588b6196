//! The photo of an output.

use std::io;

use super::make::{Maker, Shot};
use super::plan::Output;
use super::provenance::Places;
use crate::check::Diagnostic;
use crate::check::rules::photos::unusable;
use crate::forms::View;
use crate::forms::card_cell::PHOTO;
use crate::load::{PhotoFault, PictureFault};
use crate::settle::Changed;

impl Maker<'_> {
    /// The photo of an output, where its form has one; else what is wrong with it.
    ///
    /// # Errors
    /// Where it is another one than that which was checked.
    pub(super) fn shot(
        &self,
        output: &Output,
        view: &View,
    ) -> io::Result<Result<Option<Shot>, Diagnostic>> {
        let workspace = self.source.workspace;
        let named = || {
            let (unit, member) = (output.unit?, output.member?);
            let photo = self.source.person(unit, member)?.member.photo.as_ref()?;
            Some((&workspace.units[unit].path, &photo.text))
        };
        let Some((unit, given)) = named().filter(|_| view.has_photo) else {
            return Ok(Ok(None));
        };
        match workspace.album.picture(&workspace.files, unit, given) {
            Ok(Some((photo, picture))) => Ok(Ok(Some(Shot {
                picture,
                digest: photo.digest,
                path: photo.path,
                given: given.clone(),
            }))),
            Ok(None) => Err(io::Error::other(Changed { unit: unit.clone() })),
            Err(fault) => Ok(Err(self.at_photo(output, given, fault))),
        }
    }

    /// A photo that the layout engine refuses.
    pub(super) fn undrawn(&self, output: &Output, shot: &Shot) -> Diagnostic {
        let fault = PhotoFault::Picture(PictureFault::Damaged);
        self.at_photo(output, &shot.given, fault)
    }

    fn at_photo(&self, output: &Output, given: &str, fault: PhotoFault) -> Diagnostic {
        let finding = unusable(fault, given.to_owned());
        Places::of(self).at_cell(output, PHOTO, None, finding)
    }
}
