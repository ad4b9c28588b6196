//! Rows that a form declares itself: in each so many members, and their names. They count
//! as the columns of a table with a total alone, and are laid out as a register.

mod filled;
pub mod source;

pub use filled::said;

use super::cells::ROWS;
use crate::expression::Expression;

/// The columns that such a form can have: what a row is about, how many members, who.
pub const COLUMNS: [&str; 3] = [LABEL, COUNT, NAMES];
const LABEL: &str = "事项";
/// The column of how many.
pub const COUNT: &str = "人数";
const NAMES: &str = "名单";

/// A declared row.
#[derive(Clone, Debug)]
pub struct Point {
    /// Its name, also that of the column in which it is counted.
    pub name: String,
    /// What the rows that stand together are called.
    pub group: Option<String>,
    /// What is said of each who is named.
    pub remarks: Vec<Expression>,
}

/// The cell of a row.
fn cell(row: usize, key: &str) -> String {
    format!("{ROWS}[{row}].{key}")
}

/// Whether a column of a row follows from the members who count in it.
pub fn is_of_members(key: &str) -> bool {
    key == COUNT || key == NAMES
}
