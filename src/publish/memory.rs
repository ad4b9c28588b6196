//! What a build leaves for the next one, so that this need not look at everything
//! again. It says nothing that could not be found out anew: without it, builds give
//! the same, only later.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::check::Person;
use crate::forms::outputs::Planned;
use crate::load::{Seen, written};
use crate::settle::{Forms, Settled};
use crate::tabulate::{Block, Figures, TableForm, UnitTables};

/// Its file in `out/`.
pub const FILE: &str = ".memory";

/// What is remembered.
#[derive(Default, Serialize, Deserialize)]
pub struct Memory {
    /// What each output looked like when its content was that of the manifest.
    outputs: BTreeMap<String, Seen>,
    /// The branches with which nothing was wrong, by path.
    units: BTreeMap<String, Branch>,
    /// When the file was written.
    #[serde(skip)]
    written: Duration,
}

/// A branch with which nothing was wrong, and whose outputs are all made.
#[derive(Serialize, Deserialize)]
struct Branch {
    state: String,
    figures: Vec<Counts>,
    persons: Vec<Person>,
    /// Form, member, path, key.
    outputs: Vec<(String, Option<usize>, String, String)>,
    photos: Vec<(PathBuf, Seen)>,
}

/// The figures of a table without the names of rows and columns.
#[derive(Serialize, Deserialize)]
struct Counts {
    rows: Vec<Vec<Option<u32>>>,
    /// Those beside the table, block by block.
    beside: Vec<Vec<u32>>,
}

impl Memory {
    /// What was left in `out/`; nothing where it cannot be read.
    pub fn read(out: &Path) -> Self {
        let file = out.join(FILE);
        let memory = fs::read(&file).ok().and_then(|bytes| {
            let memory: Self = serde_json::from_slice(&bytes).ok()?;
            Some(Self {
                written: written(&file)?,
                ..memory
            })
        });
        memory.unwrap_or_default()
    }

    /// Remembers an output as it looks now that its content is that of the manifest.
    pub fn see(&mut self, path: &str, seen: Option<Seen>) {
        match seen {
            Some(seen) => drop(self.outputs.insert(path.to_owned(), seen)),
            None => drop(self.outputs.remove(path)),
        }
    }

    /// Forgets outputs that are not there any more.
    pub fn keep_outputs(&mut self, is_there: impl Fn(&str) -> bool) {
        self.outputs.retain(|path, _| is_there(path));
    }

    /// Remembers a branch whose outputs were made with these keys. One that has a
    /// photo whose looks say nothing is not remembered.
    pub fn settle(
        &mut self,
        path: &str,
        settled: &Settled,
        forms: &[&str],
        key: &dyn Fn(&str) -> Option<String>,
    ) {
        let outputs = settled.outputs.iter().map(|planned| {
            let form = forms.get(planned.form)?;
            let key = key(&planned.path)?;
            Some((
                (*form).to_owned(),
                planned.member,
                planned.path.clone(),
                key,
            ))
        });
        let photos = settled
            .photos
            .iter()
            .map(|(path, seen)| Some((path.clone(), (*seen)?)));
        let branch = outputs
            .collect::<Option<_>>()
            .zip(photos.collect::<Option<_>>());
        let Some((outputs, photos)) = branch else {
            self.units.remove(path);
            return;
        };
        let branch = Branch {
            state: settled.state.clone(),
            figures: settled.figures.iter().map(Counts::of).collect(),
            persons: settled.persons.clone(),
            outputs,
            photos,
        };
        self.units.insert(path.to_owned(), branch);
    }

    /// Forgets branches that are not there any more.
    pub fn keep_units(&mut self, is_there: impl Fn(&str) -> bool) {
        self.units.retain(|path, _| is_there(path));
    }

    /// The branch of a path, if it was in this state when it was settled, and if all
    /// its outputs and photos look as they did. `is_output` tells whether an output
    /// was made with a key.
    pub fn branch(
        &self,
        root: &Path,
        (path, state): (&str, &str),
        forms: &Forms<'_>,
        is_output: &dyn Fn(&str, &str) -> bool,
    ) -> Option<Settled> {
        let branch = self
            .units
            .get(path)
            .filter(|branch| branch.state == state)?;
        let out = root.join(super::OUT);
        let are_same = branch
            .outputs
            .iter()
            .all(|(_, _, path, key)| is_output(path, key) && self.knows(path, &out.join(path)));
        let mut photos = branch.photos.iter();
        if !are_same || !photos.all(|(path, seen)| self.is_same(seen, &root.join(path))) {
            return None;
        }
        let planned = branch.outputs.iter().map(|(form, member, path, _)| {
            let form = forms
                .catalogue
                .forms
                .iter()
                .position(|known| known.id() == form);
            Some(Planned {
                form: form?,
                member: *member,
                path: path.clone(),
                is_certain: Some(true),
            })
        });
        let figures = forms.tables.iter().zip(&branch.figures);
        let figures = figures.map(|(form, counts)| counts.figures(form));
        Some(Settled {
            state: state.to_owned(),
            figures: figures.collect::<Option<UnitTables>>()?,
            persons: branch.persons.clone(),
            outputs: planned.collect::<Option<_>>()?,
            photos: branch
                .photos
                .iter()
                .map(|(path, seen)| (path.clone(), Some(*seen)))
                .collect(),
            is_made: true,
        })
    }

    /// Whether an output still looks as it did.
    pub fn knows(&self, path: &str, target: &Path) -> bool {
        let seen = self.outputs.get(path);
        seen.is_some_and(|seen| self.is_same(seen, target))
    }

    /// Whether a file still looks as it did.
    fn is_same(&self, seen: &Seen, target: &Path) -> bool {
        seen.is_before(self.written) && Seen::of(target).as_ref() == Some(seen)
    }
}

impl Counts {
    fn of(figures: &Figures) -> Self {
        let rows = figures.table.rows.iter().map(|(_, cells)| cells.clone());
        let beside = figures.beside.iter();
        let counts = |block: &Block<u32>| block.counts.iter().map(|(_, count)| *count).collect();
        Self {
            rows: rows.collect(),
            beside: beside.map(counts).collect(),
        }
    }

    /// The figures of a form; `None` if it has other rows or columns now.
    fn figures(&self, form: &TableForm) -> Option<Figures> {
        let mut figures = Figures::empty(form);
        let rows = &mut figures.table.rows;
        let fits = rows.len() == self.rows.len() && figures.beside.len() == self.beside.len();
        if !fits {
            return None;
        }
        for ((_, cells), known) in rows.iter_mut().zip(&self.rows) {
            if cells.len() != known.len() {
                return None;
            }
            cells.clone_from(known);
        }
        for (block, known) in figures.beside.iter_mut().zip(&self.beside) {
            if block.counts.len() != known.len() {
                return None;
            }
            for ((_, count), known) in block.counts.iter_mut().zip(known) {
                *count = *known;
            }
        }
        Some(figures)
    }
}
