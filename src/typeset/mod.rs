//! Typst: world, fonts, compiling, inspection of the laid-out page, PDF.

mod contract;
mod faults;
pub mod fonts;
pub mod grid;
mod inspect;
mod layers;
mod pages;
mod paper;
mod pdf;
mod photos;
mod pictures;
mod png;
pub mod probe;
mod values;
mod world;

pub use contract::{Contract, breaches};
pub use faults::TypesetFault;
pub use fonts::Fonts;
pub use inspect::{Area, Cell, Inspected, MissingGlyphs, PageFrame, Picture, Rule, TextRun};
pub use pages::Pages;
pub use pdf::{PdfSettings, pdf};
pub use photos::Photos;
pub use png::png;
pub use world::{Assets, PageWorld};

use typst_layout::PagedDocument;

/// Lays out one output. Warnings of the layout engine come beside it.
///
/// # Errors
/// The faults of the layout, with their places in its files.
pub fn compile(world: &PageWorld<'_>) -> Result<(Pages, Vec<TypesetFault>), Vec<TypesetFault>> {
    Pages::of(world)
}

/// Lays out what a world asks for.
fn compile_whole(
    world: &PageWorld<'_>,
) -> Result<(PagedDocument, Vec<TypesetFault>), Vec<TypesetFault>> {
    let compiled = typst::compile::<PagedDocument>(world);
    let warnings = faults::of(world, &compiled.warnings);
    match compiled.output {
        Ok(document) => Ok((document, warnings)),
        Err(errors) => Err(faults::of(world, &errors)),
    }
}

/// Forgets all that outputs left in the cache.
pub fn forget_all() {
    comemo::evict(0);
}

/// Forgets what the last few outputs left in the cache, so that memory does
/// not grow with their number. `threads` outputs are made at the same time.
pub fn forget_old(threads: usize) {
    comemo::evict(3 * threads.max(1));
}
