//! Pages that break the contract (family 11, its second half).

use crate::check::registry::{
    COARSE_PICTURE, CUT_OFF, FOREIGN_FONT, OTHER_VALUE, OUTSIDE_CELL, OUTSIDE_PAGE, OVERLAP,
    PAGE_COUNT, PAPER, SHRUNK, STRETCHED_PICTURE, UNKNOWN_CELL, UNPRINTED,
};
use crate::check::rule::Rule;

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
    /// A part of a text is cut off.
    Cut {
        /// The text.
        text: String,
    },
    /// A cell prints something else than the value of its key.
    Different {
        /// What is printed.
        printed: String,
        /// The value.
        value: String,
    },
    /// A cell of the form is not on its pages.
    Unprinted,
    /// A cell that the form does not have; the name most like it.
    UnknownCell(Option<String>),
    /// A page of another size than the form says. Width and height in mm.
    Paper {
        /// What the page is.
        found: (f64, f64),
        /// What it should be.
        expected: (f64, f64),
    },
    /// More or fewer pages than the form says, without those of its notes.
    PageCount {
        /// How many there are.
        found: usize,
        /// How many there should be.
        expected: usize,
        /// Whether more would do.
        or_more: bool,
    },
    /// More or fewer pages of notes than the form says.
    NotesCount {
        /// How many there are.
        found: usize,
    },
    /// A page of the form on which no cell stands.
    NoCell,
    /// A picture with too few dots for its size.
    CoarsePicture {
        /// Width and height in mm.
        size: (f64, f64),
        /// Dots an inch.
        dpi: u32,
    },
    /// A picture that is printed wider or narrower than it is.
    StretchedPicture {
        /// Width by height as printed.
        printed: f64,
        /// Width by height of the file.
        own: f64,
    },
    /// A text in a font that stands for none of the roles.
    ForeignFont {
        /// The text.
        text: String,
        /// The family.
        family: String,
    },
    /// Values in smaller type than usual.
    Shrunk {
        /// The cells with their size in pt.
        cells: Vec<(String, f64)>,
        /// The usual size in pt.
        usual: f64,
    },
}

impl Breach {
    /// The rule that the breach belongs to.
    pub fn rule(&self) -> &'static Rule {
        match self.kind {
            BreachKind::OutsideCell { .. } => &OUTSIDE_CELL,
            BreachKind::OutsidePage { .. } => &OUTSIDE_PAGE,
            BreachKind::Overlap { .. } => &OVERLAP,
            BreachKind::Cut { .. } => &CUT_OFF,
            BreachKind::Different { .. } => &OTHER_VALUE,
            BreachKind::Unprinted => &UNPRINTED,
            BreachKind::UnknownCell(_) => &UNKNOWN_CELL,
            BreachKind::Paper { .. } => &PAPER,
            BreachKind::PageCount { .. } | BreachKind::NotesCount { .. } | BreachKind::NoCell => {
                &PAGE_COUNT
            }
            BreachKind::CoarsePicture { .. } => &COARSE_PICTURE,
            BreachKind::StretchedPicture { .. } => &STRETCHED_PICTURE,
            BreachKind::ForeignFont { .. } => &FOREIGN_FONT,
            BreachKind::Shrunk { .. } => &SHRUNK,
        }
    }
}
