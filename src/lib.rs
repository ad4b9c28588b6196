//! paicha: from members' YAML files to the official forms.
//!
//! Data flows one way, from the top of this list to its end; a module knows
//! the ones above it, never those below:
//!
//! - [`model`], what the YAML files say;
//! - [`load`], files to model, each value with its place;
//! - [`author`], members' files, written;
//! - [`derive`], model to facts, each with its reasons;
//! - [`expression`], conditions and values over keys and facts;
//! - [`tabulate`], facts to tables;
//! - [`check`], rules over all of the above;
//! - [`prose`], texts with fields to the blocks of a document;
//! - [`forms`], the catalogue of forms and what a layout is given;
//! - [`typeset`], Typst, inspection of the pages, PDF;
//! - [`settle`], branches without an error, one at a time;
//! - [`publish`], the files of `out/`;
//! - [`attest`], files of pages, held against the data;
//! - [`intake`], sheets to members' files;
//! - [`export`], sheets for others;
//! - [`review`], two states of a workspace, what an edit does;
//! - [`report`], words;
//! - [`cli`], the command line, the only place that prints.
//!
//! [`Project::open`] runs the pipeline up to the findings.

pub mod attest;
pub mod author;
pub mod check;
pub mod cli;
pub mod derive;
pub mod export;
pub mod expression;
pub mod forms;
pub mod intake;
pub mod load;
pub mod model;
pub mod prose;
pub mod publish;
pub mod report;
pub mod review;
pub mod settle;
pub mod tabulate;
pub mod typeset;

use std::path::Path;

use check::Diagnostic;
use forms::{Catalogue, Choice, LayoutFiles};
use load::{Files, Workspace, read_file};
use model::codes::RollSplit;
use model::handle::{ById, UnitId};
use model::value::Given as _;
use tabulate::{Declared, Roster, Source, add_up};

/// The state of the program's own sources: another one may make outputs otherwise.
const PROGRAM: &str = env!("PAICHA_SOURCES");

/// A workspace with everything that follows from it.
pub struct Project {
    /// The files of `data/`, but for members'.
    pub workspace: Workspace,
    /// The files of `layouts/`.
    pub layouts: LayoutFiles,
    /// The forms they declare.
    pub catalogue: Catalogue,
    /// What they say by which members are listed and counted.
    pub declared: Declared,
    /// The members and tables of all organisations.
    pub rosters: ById<UnitId, Roster>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Reads and checks the workspace in `root`.
    pub fn open(root: &Path) -> Self {
        let files = Files::in_folder(root);
        Self::with_layouts(Workspace::load(&files), LayoutFiles::of(&files))
    }

    /// How many warnings and notices there are in branches whose members are not held.
    pub fn settled_findings(&self) -> [usize; 2] {
        let source = self.source();
        let settled = self
            .workspace
            .units
            .ids()
            .filter_map(|unit| source.settled(unit));
        settled.fold([0; 2], |[warnings, notices], it| {
            [warnings + it.findings[0], notices + it.findings[1]]
        })
    }

    /// Checks a workspace for these layouts.
    pub fn with_layouts(workspace: Workspace, layouts: LayoutFiles) -> Self {
        Self::choosing(workspace, layouts, Choice::OfRound(&[]))
    }

    /// The same, with the forms that are chosen.
    pub fn choosing(workspace: Workspace, layouts: LayoutFiles, choice: Choice<'_>) -> Self {
        let mut catalogue = Catalogue::all(&layouts);
        catalogue.choose(workspace.round(), choice);
        Self::with_catalogue(workspace, layouts, catalogue)
    }

    /// Checks a workspace for these forms.
    pub fn with_catalogue(
        workspace: Workspace,
        layouts: LayoutFiles,
        catalogue: Catalogue,
    ) -> Self {
        Self::of(layouts, catalogue, workspace, &|it, unit| {
            let read = |_, path: &Path| read_file(&it.workspace.files, path);
            it.declared.roster(it.workspace, unit, read)
        })
    }

    /// Checks a workspace of whose units each is found out in a way.
    pub fn of(
        layouts: LayoutFiles,
        catalogue: Catalogue,
        workspace: Workspace,
        roster: &(dyn Fn(&Outline<'_>, UnitId) -> Roster + Sync),
    ) -> Self {
        let declared = declared(&catalogue, &workspace);
        let outline = Outline {
            workspace: &workspace,
            catalogue: &catalogue,
            declared: &declared,
        };
        let rosters = workspace.units.par_map(|unit, _| roster(&outline, unit));
        Self::with_rosters(layouts, catalogue, declared, workspace, rosters)
    }

    /// Checks a workspace of whose units each was found out by itself.
    pub fn with_rosters(
        layouts: LayoutFiles,
        catalogue: Catalogue,
        declared: Declared,
        workspace: Workspace,
        mut rosters: ById<UnitId, Roster>,
    ) -> Self {
        add_up(&workspace, &mut rosters);
        let mut project = Self {
            workspace,
            layouts,
            catalogue,
            declared,
            rosters,
            diagnostics: Vec::new(),
        };
        project.diagnostics = forms::found::all(project.source(), &project.catalogue);
        project
    }

    /// What views are made of.
    pub fn source(&self) -> Source<'_> {
        Source::all(&self.workspace, &self.declared, &self.rosters)
    }
}

/// What is there before any member is read.
#[derive(Clone, Copy)]
pub struct Outline<'a> {
    /// The files of `data/`, but for members'.
    pub workspace: &'a Workspace,
    /// The forms.
    pub catalogue: &'a Catalogue,
    /// What they say by which members are listed and counted.
    pub declared: &'a Declared,
}

/// What the forms of a workspace say by which its members are listed and counted.
fn declared(catalogue: &Catalogue, workspace: &Workspace) -> Declared {
    let round = workspace.round();
    let split = round.and_then(|round| round.roll_split.given().copied());
    catalogue.declared(split.unwrap_or(RollSplit::TotalOnly))
}
