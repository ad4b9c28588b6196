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
        let Some((unit, given)) = self.photo_named(output, view) else {
            return Ok(Ok(None));
        };
        match workspace.album.picture(&workspace.files, unit, given) {
            Ok(Some((photo, picture))) => Ok(Ok(Some(Shot {
                picture,
                digest: photo.digest,
                path: photo.path,
                given: given.clone(),
            }))),
            Ok(None) => Err(io::Error::other(Changed {
                unit: unit.to_owned(),
            })),
            Err(fault) => Ok(Err(self.at_photo(output, given, fault))),
        }
    }

    /// The digest of that photo as it was when it was looked at first.
    ///
    /// # Errors
    /// Where it cannot be used.
    pub(super) fn digest_of_photo(
        &self,
        output: &Output,
        view: &View,
    ) -> Result<Option<[u8; 32]>, PhotoFault> {
        let workspace = self.source.workspace;
        let named = self.photo_named(output, view);
        let photo = named.map(|(unit, given)| workspace.album.photo(&workspace.files, unit, given));
        Ok(photo.transpose()?.map(|photo| photo.digest))
    }

    /// The folder of the unit, and the photo as the member's file names it.
    fn photo_named(&self, output: &Output, view: &View) -> Option<(&str, &String)> {
        let (unit, member) = (output.unit?, output.member.filter(|_| view.has_photo)?);
        let photo = self.source.person(unit, member)?.member.photo.as_ref()?;
        Some((&self.source.workspace.units[unit].path, &photo.text))
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
