//! A sheet before it is written: heads in their cells, rows of texts and figures.

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The name of the sheet.
    pub name: String,
    /// Its title; a roster has none.
    pub title: String,
    /// What stands above the heads.
    pub above: Vec<String>,
    /// The corner of a cross-table: what its columns and its rows are.
    pub corner: Option<[String; 2]>,
    /// The heads.
    pub heads: Vec<Head>,
    /// How many rows they take.
    pub head_rows: u32,
    /// The names of the columns, each on one line.
    pub names: Vec<String>,
    /// The widths of the columns in millimetres.
    pub widths: Vec<f64>,
    /// The rows.
    pub rows: Vec<Line>,
    /// What stands below them.
    pub below: Vec<String>,
    /// Whether the paper lies.
    pub is_landscape: bool,
}

/// A head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its first row and column, from 0.
    pub at: (u32, u16),
    /// How many rows and columns it takes.
    pub size: (u32, u16),
    /// What it says.
    pub text: String,
    /// Whether it stands upright, one character a line.
    pub is_vertical: bool,
    /// Whether no line parts it from the head to its left.
    pub is_open: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The name of the rows that follow, over all columns.
    Group(String),
    /// Texts.
    Texts(Vec<String>),
    /// The name of a row, and figures, which may be empty.
    Figures(String, Vec<String>),
}
