//! paicha: from members' YAML files to the official forms.
//!
//! Data flows one way, from the top of this list to its end; a module knows
//! the ones above it, never those below:
//!
//! - [`model`], what the YAML files say;
//! - [`load`], files to model, each value with its place;
//! - [`derive`], model to facts, each with its reasons;
//! - [`expression`], conditions and values over keys and facts;
//! - [`tabulate`], facts to tables;
//! - [`check`], rules over all of the above;
//! - [`forms`], the catalogue of forms and what a layout is given;
//! - [`typeset`], Typst, inspection of the pages, PDF;
//! - [`settle`], branches with which nothing is wrong, one at a time;
//! - [`publish`], the files of `out/`;
//! - [`report`], words;
//! - [`cli`], the command line, the only place that prints.
//!
//! [`Project::open`] runs the pipeline up to the findings.

pub mod check;
pub mod cli;
pub mod derive;
pub mod expression;
pub mod forms;
pub mod load;
pub mod model;
pub mod publish;
pub mod report;
pub mod settle;
pub mod tabulate;
pub mod typeset;

use std::io;
use std::path::Path;

use check::Diagnostic;
use derive::Derived;
use forms::{Catalogue, LayoutFiles};
use load::Workspace;
use model::codes::RollSplit;
use model::value::Given as _;
use settle::Settled;
use tabulate::Source;
use tabulate::{Rosters, Tables, tabulate};

/// The state of the program's own sources: another one may make outputs otherwise.
const PROGRAM: &str = env!("PAICHA_SOURCES");

/// A workspace with everything that follows from it.
pub struct Project {
    /// The files of `data/`.
    pub workspace: Workspace,
    /// The files of `layouts/`.
    pub layouts: LayoutFiles,
    /// The forms they declare.
    pub catalogue: Catalogue,
    /// The facts of all members.
    pub derived: Derived,
    /// Who stands in which form.
    pub rosters: Rosters,
    /// The tables of all organisations.
    pub tables: Tables,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The branches whose members are not held, by unit.
    pub settled: Vec<Option<Settled>>,
}

impl Project {
    /// Reads and checks the workspace in `root`.
    ///
    /// # Errors
    /// Where the layouts of the workspace cannot be read; what is wrong with
    /// data is among the diagnostics.
    pub fn open(root: &Path) -> io::Result<Self> {
        Ok(Self::with_layouts(
            Workspace::load(root),
            LayoutFiles::of(root),
        ))
    }

    /// Checks a workspace for these layouts.
    pub fn with_layouts(workspace: Workspace, layouts: LayoutFiles) -> Self {
        let catalogue = Catalogue::of(&layouts);
        Self::of(layouts, catalogue, workspace, Vec::new())
    }

    /// Checks a workspace in which the members of settled branches are not held.
    pub fn of(
        layouts: LayoutFiles,
        catalogue: Catalogue,
        workspace: Workspace,
        settled: Vec<Option<Settled>>,
    ) -> Self {
        let split = |settled: &Option<Settled>| match settled {
            Some(settled) => (Some(settled.figures.clone()), Some(settled.persons.clone())),
            None => (None, None),
        };
        let (figures, known): (Vec<_>, Vec<_>) = settled.iter().map(split).unzip();
        let derived = Derived::of(&workspace, &catalogue.ids());
        let rosters = Rosters::of(&workspace, &derived, catalogue.registers());
        let tables = catalogue.tables(roll_split(&workspace));
        let tables = tabulate(&workspace, &derived, &rosters, tables, &figures);
        let mut project = Self {
            workspace,
            layouts,
            catalogue,
            derived,
            rosters,
            tables,
            diagnostics: Vec::new(),
            settled,
        };
        project.diagnostics = forms::found::all(project.source(), &project.catalogue, &known);
        project
    }

    /// What views are made of.
    pub fn source(&self) -> Source<'_> {
        Source {
            workspace: &self.workspace,
            derived: &self.derived,
            rosters: &self.rosters,
            tables: &self.tables,
        }
    }
}

/// The ids of all forms; of those that could not be read, their folders, which
/// are most often called alike.
pub(crate) fn known_forms(catalogue: &Catalogue) -> Vec<&str> {
    let faulty = catalogue.faults.iter().map(|fault| fault.folder.as_str());
    let mut known = catalogue.ids();
    known.extend(faulty.filter(|folder| catalogue.get(folder).is_none()));
    known
}

pub(crate) fn roll_split(workspace: &Workspace) -> RollSplit {
    workspace
        .round()
        .and_then(|round| round.roll_split.given().copied())
        .unwrap_or(RollSplit::TotalOnly)
}
