//! Branches with which nothing is wrong. Once that is known, their members need not
//! be held: their figures, their persons and the list of their outputs stand for
//! them. So a workspace of any size is checked, and built, a branch at a time.

mod branch;
mod reopened;

pub use reopened::{Changed, Reopened, Reopening};

use std::path::PathBuf;

use rayon::prelude::*;

use crate::Project;
use crate::check::Identity;
use crate::forms::outputs::{Pattern, Planned};
use crate::forms::{Catalogue, LayoutFiles};
use crate::load::{File, Seen, Workspace};
use crate::model::member::Member;
use crate::tabulate::{TableForm, UnitTables};

/// What stands for the members of a branch with which nothing is wrong.
#[derive(Clone, Debug)]
pub struct Settled {
    /// A hash of all that this follows from: the branch's files and those of the
    /// organisations above, the round, the layouts, the program.
    pub state: String,
    /// Its tables.
    pub figures: UnitTables,
    /// Its members, as far as they are compared with others.
    pub persons: Vec<Identity>,
    /// Its outputs.
    pub outputs: Vec<Planned>,
    /// Its members' photos, relative to the workspace, as they looked; none where the
    /// looks of one say nothing.
    pub photos: Option<Vec<(PathBuf, Seen)>>,
    /// Whether all outputs are there, made of this.
    pub is_made: bool,
}

/// What the settling of branches needs to know.
pub struct Settling<'a> {
    /// A hash of all that branches depend on beside data: layouts, fonts, program.
    pub shared: String,
    /// What is remembered of a branch, by its path and state.
    pub remembered: &'a (dyn Fn(&str, &str, &Forms<'_>) -> Option<Settled> + Sync),
}

/// The forms, and what of them is the same for all branches.
pub struct Forms<'a> {
    /// All.
    pub catalogue: &'a Catalogue,
    /// The patterns of their paths; none where one is wrong.
    pub patterns: Option<Vec<Pattern>>,
    /// The tables.
    pub tables: Vec<TableForm>,
}

impl Project {
    /// Reads and checks the members of a workspace that was read but for them, holding
    /// those of branches only with which something is wrong.
    pub fn with_outline(
        mut workspace: Workspace,
        layouts: LayoutFiles,
        settling: &Settling<'_>,
    ) -> Self {
        let catalogue = Catalogue::of(&layouts);
        let patterns = catalogue.forms.iter().map(|form| Pattern::of(form).ok());
        let forms = Forms {
            catalogue: &catalogue,
            patterns: patterns.collect(),
            tables: catalogue.tables(crate::roll_split(&workspace)),
        };
        let units = (0..workspace.units.len()).into_par_iter();
        let settled: Vec<Result<Settled, Vec<File<Member>>>> = units
            .map(|unit| branch::settle(&workspace, &forms, settling, unit))
            .collect();
        let units = workspace.units.iter_mut().zip(settled);
        let settled = units
            .map(|(unit, settled)| settled.map_err(|members| unit.members = members).ok())
            .collect();
        Self::of(layouts, catalogue, workspace, settled)
    }
}
