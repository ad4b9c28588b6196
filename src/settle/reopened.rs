//! The members of one settled branch, read again while its outputs are made.

use std::collections::VecDeque;
use std::error::Error;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::branch::state;
use crate::Project;
use crate::derive::Derived;
use crate::forms::Catalogue;
use crate::load::{Workspace, read_file};
use crate::tabulate::{Rosters, Source, Tables};

/// A workspace in which the members of one branch are held, with their facts.
pub struct Reopened {
    /// The files.
    pub workspace: Workspace,
    /// The facts.
    pub derived: Derived,
    /// Who stands in which form.
    pub rosters: Rosters,
}

impl Reopened {
    /// The window of a workspace in which the members of one branch are held.
    pub fn of(workspace: Workspace, catalogue: &Catalogue, unit: usize) -> Self {
        let derived = Derived::of_unit(&workspace, &catalogue.ids(), unit);
        let registers = catalogue.registers();
        let rosters = Rosters::of_unit(&workspace, &derived, registers, unit);
        Self {
            workspace,
            derived,
            rosters,
        }
    }

    /// What views of the branch are made of.
    pub fn source<'a>(&'a self, tables: &'a Tables) -> Source<'a> {
        Source {
            workspace: &self.workspace,
            derived: &self.derived,
            rosters: &self.rosters,
            tables,
        }
    }
}

/// Files of a branch are not those any more that were checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The branch's path below `data/`.
    pub unit: String,
}

impl fmt::Display for Changed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "files of {} were changed meanwhile", self.unit)
    }
}

impl Error for Changed {}

/// A window that is being opened, or why it could not be.
type Slot = Arc<OnceLock<Result<Arc<Reopened>, Changed>>>;

/// The windows that are open: few, as outputs are made branch by branch.
pub struct Reopening<'a> {
    project: &'a Project,
    shared: &'a str,
    workers: usize,
    open: Mutex<VecDeque<(usize, Slot)>>,
}

impl<'a> Reopening<'a> {
    /// Reopening on a project for so many workers.
    pub fn of(project: &'a Project, shared: &'a str, workers: usize) -> Self {
        Self {
            project,
            shared,
            workers,
            open: Mutex::default(),
        }
    }

    /// The window on a branch; `None` if its members are held anyway.
    ///
    /// # Errors
    /// Where its files are not those any more that were checked.
    pub fn get(&self, unit: usize) -> io::Result<Option<Arc<Reopened>>> {
        let Some(Some(settled)) = self.project.settled.get(unit) else {
            return Ok(None);
        };
        let opened = self.place(unit);
        let opened = opened.get_or_init(|| self.opened(unit, &settled.state));
        opened.clone().map(Some).map_err(io::Error::other)
    }

    /// The place of a window, which may have to be opened.
    fn place(&self, unit: usize) -> Slot {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let known = open.iter().find(|(known, _)| *known == unit);
        if let Some((_, place)) = known {
            return Arc::clone(place);
        }
        let place = Slot::default();
        open.truncate(self.workers);
        open.push_front((unit, Arc::clone(&place)));
        place
    }

    fn opened(&self, unit: usize, expected: &str) -> Result<Arc<Reopened>, Changed> {
        let workspace = &self.project.workspace;
        let files = &workspace.units[unit];
        let paths = files.member_paths.iter();
        let members: Vec<_> = paths.map(|path| read_file(&workspace.root, path)).collect();
        let digests = members.iter().map(|file| {
            let digest = file.record.is_some().then_some(file.digest);
            (file.path.as_path(), digest)
        });
        if state(workspace, unit, self.shared, digests).as_deref() != Some(expected) {
            let unit = files.path.clone();
            return Err(Changed { unit });
        }
        let held = workspace.with_members(unit, members);
        let window = Reopened::of(held, &self.project.catalogue, unit);
        Ok(Arc::new(window))
    }
}
