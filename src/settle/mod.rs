//! Branches without an error. Once that is known, their members need not
//! be held: their figures, their persons and the list of their outputs stand for
//! them. So a workspace of any size is checked, and built, a branch at a time.

mod branch;
mod reopened;

pub use reopened::{Changed, Reopening};

pub use branch::{let_go, state_of, state_within};

use crate::forms::outputs::Pattern;
use crate::forms::{Catalogue, Choice, LayoutFiles};
use crate::load::Workspace;
use crate::model::handle::{ById, FormId};
use crate::tabulate::{Settled, UnitTables};
use crate::{Outline, Project};

/// What the settling of branches needs to know.
pub struct Settling<'a> {
    /// A hash of all that branches depend on beside data: layouts, fonts, program.
    pub shared: String,
    /// What is remembered of a branch, by its path and state.
    pub remembered: &'a (dyn Fn(&str, &str, &Outline<'_>) -> Option<Remembered> + Sync),
}

/// What stands for the members of a branch, and its tables.
pub type Remembered = (Settled, UnitTables);

/// The patterns of all forms' paths; none where one is wrong.
pub type Patterns = Option<ById<FormId, Pattern>>;

impl Project {
    /// Reads and checks the members of a workspace, holding those of branches only with
    /// an error.
    pub fn settled(workspace: Workspace, layouts: LayoutFiles, settling: &Settling<'_>) -> Self {
        let mut catalogue = Catalogue::all(&layouts);
        catalogue.choose(workspace.round(), Choice::OfRound(&[]));
        let forms = catalogue.forms.values();
        let patterns: Patterns = forms.map(|form| Pattern::of(form).ok()).collect();
        Self::of(layouts, catalogue, workspace, &|outline, unit| {
            branch::roster(outline, &patterns, settling, unit)
        })
    }
}
