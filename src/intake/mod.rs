//! Sheets from outside to members' files: what is read, what each column and value is
//! taken for, and what becomes of each row. Nothing is guessed that is not told, and rows
//! balance: those read are those written, merged and refused.

mod branches;
mod compared;
mod draft;
pub mod heading;
mod heads;
mod known;
mod labels;
pub mod mapping;
mod merging;
mod purposes;
pub mod sheet;
mod values;

pub use branches::is_branch;
pub use compared::{Difference, here, latest};
pub use draft::{Untaken, Why};
pub use merging::Conflict;
pub use values::Unusable;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use rayon::prelude::*;

use crate::Project;
use crate::author::Write;
use crate::author::member::read;
use crate::model::handle::UnitId;
use branches::Branches;
use draft::{Draft, Reading};
use known::Known;
use labels::Labels;
use mapping::{Decisions, Fault, Mapping, VALUES};
use sheet::{Book, Row};

/// Which of two values stands where a sheet and a file differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// That of the sheet.
    Sheet,
    /// That of the file.
    File,
}

/// How a call takes a book in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The branch, where the call names it.
    pub branch: Option<UnitId>,
    /// What stands where both differ.
    pub take: Option<Take>,
}

/// What becomes of a book.
#[derive(Debug, Default)]
pub struct Intake {
    /// Sheets, in their order: what is taken of them and what is hidden.
    pub sheets: Vec<SheetSeen>,
    /// What was decided, open questions among it.
    pub decisions: Decisions,
    /// How often a value was decided so.
    pub counts: BTreeMap<(String, String), usize>,
    /// Each row that was read.
    pub rows: Vec<RowTaken>,
    /// The files to be written.
    pub writes: Vec<Write>,
}

/// A sheet as it was found.
#[derive(Debug)]
pub struct SheetSeen {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Whether there are heads in it.
    pub has_heads: bool,
    /// Whether it is taken; none where that is open.
    pub is_taken: Option<bool>,
    /// Hidden rows in which something stands, from 1.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns in which something stands, by their letters.
    pub hidden_columns: Vec<String>,
}

/// What became of a row.
#[derive(Debug)]
pub struct RowTaken {
    /// The sheet.
    pub sheet: String,
    /// Its number, from 1.
    pub number: u32,
    /// The name in it.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Cells of which not all is taken.
    pub untaken: Vec<Untaken>,
    /// Values that the file has otherwise.
    pub conflicts: Vec<Conflict>,
    /// What the program works out otherwise.
    pub differences: Vec<Difference>,
    /// Keys that must be given and are not.
    pub missing: Vec<&'static str>,
}

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A file for it is made.
    New(PathBuf),
    /// A file that was there gets so many values.
    Merged(PathBuf, usize),
    /// Nothing.
    Refused(Refused),
}

/// Why nothing is taken of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no name.
    NoName,
    /// There is no ID number.
    NoId,
    /// The ID number cannot be read; where, if a cell says so.
    Id(Unusable),
    /// The check digit of the ID number, or the day of birth in it, is wrong.
    WrongId,
    /// Other rows have this ID number: their sheets and numbers.
    Twice(Vec<(String, u32)>),
    /// Several files have this ID number.
    SeveralFiles(Vec<PathBuf>),
    /// The file with this ID number stands in another branch than the row's.
    OtherBranch(PathBuf),
    /// A file has this name, and an ID number that cannot be read.
    SameName(PathBuf),
    /// Nothing says which branch.
    NoBranch,
    /// No branch, or several, are called so.
    UnknownBranch(String),
    /// The call names another branch than the row.
    NotNamedBranch(String),
}

impl Intake {
    /// What becomes of a book in a workspace.
    ///
    /// # Errors
    /// Where a decision stands in the mapping that cannot be.
    pub fn of(
        project: &Project,
        book: &Book,
        mapping: &Mapping,
        options: Options,
    ) -> Result<Self, Fault> {
        let mut intake = Self::default();
        let mut drafts = Vec::new();
        let labels = Labels::of(&project.catalogue);
        for (at, sheet) in book.sheets.iter().enumerate() {
            let heads = heads::find(sheet, &labels);
            let seen = SheetSeen::of(sheet, heads.is_some(), mapping, &mut intake.decisions)?;
            let is_taken = seen.is_taken == Some(true);
            intake.sheets.push(seen);
            let Some(mut heads) = heads.filter(|_| is_taken) else {
                continue;
            };
            purposes::decide(&mut heads.columns, mapping, &mut intake.decisions)?;
            let reading = Reading {
                book,
                sheet: at,
                columns: &heads.columns,
                mapping,
            };
            let rows = &sheet.rows[heads.rows.clone()];
            let rows: Vec<&Row> = rows
                .iter()
                .filter(|row| !is_heading(row, heads.name))
                .collect();
            let drafted = rows.par_iter().map(|row| reading.draft(row));
            drafts.extend(drafted.collect::<Vec<Draft>>());
        }
        for draft in &drafts {
            for (label, from, to) in &draft.decided {
                *intake
                    .counts
                    .entry((label.clone(), from.clone()))
                    .or_default() += 1;
                let key = (VALUES, label.clone(), from.clone());
                intake.decisions.insert(key, to.clone());
            }
        }
        intake.take(project, book, mapping, options, drafts)?;
        Ok(intake)
    }

    fn take(
        &mut self,
        project: &Project,
        book: &Book,
        mapping: &Mapping,
        options: Options,
        drafts: Vec<Draft>,
    ) -> Result<(), Fault> {
        let mut known = Known::of(project);
        let mut branches = Branches::of(project, mapping, options.branch);
        let mut by_id: BTreeMap<String, Vec<(String, u32)>> = BTreeMap::new();
        for draft in &drafts {
            if let Some(Ok(id)) = &draft.id {
                by_id
                    .entry(id.clone())
                    .or_default()
                    .push(place(draft, book));
            }
        }
        for draft in drafts {
            let branch = branches.of_row(draft.branch.as_deref(), &mut self.decisions)?;
            let place = place(&draft, book);
            let id = draft.id.as_ref().and_then(|id| id.as_ref().ok());
            let same = id.and_then(|id| by_id.get(id)).into_iter().flatten();
            let others: Vec<(String, u32)> =
                same.filter(|other| **other != place).cloned().collect();
            let mut row = RowTaken {
                sheet: place.0,
                number: place.1,
                name: draft.name.clone().unwrap_or_default(),
                outcome: Outcome::Refused(Refused::NoName),
                untaken: draft.untaken.clone(),
                conflicts: Vec::new(),
                differences: Vec::new(),
                missing: Vec::new(),
            };
            let target = match others.is_empty() {
                true => known.target(&draft, branch),
                false => Err(Refused::Twice(others)),
            };
            match target {
                Err(refused) => row.outcome = Outcome::Refused(refused),
                Ok(target) => {
                    let merged = merging::merge(&draft, &target, options.take);
                    let record = read(&merged.text).record;
                    let record = record.as_ref();
                    row.differences = compared::differences(project, &target, record, &draft);
                    row.missing = merging::missing(record);
                    row.conflicts = merged.conflicts;
                    row.outcome = match target.before {
                        None => Outcome::New(target.path.clone()),
                        Some(_) => Outcome::Merged(target.path.clone(), merged.changes),
                    };
                    if target.before.is_none() || merged.changes > 0 {
                        self.writes.push(Write {
                            path: project.workspace.files.root().join(&target.path),
                            before: target.before,
                            text: merged.text,
                        });
                    }
                }
            }
            self.rows.push(row);
        }
        Ok(())
    }

    /// How many rows are new, merged and refused.
    pub fn balance(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for row in &self.rows {
            counts[match row.outcome {
                Outcome::New(_) => 0,
                Outcome::Merged(..) => 1,
                Outcome::Refused(_) => 2,
            }] += 1;
        }
        counts
    }

    /// Whether every row is taken, and no question is open; where no heads were found,
    /// nothing is.
    pub fn is_whole(&self) -> bool {
        let is_open = |text: &String| text.starts_with(mapping::OPEN);
        let is_taken = |row: &RowTaken| {
            let is_refused = matches!(row.outcome, Outcome::Refused(_));
            !is_refused && row.untaken.is_empty() && row.conflicts.iter().all(|one| one.is_settled)
        };
        let sheets: BTreeSet<bool> = self
            .sheets
            .iter()
            .map(|sheet| sheet.is_taken.is_some())
            .collect();
        !sheets.contains(&false)
            && self.sheets.iter().any(|sheet| sheet.has_heads)
            && !self.decisions.values().any(is_open)
            && self.rows.iter().all(is_taken)
    }
}

/// The sheet of a row and its number, from 1.
fn place(draft: &Draft, book: &Book) -> (String, u32) {
    let sheet = book.sheets[draft.sheet].name.clone();
    (sheet, draft.row.saturating_add(1))
}

/// Whether a row repeats the heads, as they do on each page.
fn is_heading(row: &Row, name: u32) -> bool {
    row.get(name).is_some_and(heads::is_name)
}

impl SheetSeen {
    fn of(
        sheet: &sheet::Sheet,
        has_heads: bool,
        mapping: &Mapping,
        decisions: &mut Decisions,
    ) -> Result<Self, Fault> {
        let decided = mapping.get(mapping::SHEETS, &sheet.name, "");
        let is_taken = match decided {
            Some((mapping::TAKE, _)) => Some(true),
            Some((mapping::LEAVE, _)) => Some(false),
            Some((other, span)) => {
                let kind = mapping::FaultKind::NotPurpose(other.to_owned());
                return Err(mapping.at(span, kind));
            }
            None if !has_heads => Some(false),
            None if sheet.is_hidden => None,
            None => Some(true),
        };
        let answer = match is_taken {
            Some(true) => mapping::TAKE.to_owned(),
            Some(false) => mapping::LEAVE.to_owned(),
            None => draft::open(&[mapping::TAKE, mapping::LEAVE].map(str::to_owned)),
        };
        decisions.insert((mapping::SHEETS, sheet.name.clone(), String::new()), answer);
        let rows: BTreeSet<u32> = sheet.hidden_rows.iter().copied().collect();
        let columns: BTreeSet<u32> = sheet.hidden_columns.iter().copied().collect();
        let is_used = |column: &u32| sheet.rows.iter().any(|row| row.get(*column).is_some());
        let used = sheet
            .rows
            .iter()
            .map(|row| row.number)
            .filter(|row| rows.contains(row));
        Ok(Self {
            name: sheet.name.clone(),
            is_hidden: sheet.is_hidden,
            has_heads,
            is_taken: is_taken.map(|is_taken| is_taken && has_heads),
            hidden_rows: used.map(|row| row + 1).collect(),
            hidden_columns: columns
                .into_iter()
                .filter(is_used)
                .map(sheet::letters)
                .collect(),
        })
    }
}
