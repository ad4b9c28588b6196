//! What a build leaves for the next one, so that this need not look at everything
//! again. It says nothing that could not be found out anew: without it, builds give
//! the same, only later.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::commit::write_whole;
use super::manifest::MOST;
use super::staging::FOLDER;
use crate::Outline;
use crate::derive::Identity;
use crate::forms::Catalogue;
use crate::load::{Seen, hexadecimal, read_plain, written};
use crate::model::handle::MemberId;
use crate::settle::Remembered;
use crate::tabulate::{Block, Figures, Settled, TableForm, UnitOutput, UnitTables};

/// Its file in `out/`.
pub const FILE: &str = ".memory";

/// Bytes of the digest before what is remembered.
const DIGEST: usize = 64;

/// A digest of what is remembered, which the function writes, and of the workspace for
/// which it is.
fn seal(
    out: &Path,
    write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<String> {
    let place = out.canonicalize().unwrap_or_default();
    let mut hash = Hashed(Sha256::new());
    hash.write_all(place.as_os_str().as_encoded_bytes())?;
    hash.write_all(&[0])?;
    write(&mut hash)?;
    Ok(hexadecimal(&hash.0.finalize()))
}

/// What is written there is hashed, and not held.
struct Hashed(Sha256);

impl io::Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is remembered.
#[derive(Default, Serialize, Deserialize)]
pub struct Memory {
    /// What each output looked like when its content was that of the manifest.
    outputs: BTreeMap<String, Seen>,
    /// The branches without an error, by path.
    units: BTreeMap<String, Branch>,
    /// When the file was written.
    #[serde(skip)]
    written: Duration,
}

/// A branch without an error, whose outputs are all made.
#[derive(Serialize, Deserialize)]
struct Branch {
    state: String,
    figures: Vec<Counts>,
    findings: [usize; 2],
    persons: Vec<Identity>,
    /// Form, member, path, key.
    outputs: Vec<(String, Option<MemberId>, String, String)>,
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
    /// What was left in `out/`; nothing where it cannot be read, is not as it was written,
    /// or was written for another workspace.
    pub fn read(out: &Path) -> Self {
        let file = out.join(FILE);
        let read = || {
            let bytes = read_plain(&file, MOST).ok()?;
            let (digest, body) = bytes.split_at_checked(DIGEST)?;
            let sealed = seal(out, |hash| hash.write_all(body)).ok()?;
            if digest != sealed.as_bytes() {
                return None;
            }
            let mut memory: Self = serde_json::from_slice(body).ok()?;
            memory.written = written(&file)?;
            Some(memory)
        };
        read().unwrap_or_default()
    }

    /// Writes it into `out/`.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write(&self, out: &Path) -> io::Result<()> {
        let digest = seal(out, |hash| Ok(serde_json::to_writer(hash, self)?))?;
        write_whole(&out.join(FOLDER), FILE, &out.join(FILE), |file| {
            file.write_all(digest.as_bytes())?;
            Ok(serde_json::to_writer(file, self)?)
        })
    }

    /// Remembers an output as it looks now that its content is that of the manifest.
    pub fn see(&mut self, path: &str, seen: Option<Seen>) {
        set(&mut self.outputs, path, seen);
    }

    /// Remembers a branch whose outputs were made with these keys.
    pub fn settle(
        &mut self,
        path: &str,
        settled: (&Settled, &UnitTables),
        catalogue: &Catalogue,
        key: &dyn Fn(&str) -> Option<String>,
    ) {
        set(&mut self.units, path, Branch::of(settled, catalogue, key));
    }

    /// Forgets outputs and branches that are not there any more.
    pub fn keep(&mut self, is_output: impl Fn(&str) -> bool, is_unit: impl Fn(&str) -> bool) {
        self.outputs.retain(|path, _| is_output(path));
        self.units.retain(|path, _| is_unit(path));
    }

    /// The branch of a path, if it was in this state when it was settled, and if all
    /// its outputs and photos look as they did. `is_output` tells whether an output
    /// was made with a key.
    pub fn branch(
        &self,
        out: &Path,
        (path, state): (&str, &str),
        outline: &Outline<'_>,
        is_output: &dyn Fn(&str, &str) -> bool,
    ) -> Option<Remembered> {
        let known = self.units.get(path);
        let branch = known.filter(|branch| branch.state == state)?;
        let files = &outline.workspace.files;
        let mut outputs = branch.outputs.iter();
        let mut photos = branch.photos.iter();
        let is_same = outputs
            .all(|(_, _, path, key)| is_output(path, key) && self.knows(path, &out.join(path)))
            && photos.all(|(path, seen)| self.is_still(seen, files.seen(path)));
        if !is_same {
            return None;
        }
        let forms = &outline.catalogue.forms;
        let outputs = branch.outputs.iter().map(|(form, member, path, _)| {
            Some(UnitOutput {
                form: forms.find(|known| known.id() == form)?,
                member: *member,
                path: path.clone(),
            })
        });
        let figures = outline.declared.tables.values().zip(&branch.figures);
        let figures = figures.map(|(form, counts)| counts.figures(form));
        let settled = Settled {
            state: state.to_owned(),
            findings: branch.findings,
            persons: branch.persons.clone(),
            outputs: outputs.collect::<Option<_>>()?,
            photos: Some(branch.photos.clone()),
            is_made: true,
        };
        Some((settled, figures.collect::<Option<_>>()?))
    }

    /// Whether an output still looks as it did.
    pub fn knows(&self, path: &str, target: &Path) -> bool {
        let seen = self.outputs.get(path);
        seen.is_some_and(|seen| self.is_same(seen, target))
    }

    /// Whether a file still looks as it did.
    fn is_same(&self, seen: &Seen, target: &Path) -> bool {
        self.is_still(seen, Seen::of(target))
    }

    fn is_still(&self, seen: &Seen, now: Option<Seen>) -> bool {
        seen.is_before(self.written) && now.as_ref() == Some(seen)
    }
}

/// What is known of a path now, or nothing any more.
fn set<T>(known: &mut BTreeMap<String, T>, path: &str, value: Option<T>) {
    match value {
        Some(value) => drop(known.insert(path.to_owned(), value)),
        None => drop(known.remove(path)),
    }
}

impl Branch {
    /// A branch whose outputs were made with these keys; none where an output was not
    /// made, or where the looks of a photo say nothing.
    fn of(
        (settled, tables): (&Settled, &UnitTables),
        catalogue: &Catalogue,
        key: &dyn Fn(&str) -> Option<String>,
    ) -> Option<Self> {
        let outputs = settled.outputs.iter().map(|output| {
            let form = catalogue.forms[output.form].id().to_owned();
            let key = key(&output.path)?;
            Some((form, output.member, output.path.clone(), key))
        });
        Some(Self {
            state: settled.state.clone(),
            figures: tables.values().map(Counts::of).collect(),
            findings: settled.findings,
            persons: settled.persons.clone(),
            outputs: outputs.collect::<Option<_>>()?,
            photos: settled.photos.clone()?,
        })
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
        let rows = figures.table.rows.iter().map(|(_, cells)| cells.len());
        let beside = figures.beside.iter().map(|block| block.counts.len());
        if !rows.eq(self.rows.iter().map(Vec::len)) || !beside.eq(self.beside.iter().map(Vec::len))
        {
            return None;
        }
        for ((_, cells), known) in figures.table.rows.iter_mut().zip(&self.rows) {
            cells.clone_from(known);
        }
        let counts = figures
            .beside
            .iter_mut()
            .flat_map(|block| &mut block.counts);
        for ((_, count), known) in counts.zip(self.beside.iter().flatten()) {
            *count = *known;
        }
        Some(figures)
    }
}
