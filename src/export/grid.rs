//! A sheet before it is written: heads in their cells, rows of texts and figures.

use crate::model::scalars::Amount;
use crate::model::value::Scalar as _;

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// What it is of, by which the worksheet is called.
    pub name: String,
    /// The number of the form, at the top; a roster has none, as it stands on no paper.
    pub number: String,
    /// Its title; a roster has none.
    pub title: String,
    /// The line above one of several tables.
    pub own_title: String,
    /// What stands above the heads, side by side.
    pub above: Vec<Beside>,
    /// The corner of a cross-table: what its columns and its rows are.
    pub corner: Option<[String; 2]>,
    /// The heads.
    pub heads: Vec<Head>,
    /// The heights of their rows, in points.
    pub head_rows: Vec<f64>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Line>,
    /// The least height of a row, in points.
    pub least: f64,
    /// What stands below them, line by line.
    pub below: Vec<String>,
    /// What stands below that, side by side.
    pub foot: Vec<Beside>,
    /// The size of the type in the table, in points.
    pub size: f64,
    /// Whether it stands on one page, whatever it has.
    pub is_one_page: bool,
    /// Whether the paper lies.
    pub is_landscape: bool,
}

/// What stands beside others above or below a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// What it says.
    pub text: String,
    /// Where it begins, in parts of the width.
    pub from: f64,
    /// Whether it ends where the table ends.
    pub is_right: bool,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its name, on one line.
    pub name: String,
    /// Its width in millimetres.
    pub width: f64,
    /// Whether it holds running text, which begins at the left.
    pub is_running: bool,
    /// Whether it holds sums of money or counts, which are added up.
    pub is_number: bool,
}

/// A head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its first row and column, from 0.
    pub at: (u32, u16),
    /// How many rows and columns it takes.
    pub size: (u32, u16),
    /// What it says, line by line.
    pub text: String,
    /// Whether no line parts it from the head to its left.
    pub is_open: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The numbers of the columns, which belong to the heads.
    Numbers(Vec<String>),
    /// The name of the rows that follow, over all columns.
    Group(String),
    /// What a register of nobody says, over all columns.
    Said(String),
    /// To be filled in by hand.
    Empty,
    /// Texts.
    Texts(Vec<String>),
    /// The name of a row, and figures, which may be empty.
    Figures(String, Vec<String>),
}

impl Grid {
    /// Whether it stands on paper, too.
    pub fn is_of_paper(&self) -> bool {
        !self.number.is_empty()
    }

    /// The widths of some columns together, in millimetres.
    pub fn width(&self, first: u16, count: u16) -> f64 {
        let columns = self.columns.iter().skip(first.into()).take(count.into());
        columns.map(|column| column.width).sum()
    }
}

impl Column {
    /// The figure that a text in it plainly is, and how many decimals it has.
    pub fn figure(&self, text: &str) -> Option<(f64, usize)> {
        if !self.is_number || text.len() > 1 && text.starts_with('0') && !text.starts_with("0.") {
            return None;
        }
        let decimals = text.split_once('.').map_or(0, |(_, after)| after.len());
        // What is spelled otherwise stays as it is.
        let amount = Amount::read(text).ok().filter(|_| text.is_ascii())?;
        Some((amount.fen as f64 / 100.0, decimals))
    }
}
