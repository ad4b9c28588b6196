//! Typst: world, fonts, compiling, inspection of the laid-out page, PDF.

mod area;
mod breach;
mod contract;
mod drawing;
mod faults;
pub mod fonts;
mod forget;
pub mod grid;
mod inspect;
mod layers;
mod look;
mod numbers;
mod pages;
mod paper;
mod pdf;
mod photos;
mod pictures;
mod png;
pub mod probe;
mod struck;
mod values;
mod world;

pub use breach::{Breach, Contract};
pub use contract::breaches;
pub use drawing::Drawing;
pub use faults::TypesetFault;
pub use fonts::Fonts;
pub use forget::{forget_all, forget_old, forget_parts};
pub use inspect::{Area, Cell, Inspected, PageFrame, Stroke, TextRun};
pub use look::Look;
pub use pages::{Pages, compile};
pub use pdf::{Joined, PdfSettings, identity, identity_in};
pub use photos::Photos;
pub use png::png;
pub use world::{Assets, PageWorld};

use typst_layout::PagedDocument;

/// Lays out what a world asks for.
fn compile_whole(
    world: &PageWorld<'_>,
) -> Result<(PagedDocument, Vec<TypesetFault>), Vec<TypesetFault>> {
    let compiled = typst::compile::<PagedDocument>(world);
    let faults = |found: &[_]| world.faults(found);
    let document = compiled.output.map_err(|errors| faults(&errors))?;
    Ok((document, faults(&compiled.warnings)))
}
