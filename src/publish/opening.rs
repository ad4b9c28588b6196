//! Makers of outputs whose members may have to be read again.

use std::io;
use std::path::PathBuf;

use super::make::Maker;
use super::plan::Output;
use super::stamping::Stamping;
use crate::Project;
use crate::settle::Reopening;
use crate::tabulate::Source;
use crate::typeset::{Assets, Photos};

/// A project of which branches are opened one after the other.
pub struct Opening<'a> {
    project: &'a Project,
    assets: &'a Assets,
    branches: Reopening<'a>,
    /// Photos as they go into files.
    pub photos: Photos,
    /// The folder in which files of many parts grow; without one they are held.
    pub growing_in: Option<PathBuf>,
    /// What pages say of themselves.
    pub stamping: Stamping,
}

impl<'a> Opening<'a> {
    /// Branches that were settled with a hash of all that they depend on beside data, opened
    /// for so many workers.
    pub fn of(project: &'a Project, assets: &'a Assets, shared: &'a str, workers: usize) -> Self {
        Self {
            project,
            assets,
            branches: Reopening::of(project, shared, workers),
            photos: Photos::default(),
            growing_in: None,
            stamping: Stamping::default(),
        }
    }

    /// Does something with what an output is made of.
    ///
    /// # Errors
    /// That of the work, or one where files of the branch were changed meanwhile.
    pub fn with<T>(
        &self,
        output: &Output,
        work: impl FnOnce(&Maker<'_>) -> io::Result<T>,
    ) -> io::Result<T> {
        let opened = output.unit.map(|unit| self.branches.get(unit));
        let opened = opened.transpose()?.flatten();
        let mut maker = Maker {
            photos: self.photos.clone(),
            branches: Some(&self.branches),
            growing_in: self.growing_in.as_deref(),
            stamping: self.stamping.clone(),
            ..Maker::of(self.project, self.assets)
        };
        if let Some((unit, roster)) = output.unit.zip(opened.as_deref()) {
            let Project {
                workspace,
                declared,
                ..
            } = self.project;
            maker.source = Source::one(workspace, declared, unit, roster);
        }
        work(&maker)
    }
}
