//! Pages as pictures of lines and curves, to be shown within a page of the web.

use typst_layout::PagedDocument;
use typst_svg::{SvgOptions, svg};

use super::inspect::{Inspected, inspect};
use super::world::PageWorld;
use super::{TypesetFault, compile_whole, forget};

/// The pages of an output, to be drawn.
pub struct Drawing {
    document: PagedDocument,
    /// What stands on them.
    pub inspected: Inspected,
}

impl Drawing {
    /// Lays out an output.
    ///
    /// # Errors
    /// The faults of the layout.
    pub fn of(world: &PageWorld<'_>) -> Result<Self, Vec<TypesetFault>> {
        let (document, _) = compile_whole(world)?;
        forget::laid_out(document.pages().len());
        Ok(Self {
            inspected: inspect(&document),
            document,
        })
    }

    /// SVG of a page: shapes alone, there is no text in it.
    pub fn svg(&self, page: usize) -> Option<String> {
        let page = self.document.pages().get(page)?;
        Some(svg(page, &SvgOptions::default()))
    }
}
