//! What becomes of a row.

use std::path::PathBuf;

use super::compared::Difference;
use super::draft::Untaken;
use super::merging::Conflict;
use super::values::Unusable;

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
    /// Files of others in the branch with the same name.
    pub namesakes: Vec<PathBuf>,
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
    /// There is more than a name where the name belongs.
    UnclearName,
    /// There is no ID number.
    NoId,
    /// The ID number cannot be read; where, if a cell says so.
    Id(Unusable),
    /// The check digit of the ID number, or the day of birth in it, is wrong.
    WrongId,
    /// Name and ID number stand in cells that are merged with those of the row of this
    /// number, from 1.
    Continues(u32),
    /// Other rows have this ID number: their sheets and numbers.
    Twice(Vec<(String, u32)>),
    /// Several files have this ID number.
    SeveralFiles(Vec<PathBuf>),
    /// The file with this ID number stands in another branch than the row's.
    OtherBranch(PathBuf),
    /// A file has this name, and an ID number that cannot be read.
    SameName(PathBuf),
    /// Above it, or on the sheet, another branch is named than that of the call.
    NamedAbove(String),
    /// Nothing says which branch.
    NoBranch,
    /// No branch, or several, are called so.
    UnknownBranch(String),
    /// The mapping says that the rows of this branch are not taken.
    BranchLeft(String),
    /// The call names another branch than the row.
    NotNamedBranch(String),
}

/// A row that is about nobody: the name of a group, a total, who filled in the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The sheet.
    pub sheet: String,
    /// Its number, from 1.
    pub number: u32,
    /// What it says.
    pub text: String,
}
