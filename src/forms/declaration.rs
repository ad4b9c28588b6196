//! What a form says of itself, ready for use.

use crate::expression::Expression;
use crate::model::node::Span;
use crate::model::provenance::KeyId;
use crate::tabulate::Relation;
use crate::tabulate::{Block, Condition, Population, Rows, Who};

pub use super::collation::Collation;
pub use super::document::Prose;
pub use super::points::Point;
pub use super::source::{Format, Paper, Scope, Split};

/// The declaration of a form.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// Id, as 附件1.
    pub id: String,
    /// Title.
    pub title: String,
    /// Paper.
    pub paper: Paper,
    /// For whom one output is made.
    pub scope: Scope,
    /// Which members.
    pub who: Who,
    /// The list of members of which a register has a row for each entry.
    pub entries: Option<Entries>,
    /// By what the rows of a register are sorted.
    pub sort: Vec<Order>,
    /// Whether a register is made for organisations above branches, too: then with the rows
    /// of all their branches, each of which is a group.
    pub all_levels: bool,
    /// By what the rows of a register are grouped.
    pub group: Option<Expression>,
    /// How many copies are handed in.
    pub copies: u32,
    /// How many pages the form has when nothing runs over, without the notes.
    pub pages: usize,
    /// Path of an output below `out/`, a Tera pattern of `org`, `id`, `title`
    /// and `member`.
    pub output: String,
    /// Cells of a card, all of which must be printed: `手机号码`,
    /// `家庭主要成员[].姓名`. Without them a card may have any and need have none.
    pub cells: Vec<CardCell>,
    /// Cells of a card that only some members have, or all whose names begin so.
    pub reserved: Vec<(String, Who)>,
    /// Columns of a register, or the header tree of a cross-table.
    pub columns: Vec<Column>,
    /// Rows of a cross-table.
    pub rows: Option<Rows>,
    /// Where they stand.
    pub rows_at: Span,
    /// Population of a cross-table.
    pub population: Vec<Population>,
    /// Cells above the table.
    pub head: Vec<String>,
    /// Cells below the table.
    pub foot: Vec<String>,
    /// The counts beside a cross-table, with who is counted.
    pub beside: Vec<Block<Who>>,
    /// What must hold between the figures of a cross-table.
    pub relations: Vec<Relation>,
    /// Whether its figures are handed up by themselves.
    pub handed_up: bool,
    /// Whether it has a page of notes.
    pub has_notes: bool,
    /// Whether it is made only where the round names it.
    pub is_optional: bool,
    /// Whether it prints what it says of itself.
    pub is_stamped: bool,
    /// What a document says; it counts as a table with a total alone.
    pub prose: Option<Prose>,
    /// The rows that are declared; they count in the same way.
    pub points: Option<Vec<Point>>,
}

impl Declaration {
    /// For whom one is made: a document is counted as a table is, whomever it is for.
    pub fn scope_shown(&self) -> Scope {
        match (&self.prose, &self.points) {
            (Some(prose), _) => prose.scope,
            (_, Some(_)) => Scope::Branch,
            (None, None) => self.scope,
        }
    }

    /// Whether it is a cross-table, and does not only count as one.
    pub fn is_cross_table(&self) -> bool {
        self.scope == Scope::Organisation && self.prose.is_none() && self.points.is_none()
    }
}

/// A list of members of which a register has a row for each entry.
#[derive(Clone, Debug)]
pub struct Entries {
    /// Its route.
    pub route: String,
    /// Its key.
    pub list: KeyId,
    /// Which of its entries.
    pub filter: Condition,
}

/// By what rows are sorted.
#[derive(Clone, Debug)]
pub struct Order {
    /// The value.
    pub by: Expression,
    /// Whether the greatest comes first.
    pub down: bool,
    /// The order of texts.
    pub collation: Collation,
}

/// A cell of a card.
#[derive(Clone, Debug)]
pub struct CardCell {
    /// Its name.
    pub name: String,
    /// What is printed, where the program does not know the cell.
    pub value: Option<Expression>,
    /// How it is printed.
    pub format: Option<Format>,
    /// What is said of a condition that holds, and of one that does not.
    pub own_words: Vec<String>,
}

impl CardCell {
    /// The words that a value of it may be, if they are listed.
    pub fn words<'a>(&'a self, value: &'a Expression) -> Vec<&'a str> {
        words(&self.own_words, value)
    }
}

/// The words that the value of an expression may be: a form's own, else those of the value.
pub fn words<'a>(own: &'a [String], value: &'a Expression) -> Vec<&'a str> {
    match own {
        [] => value.words(),
        own => own.iter().map(String::as_str).collect(),
    }
}

/// A column of a register, or a node of a header tree.
#[derive(Clone, Debug)]
pub struct Column {
    /// Register: the key of the value, which also names the cells.
    pub key: Option<String>,
    /// Register: what is printed, where the program does not know the key.
    pub value: Option<Expression>,
    /// Register: how the value is printed.
    pub format: Option<Format>,
    /// The head, on one line.
    pub head: String,
    /// Where the column stands: its head, else all of it.
    pub at: Span,
    /// Cross-table: the name of a leaf.
    pub name: Option<String>,
    /// Cross-table: the population of a leaf, where it is not the table's.
    pub population: Vec<Population>,
    /// Cross-table: the condition of a leaf.
    pub condition: Condition,
    /// Cross-table: the columns whose sum a leaf is.
    pub sum: Vec<String>,
    /// Cross-table: the figure of another table that a leaf shows.
    pub taken: Option<Taken>,
    /// Cross-table: the setting of the round that says whether the rows other
    /// than the total are given.
    pub split: Option<Split>,
    /// Cross-table: what stands below.
    pub children: Vec<Column>,
}

/// A figure of another table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The table's id.
    pub table: String,
    /// A column, of which it is the total, or a count beside the table.
    pub figure: String,
    /// Where it is asked for.
    pub at: Span,
}
