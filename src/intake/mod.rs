//! Sheets from outside to members' files: what is read, what each column and value is
//! taken for, and what becomes of each row. Nothing is guessed that is not told, and rows
//! balance: those read are those written, merged and refused.

mod branches;
mod compared;
mod days;
mod draft;
pub mod heading;
mod heads;
mod known;
mod labels;
pub mod mapping;
mod meaning;
mod merging;
mod naming;
mod outcome;
mod purposes;
mod reading;
mod remark;
mod seen;
pub mod sheet;
mod texts;
mod values;

pub use branches::is_branch;
pub use compared::{Difference, here, latest};
pub use draft::{Untaken, Why};
pub use merging::Conflict;
pub use outcome::{Outcome, Refused, Remark, RowTaken};
pub use seen::SheetSeen;
pub use values::Unusable;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::Project;
use crate::author::Write;
use crate::author::member::read;
use crate::model::handle::UnitId;
use branches::Branches;
use draft::Draft;
use known::Known;
use labels::Labels;
use mapping::{Decisions, Fault, Mapping, VALUES};
use reading::Reading;
use remark::Kind;
use sheet::Book;

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
pub struct Options<'a> {
    /// The name of the book's file.
    pub file: &'a str,
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
    /// Decisions about values that are of one cell alone.
    pub of_cells: BTreeSet<(String, String)>,
    /// Each row that was read.
    pub rows: Vec<RowTaken>,
    /// Rows that are about nobody.
    pub remarks: Vec<Remark>,
    /// The files to be written.
    pub writes: Vec<Write>,
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
        options: Options<'_>,
    ) -> Result<Self, Fault> {
        let mut intake = Self::default();
        let mut drafts = Vec::new();
        let labels = Labels::of(&project.catalogue);
        for (at, sheet) in book.sheets.iter().enumerate() {
            let all = heads::all(sheet, &labels);
            let of = (options.file, sheet);
            let seen = SheetSeen::of(of, &all, mapping, &mut intake.decisions)?;
            let is_read = seen.is_read();
            intake.sheets.push(seen);
            for mut heads in all.into_iter().filter(|_| is_read) {
                purposes::decide(&mut heads.columns, mapping, &mut intake.decisions)?;
                let reading = Reading {
                    book,
                    sheet: at,
                    columns: &heads.columns,
                    mapping,
                };
                let titles = remark::above(sheet, heads.rows.start);
                let mut above: Arc<[String]> = titles.clone().into();
                let mut rows = Vec::new();
                for row in heads.rows.clone() {
                    let kind = remark::kind(sheet, row, &heads.columns);
                    let row = &sheet.rows[row];
                    if let Kind::Remark(text) = &kind {
                        above = std::iter::once(text).chain(&titles).cloned().collect();
                        intake.remarks.push(Remark {
                            sheet: sheet.name.clone(),
                            number: row.number.saturating_add(1),
                            text: text.clone(),
                        });
                    }
                    rows.push((row, kind, Arc::clone(&above)));
                }
                let drafted = rows.par_iter().filter_map(|(row, kind, above)| {
                    let draft = match kind {
                        Kind::Person => reading.draft(row),
                        Kind::Continued(of) => reading.continued(row, *of),
                        Kind::Nothing | Kind::Remark(_) => return None,
                    };
                    let above = Arc::clone(above);
                    Some(Draft { above, ..draft })
                });
                drafts.extend(drafted.collect::<Vec<Draft>>());
            }
        }
        for one in drafts.iter().flat_map(|draft| &draft.decided) {
            let of = (one.label.clone(), one.of.clone());
            *intake.counts.entry(of.clone()).or_default() += 1;
            let key = (VALUES, one.label.clone(), one.of.clone());
            intake.decisions.insert(key, one.to.clone());
            if one.is_of_cell {
                intake.of_cells.insert(of);
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
        options: Options<'_>,
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
            let (own, above) = (draft.branch.as_deref(), &draft.above);
            let branch = branches.of_row(own, above, &mut self.decisions)?;
            let place = place(&draft, book);
            let id = draft.id.as_ref().and_then(|id| id.as_ref().ok());
            let same = id.and_then(|id| by_id.get(id)).into_iter().flatten();
            let others: Vec<(String, u32)> =
                same.filter(|other| **other != place).cloned().collect();
            let mut row = RowTaken {
                sheet: place.0,
                number: place.1,
                name: draft.called.clone().unwrap_or_default(),
                outcome: Outcome::Refused(Refused::NoName),
                untaken: draft.untaken.clone(),
                conflicts: Vec::new(),
                differences: Vec::new(),
                missing: Vec::new(),
                namesakes: Vec::new(),
            };
            let target = match (draft.continues, others.is_empty()) {
                (Some(row), _) => Err(Refused::Continues(row)),
                (None, true) => known.target(&draft, branch),
                (None, false) => Err(Refused::Twice(others)),
            };
            match target {
                Err(refused) => row.outcome = Outcome::Refused(refused),
                Ok(target) => {
                    let merged = merging::merge(&draft, &target, options.take);
                    let file = read(&merged.text);
                    let record = file.record.as_ref();
                    row.differences = compared::differences(project, &target, record, &draft);
                    row.missing = merging::missing(&file);
                    row.namesakes = known.namesakes(&draft, &target);
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

    /// Whether every row is taken or decided on, and no question is open; where no heads
    /// were found, nothing is.
    pub fn is_whole(&self) -> bool {
        let is_open = |text: &String| text.starts_with(mapping::OPEN);
        let is_taken = |row: &RowTaken| {
            let is_left = matches!(row.outcome, Outcome::Refused(Refused::BranchLeft(_)));
            let is_refused = matches!(row.outcome, Outcome::Refused(_));
            (is_left || !is_refused)
                && row.untaken.is_empty()
                && row.conflicts.iter().all(|one| one.is_settled)
        };
        self.sheets.iter().all(SheetSeen::is_settled)
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
