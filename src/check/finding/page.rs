//! Pages that break the contract (family 11, its second half).

use crate::check::registry::{OTHER_VALUE, OUTSIDE_CELL, OUTSIDE_PAGE, OVERLAP, Rule};

/// What on a page breaks the contract.
#[derive(Clone, Debug, PartialEq)]
pub struct Breach {
    /// The page, from 1.
    pub page: usize,
    /// The cell; empty outside of cells.
    pub cell: String,
    /// What is wrong.
    pub kind: BreachKind,
}

/// How a page breaks the contract.
#[derive(Clone, Debug, PartialEq)]
pub enum BreachKind {
    /// A text runs out of its cell.
    OutsideCell {
        /// The text.
        text: String,
        /// Width and height of the cell in mm.
        size: (f64, f64),
        /// Han characters that a line of it holds in this size.
        room: usize,
        /// Han characters for which this line takes room.
        count: usize,
    },
    /// A text runs off the page.
    OutsidePage {
        /// The text.
        text: String,
    },
    /// Two texts stand on the same place.
    Overlap {
        /// One of them.
        text: String,
        /// The other.
        other: String,
    },
    /// A cell prints something else than the value of its key.
    Different {
        /// What is printed.
        printed: String,
        /// The value.
        value: String,
    },
}

impl Breach {
    /// The rule that the breach belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self.kind {
            BreachKind::OutsideCell { .. } => &OUTSIDE_CELL,
            BreachKind::OutsidePage { .. } => &OUTSIDE_PAGE,
            BreachKind::Overlap { .. } => &OVERLAP,
            BreachKind::Different { .. } => &OTHER_VALUE,
        }
    }
}
