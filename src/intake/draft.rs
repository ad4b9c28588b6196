//! A row of a sheet as the values of a member, and what of it is not taken.

use std::sync::Arc;

use super::heading::Computed;
use super::heads::Head;
use super::mapping::OPEN;
use super::values::{Said, Unusable};
use crate::author::member::Values;

/// A cell of which nothing, or not all, is taken.
#[derive(Clone, Debug)]
pub struct Untaken {
    /// The cell: `F5`.
    pub cell: String,
    /// Its column.
    pub label: String,
    /// What stands there.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// Why nothing is taken of a cell.
#[derive(Clone, Debug)]
pub enum Why {
    /// It may mean one of these, or something else.
    Asked(Vec<String>),
    /// It cannot be taken.
    Not(Unusable),
}

/// A row, read.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The sheet, by its place in the book.
    pub sheet: usize,
    /// Its number, the first being 0.
    pub row: u32,
    /// What stands where the name belongs.
    pub called: Option<String>,
    /// The name, as far as one stands there.
    pub name: Option<String>,
    /// The number of the row, from 1, that it goes on with.
    pub continues: Option<u32>,
    /// The ID number, or why there is none.
    pub id: Option<Result<String, Unusable>>,
    /// What names the branch.
    pub branch: Option<String>,
    /// What stands above it, or is the name of the sheet: it may name a branch.
    pub above: Arc<[String]>,
    /// The values, as files have them.
    pub values: Values,
    /// What is compared.
    pub computed: Vec<(Computed, String, String)>,
    /// Cells of which not all is taken.
    pub untaken: Vec<Untaken>,
    /// What values were taken for.
    pub decided: Vec<Decided>,
    /// By what the mapping knows cells of the row: the name, and the end of the ID number.
    pub who: Option<String>,
}

/// What a value of a column was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The column.
    pub label: String,
    /// What stands there; of one cell alone, whose it is, before it.
    pub of: String,
    /// What it is taken for.
    pub to: String,
    /// Whether it is of one cell alone.
    pub is_of_cell: bool,
}

impl Draft {
    /// Notes what a value is taken for, and takes it so.
    pub fn note(&mut self, head: &Head, of: &str, to: &str, is_of_cell: bool) -> Said {
        self.decided.push(Decided {
            label: head.label.clone(),
            of: of.to_owned(),
            to: to.to_owned(),
            is_of_cell,
        });
        Said::Text(to.to_owned())
    }
}

/// The keys without which a row is nobody's.
pub const NAME: &str = "姓名";
/// See [`NAME`].
pub const ID: &str = "身份证号码";

/// What is written for a value that nobody has decided about.
pub fn open(candidates: &[String]) -> String {
    match candidates {
        [] => OPEN.to_owned(),
        candidates => format!("{OPEN}（{}）", candidates.join("、")),
    }
}
