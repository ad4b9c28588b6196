//! What pages say of themselves.

use std::sync::{Arc, OnceLock};

use super::key::Keys;
use super::make::Maker;
use super::plan::Output;
use crate::forms::stamp::{CELL, Stamp};
use crate::forms::{Printed, View};
use crate::load::Revision;

/// How pages are stamped.
#[derive(Clone, Default)]
pub struct Stamping {
    /// The revision of the data, where it is told.
    pub revision: Option<Revision>,
    /// What made the pages, where they are made as another state of the program made them.
    pub made_by: Option<String>,
    /// What outputs are made of beside data.
    pub(super) keys: Arc<OnceLock<Keys>>,
}

impl Stamping {
    /// With a revision, where pages tell one.
    pub fn telling(revision: Option<Revision>) -> Self {
        Self {
            revision,
            ..Self::default()
        }
    }

    /// As a page was stamped, so that it is made again with the same words.
    pub fn as_of(stamp: &Stamp) -> Self {
        Self {
            revision: stamp.revision.clone(),
            made_by: Some(stamp.made_by.clone()),
            ..Self::default()
        }
    }
}

impl Maker<'_> {
    /// What outputs are made of beside data.
    pub(super) fn keys(&self) -> &Keys {
        let keys = &self.stamping.keys;
        keys.get_or_init(|| Keys::of(self.catalogue, self.assets))
    }

    /// What an output says of itself.
    pub(super) fn stamp(&self, output: &Output, printed: &Printed<'_>) -> Stamp {
        let stamping = &self.stamping;
        let made_by = stamping.made_by.clone();
        Stamp {
            digest: printed.digest(),
            made_by: made_by.unwrap_or_else(|| self.made_by(output)),
            revision: stamping.revision.clone(),
        }
    }

    /// The version of the program, and a digest of its state, of the layouts that the form of
    /// an output can read, and of the fonts.
    pub fn made_by(&self, output: &Output) -> String {
        let version = env!("CARGO_PKG_VERSION");
        format!("{version}-{}", &self.keys().of_form(output.form)[..SHORT])
    }

    /// Prints it, where the form has a cell for it: a blank form says nothing.
    pub(super) fn print_stamp(&self, output: &Output, stamp: &Stamp, view: &mut View) {
        if self.catalogue.forms[output.form].declaration.is_stamped {
            let line = if view.blank {
                String::new()
            } else {
                stamp.line()
            };
            view.cells.insert(CELL.to_owned(), line);
        }
    }
}

/// So many figures tell one state from others.
const SHORT: usize = 16;
