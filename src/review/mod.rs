//! Two states of a workspace, and what an edit does between them: people, what follows,
//! figures, findings, outputs.
//!
//! They are compared unit by unit: one that is the same in both is read once, and of those
//! that are not the members are let go as soon as they were compared, where they have no
//! error ([`crate::settle`]).

mod cells;
mod change;
mod files;
mod findings;
mod marks;
mod paged;
mod people;
mod person;
mod planned;
mod print;
mod state;
mod sum;
mod unit;
mod values;

pub use cells::{CellChange, Share};
pub use change::{Cause, Change, FactChange, MemberChange, RegisterChange};
pub use files::{FileChange, FileKind};
pub use marks::{Mark, MarkKind};
pub use paged::Paged;
pub use person::ADVICE;
pub use print::{FileStatus, OutputChange, PrintStatus};
pub use state::{Ended, State};
pub use values::ValueChange;

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use crate::check::Diagnostic;
use crate::model::handle::UnitId;
use crate::typeset::Assets;
use cells::changes;
use marks::Persons;
use state::Surroundings;
use sum::Sum;
use unit::compare;

/// What is different between two states.
#[derive(Default)]
pub struct Review {
    /// The members, by file.
    pub members: Vec<MemberChange>,
    /// The figures, by organisation.
    pub cells: Vec<CellChange>,
    /// The files that are about no member.
    pub files: Vec<FileChange>,
    /// What is wrong now and was not, and what is not wrong any more.
    pub findings: [Vec<Diagnostic>; 2],
    /// The outputs.
    pub outputs: Vec<OutputChange>,
    /// Both states.
    pub states: Option<[Ended; 2]>,
    /// Who is whom: the files of those who are in both states under another one, and of
    /// those who are in one alone.
    persons: Persons,
}

/// A unit by its path, in the old state and in the new one.
type UnitPair = (String, [Option<UnitId>; 2]);

impl Review {
    /// Compares two states, with layouts and fonts of each, by so many workers.
    ///
    /// # Errors
    /// Where files were changed meanwhile.
    pub fn of([old, new]: [State; 2], assets: [&Assets; 2], jobs: usize) -> io::Result<Self> {
        let states = [&old, &new];
        let surroundings = Surroundings::of(states);
        let units = units(states);
        let compared = units.par_iter();
        let compared = compared.map(|(_, ids)| compare(states, surroundings, *ids));
        let mut all = Sum::default();
        let mut rosters = [Vec::new(), Vec::new()];
        for (compared, (_, ids)) in compared.collect::<Vec<_>>().into_iter().zip(&units) {
            all.add(compared, *ids, &mut rosters);
        }
        all.follow(states);
        let files = files::changes(states);
        let [old_rosters, new_rosters] = rosters;
        let ended = [old.ended(old_rosters), new.ended(new_rosters)];
        let outputs = all.outputs(&ended, assets, jobs)?;
        let projects = ended.each_ref().map(|ended| &ended.project);
        let of_units: Vec<_> = units
            .iter()
            .map(|(path, ids)| (path.as_str(), *ids))
            .collect();
        Ok(Self {
            cells: changes(projects, &of_units, &all.moves),
            findings: findings::changes(projects, all.found, &all.members),
            persons: Persons::of(&all.members),
            members: all.members,
            files,
            outputs,
            states: Some(ended),
        })
    }

    /// Keeps what is about files that are meant: people and files, what they move, what is
    /// wrong with them, outputs of units and members that they belong to.
    pub fn keep(&mut self, is_meant: &dyn Fn(&Path) -> bool) {
        let is_named = |path: &str| is_meant(Path::new(path));
        self.members.retain(|member| {
            is_named(&member.path) || member.old_path.as_deref().is_some_and(is_named)
        });
        self.cells
            .retain(|cell| cell.by.iter().any(|share| is_named(&share.path)));
        self.files.retain(|file| is_named(&file.path));
        for found in &mut self.findings {
            found.retain(|one| is_meant(&one.path));
        }
        let of_members = self.members.iter();
        let of_members = of_members.flat_map(|it| [Some(&it.path), it.old_path.as_ref()]);
        let told = of_members
            .flatten()
            .chain(self.files.iter().map(|file| &file.path));
        let told: Vec<&Path> = told.map(Path::new).collect();
        self.outputs.retain(|output| {
            let is_below = || told.iter().any(|path| path.starts_with(&output.about));
            is_meant(&output.about) || !output.is_of_member() && is_below()
        });
    }

    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
            && self.cells.is_empty()
            && self.files.is_empty()
            && self.findings.iter().all(Vec::is_empty)
            && self.outputs.is_empty()
    }
}

/// The units of both states by their paths.
fn units(states: [&State; 2]) -> Vec<UnitPair> {
    let paths = states.iter().flat_map(|state| state.units.keys());
    let paths: BTreeSet<&String> = paths.collect();
    let pair = |path: &String| states.map(|state| state.units.get(path).copied());
    paths
        .into_iter()
        .map(|path| (path.clone(), pair(path)))
        .collect()
}
