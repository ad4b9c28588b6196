//! Typst: world, fonts, compiling, inspection of the laid-out page, PDF.

mod faults;
mod fonts;
mod inspect;
mod pdf;
mod world;

pub use faults::TypesetFault;
pub use fonts::Fonts;
pub use inspect::{Cell, Inspected, MissingGlyphs, PageFrame, Rule, TextRun, inspect};
pub use pdf::{PdfSettings, pdf};
pub use world::{Assets, PageWorld};

use std::sync::atomic::{AtomicUsize, Ordering};

use typst_layout::PagedDocument;

/// Lays out one output.
///
/// # Errors
/// The faults of the layout, with their places in its files.
pub fn compile(world: &PageWorld<'_>) -> Result<PagedDocument, Vec<TypesetFault>> {
    let result = typst::compile::<PagedDocument>(world).output;
    result.map_err(|errors| faults::of(world, &errors))
}

/// Outputs after which the cache is looked through: each look costs as much as
/// there is in it.
const BETWEEN_LOOKS: usize = 8;

/// How many looks an entry outlives without being used.
const LOOKS: usize = 2;

/// Forgets now and then what outputs of late did not use, so that memory does
/// not grow with their number. To be called once for each output.
pub fn forget_old() {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    if MADE.fetch_add(1, Ordering::Relaxed) % BETWEEN_LOOKS == BETWEEN_LOOKS - 1 {
        comemo::evict(LOOKS);
    }
}
