//! Layouts, held against the data without any member, and fonts (family 11).

use crate::check::registry::{FONT_FILE, GRID, KEY_UNPRINTED, LAYOUT_WARNING, UNNAMED_CELL};
use crate::check::rule::Rule;

/// What is wrong with a layout or a font.
#[derive(Clone, Debug, PartialEq)]
pub enum LayoutFinding {
    /// The value of a key is printed outside of every named cell.
    Unnamed {
        /// The form.
        form: String,
        /// The cell that should hold it.
        cell: String,
    },
    /// A key that must be given is printed by no form.
    KeyUnprinted(&'static str),
    /// A line that the form's grid has is not on the page, or one is there that
    /// the grid does not have.
    Grid {
        /// The page, from 1.
        page: usize,
        /// Whether it is missing rather than too much.
        missing: bool,
        /// Whether it lies rather than stands.
        lies: bool,
        /// Where, across its direction, in mm.
        at: f64,
        /// From and to, along its direction, in mm.
        along: (f64, f64),
        /// The nearest line of the other side, across its direction, in mm.
        nearest: Option<f64>,
    },
    /// A warning of the layout engine, in its words.
    Warning(String),
    /// A file that is no font, or cannot be read.
    FontFile,
}

impl LayoutFinding {
    /// The rule that a finding belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Unnamed { .. } => &UNNAMED_CELL,
            Self::KeyUnprinted(_) => &KEY_UNPRINTED,
            Self::Grid { .. } => &GRID,
            Self::Warning(_) => &LAYOUT_WARNING,
            Self::FontFile => &FONT_FILE,
        }
    }
}
