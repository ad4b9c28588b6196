//! Typst: world, fonts, compiling, inspection of the laid-out page, PDF.

mod contract;
mod faults;
mod fonts;
mod inspect;
mod pdf;
mod world;

pub use contract::breaches;
pub use faults::TypesetFault;
pub use fonts::Fonts;
pub use inspect::{Cell, Inspected, MissingGlyphs, PageFrame, Rule, TextRun, inspect};
pub use pdf::{PdfSettings, pdf};
pub use world::{Assets, PageWorld};

use typst_layout::PagedDocument;

/// Lays out one output.
///
/// # Errors
/// The faults of the layout, with their places in its files.
pub fn compile(world: &PageWorld<'_>) -> Result<PagedDocument, Vec<TypesetFault>> {
    let result = typst::compile::<PagedDocument>(world).output;
    result.map_err(|errors| faults::of(world, &errors))
}

/// Forgets what the last few outputs left in the cache, so that memory does
/// not grow with their number. `threads` outputs are made at the same time.
pub fn forget_old(threads: usize) {
    comemo::evict(3 * threads.max(1));
}
