//! The pages of outputs that change: how many there are, and which look otherwise.

use std::io;

use super::print::{OutputChange, PrintStatus};
use super::unit::SHARED;
use super::{Ended, Review};
use crate::publish::{Opening, Output, each};
use crate::typeset::{Assets, Look, forget_old};

/// More outputs than so many are not laid out: their pages are not told.
const MOST_OUTPUTS: usize = 200;

/// Nor are lists of so many members.
const MOST_MEMBERS: usize = 600;

/// What is known of the pages of an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paged {
    /// They were not looked at.
    Unlooked,
    /// How many there were, how many there are, and which of them look otherwise: those
    /// that are, of an output that is gone those that were.
    Laid {
        /// Before and now.
        counts: [usize; 2],
        /// From 0.
        changed: Vec<usize>,
    },
    /// Too many outputs change.
    TooMany,
    /// It is a list of too many members.
    TooLong,
    /// Something is wrong with its pages.
    Faulty,
}

/// How one state of an output looks.
enum Looks {
    Of(Vec<Look>),
    TooLong,
    Faulty,
}

impl OutputChange {
    /// Whether no page of it looks otherwise, though it is made of something else: its day,
    /// a layout.
    pub fn looks_the_same(&self) -> bool {
        let is_same = |counts: &[usize; 2], changed: &[usize]| {
            self.change == PrintStatus::Changed && changed.is_empty() && counts[0] == counts[1]
        };
        matches!(&self.pages, Paged::Laid { counts, changed } if is_same(counts, changed))
    }

    /// Whether nothing of it is to be printed.
    pub fn is_as_it_was(&self) -> bool {
        self.change == PrintStatus::Moved || self.looks_the_same()
    }

    /// An output in the old state (0) or the new one (1), where its pages there are of
    /// interest.
    pub fn output(&self, at: usize) -> Option<Output> {
        let is_meant = match self.change {
            PrintStatus::New => at == 1,
            PrintStatus::Gone => at == 0,
            PrintStatus::Changed => true,
            PrintStatus::Moved | PrintStatus::Refused | PrintStatus::Unfilled => false,
        };
        let (form, unit, member) = self.made[at].filter(|_| is_meant)?;
        let old = self.old_path.as_ref().filter(|_| at == 0);
        Some(Output {
            form,
            unit,
            member,
            path: old.unwrap_or(&self.path).clone(),
        })
    }
}

impl Review {
    /// Both states, to make outputs of; with layouts and fonts of each, for so many workers.
    pub fn openings<'a>(
        &'a self,
        assets: [&'a Assets; 2],
        jobs: usize,
    ) -> Option<[Opening<'a>; 2]> {
        let [old, new] = self.states.as_ref()?;
        let opening =
            |state: &'a Ended, at: usize| Opening::of(&state.project, assets[at], SHARED, jobs);
        Some([opening(old, 0), opening(new, 1)])
    }

    /// Whether there are pages to be looked at.
    pub fn has_pages(&self) -> bool {
        self.outputs.iter().any(is_meant)
    }

    /// Looks at the pages of the outputs that change.
    ///
    /// # Errors
    /// Where files were changed meanwhile.
    pub fn lay_out(
        &mut self,
        assets: [&Assets; 2],
        jobs: usize,
        progress: &(dyn Fn(usize) + Sync),
    ) -> io::Result<()> {
        let Some(openings) = self.openings(assets, jobs) else {
            return Ok(());
        };
        let meant: Vec<&OutputChange> = self.outputs.iter().filter(|it| is_meant(it)).collect();
        let looked = &meant[..meant.len().min(MOST_OUTPUTS)];
        let looked = each(looked, jobs, progress, |output, jobs| {
            paged(&openings, output, jobs)
        })?;
        let rest = std::iter::repeat(Paged::TooMany);
        let outputs = self.outputs.iter_mut().filter(|it| is_meant(it));
        for (output, pages) in outputs.zip(looked.into_iter().chain(rest)) {
            output.pages = pages;
        }
        Ok(())
    }
}

fn is_meant(output: &OutputChange) -> bool {
    [0, 1].into_iter().any(|at| output.output(at).is_some())
}

fn paged(openings: &[Opening<'_>; 2], output: &OutputChange, jobs: usize) -> io::Result<Paged> {
    let mut sides = [Vec::new(), Vec::new()];
    for (at, opening) in openings.iter().enumerate() {
        let Some(made) = output.output(at) else {
            continue;
        };
        let found = opening.with(&made, |maker| {
            if maker.most_rows(&made) > MOST_MEMBERS {
                return Ok(Looks::TooLong);
            }
            let prepared = maker.prepared(&made)?;
            let pages = prepared.and_then(|prepared| maker.laid_out(&made, &prepared));
            Ok(pages.map_or(Looks::Faulty, |pages| Looks::Of(pages.looks())))
        })?;
        forget_old(jobs);
        match found {
            Looks::Of(looks) => sides[at] = looks,
            Looks::TooLong => return Ok(Paged::TooLong),
            // What could not be made before is new.
            Looks::Faulty if at == 0 && output.change == PrintStatus::Changed => {}
            Looks::Faulty => return Ok(Paged::Faulty),
        }
    }
    let [old, new] = &sides;
    let told = match output.change {
        PrintStatus::Gone => old,
        _ => new,
    };
    let both = output.change == PrintStatus::Changed;
    let is_other = |at: &usize| !both || old.get(*at) != new.get(*at);
    Ok(Paged::Laid {
        counts: [old.len(), new.len()],
        changed: (0..told.len()).filter(is_other).collect(),
    })
}
