//! Pages as pictures of lines and curves, to be shown within a page of the web.

use typst_svg::{SvgOptions, svg};

use super::inspect::{PageFrame, inspect};
use super::world::PageWorld;
use super::{TypesetFault, compile_whole, forget};

/// A page, drawn.
pub struct Drawing {
    /// What stands on it.
    pub frame: PageFrame,
    /// SVG of shapes alone: there is no text in it.
    pub svg: String,
}

/// Draws all pages of an output, one after the other.
///
/// # Errors
/// The faults of the layout.
pub fn drawings(
    world: &PageWorld<'_>,
) -> Result<impl Iterator<Item = Drawing> + use<>, Vec<TypesetFault>> {
    let (document, _) = compile_whole(world)?;
    let inspected = inspect(&document);
    forget::laid_out(document.pages().len());
    let frames = inspected.pages.into_iter().enumerate();
    Ok(frames.map(move |(at, frame)| Drawing {
        svg: svg(&document.pages()[at], &SvgOptions::default()),
        frame,
    }))
}
