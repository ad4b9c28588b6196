//! The members of one settled branch, read again while its outputs are made.

use std::collections::VecDeque;
use std::error::Error;
use std::fmt;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::branch::state_of;
use crate::Project;
use crate::load::read_file;
use crate::model::handle::UnitId;
use crate::tabulate::Roster;

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

/// A branch that is being reopened, or why it could not be.
type Slot = Arc<OnceLock<Result<Arc<Roster>, Changed>>>;

/// The branches that are open: few, as outputs are made branch by branch.
pub struct Reopening<'a> {
    project: &'a Project,
    shared: &'a str,
    workers: usize,
    open: Mutex<VecDeque<(UnitId, Slot)>>,
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

    /// A branch with its members; `None` if they are held anyway.
    ///
    /// # Errors
    /// Where its files are not those any more that were checked.
    pub fn get(&self, unit: UnitId) -> io::Result<Option<Arc<Roster>>> {
        let Some(settled) = self.project.source().settled(unit) else {
            return Ok(None);
        };
        let opened = self.place(unit);
        let opened = opened.get_or_init(|| self.opened(unit, &settled.state));
        opened.clone().map(Some).map_err(io::Error::other)
    }

    /// The place of a branch, which may have to be opened.
    fn place(&self, unit: UnitId) -> Slot {
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

    fn opened(&self, unit: UnitId, expected: &str) -> Result<Arc<Roster>, Changed> {
        let (workspace, declared) = (&self.project.workspace, &self.project.declared);
        let read = |_, path: &Path| read_file(&workspace.files, path);
        let roster = declared.roster(workspace, unit, read);
        if state_of(workspace, unit, self.shared, &roster).as_deref() != Some(expected) {
            let unit = workspace.units[unit].path.clone();
            return Err(Changed { unit });
        }
        Ok(Arc::new(roster))
    }
}
