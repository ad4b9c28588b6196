//! The pages of an output: whole ones, or values over layers.

use std::sync::Arc;

use chrono::NaiveDate;
use typst_layout::PagedDocument;

use super::inspect::{Inspected, PageFrame, inspect};
use super::layers::{Layer, NoLayer};
use super::look::Look;
use super::pdf::{self, PdfSettings, Underlay};
use super::world::PageWorld;
use super::{TypesetFault, compile_whole, forget, look};

/// Pages as laid out.
pub struct Pages {
    /// What was laid out for this output alone.
    document: PagedDocument,
    /// The layer under each page.
    layers: Vec<Option<Arc<Layer>>>,
    /// What stands on the pages, layers and values.
    pub inspected: Inspected,
}

/// Pages, with the warnings of the layout engine.
type Compiled = (Pages, Vec<TypesetFault>);

/// Lays out one output, over layers where its layout has them. Warnings of the layout
/// engine come beside it.
///
/// # Errors
/// The faults of the layout, with their places in its files.
pub fn compile(world: &PageWorld<'_>) -> Result<Compiled, Vec<TypesetFault>> {
    let (document, warnings) = compile_whole(&world.values())?;
    let inspected = inspect(&document);
    let keys = inspected.pages.iter().map(|page| page.layer.as_deref());
    let known = &world.assets.layers;
    let layout = (world.main, world.form.clone());
    let made = |key: &str| layer(&world.layer(key));
    match known.of_pages(&layout, &keys.clone().collect::<Vec<_>>(), made) {
        Ok(layers) => {
            forget::laid_out(layers.iter().filter(|layer| layer.is_none()).count());
            let pages = Pages {
                inspected: over(&layers, inspected),
                document,
                layers,
            };
            Ok((pages, warnings))
        }
        Err(faults) if faults.is_empty() => {
            known.refuse(keys.flatten().count());
            Pages::whole(world)
        }
        Err(faults) => Err(faults),
    }
}

impl Pages {
    /// Lays out one output as whole pages.
    ///
    /// # Errors
    /// As [`compile`].
    pub fn whole(world: &PageWorld<'_>) -> Result<Compiled, Vec<TypesetFault>> {
        let (document, warnings) = compile_whole(world)?;
        let pages = Self {
            layers: vec![None; document.pages().len()],
            inspected: inspect(&document),
            document,
        };
        Ok((pages, warnings))
    }

    /// Looks at the pages: what stands on their layers is known, the values are
    /// walked through.
    pub fn inspect(&self) -> Inspected {
        over(&self.layers, inspect(&self.document))
    }

    /// Writes the pages as PDF/A-2u.
    ///
    /// # Errors
    /// As [`pdf::whole`].
    pub fn pdf(
        &self,
        world: &PageWorld<'_>,
        settings: PdfSettings<'_>,
    ) -> Result<Vec<u8>, Vec<TypesetFault>> {
        let bytes = pdf::whole(world, &self.document, settings)?;
        let layers = self.layers.iter().map(Option::as_deref);
        let layers: Vec<Option<&Underlay>> = layers.map(|layer| Some(&layer?.underlay)).collect();
        if layers.iter().all(Option::is_none) {
            return Ok(bytes);
        }
        if let Some(bytes) = pdf::overlay(&bytes, &layers) {
            return Ok(bytes);
        }
        world.assets.layers.refuse(layers.iter().flatten().count());
        let (pages, _) = Self::whole(world)?;
        pdf::whole(world, &pages.document, settings)
    }

    /// How each page looks.
    pub fn looks(&self) -> Vec<Look> {
        let own = self.document.pages().iter().map(look::look);
        let looks = self.layers.iter().zip(own);
        looks
            .map(|(layer, own)| match layer {
                Some(layer) => look::over(layer.look, own),
                None => own,
            })
            .collect()
    }

    /// How many pages there are, those of notes among them.
    pub fn count(&self) -> usize {
        self.layers.len()
    }
}

/// Lays out a layer.
fn layer(world: &PageWorld<'_>) -> Result<Layer, NoLayer> {
    let (document, _) = compile_whole(world)?;
    let settings = PdfSettings {
        ident: "",
        day: NaiveDate::default(),
        keywords: "",
    };
    let bytes = pdf::whole(world, &document, settings)?;
    let underlay = Underlay::of(&bytes).ok_or_else(Vec::new)?;
    Ok(Layer {
        inspected: inspect(&document),
        look: document.pages().first().map_or(0, look::look),
        underlay,
    })
}

/// What stands on pages over layers.
fn over(layers: &[Option<Arc<Layer>>], mut values: Inspected) -> Inspected {
    for (layer, page) in layers.iter().zip(&mut values.pages) {
        let Some(Layer { inspected, .. }) = layer.as_deref() else {
            continue;
        };
        values.usual.extend(inspected.usual.clone());
        if let Some(below) = inspected.pages.first() {
            let own = std::mem::replace(page, below.clone());
            add(page, own);
        }
    }
    values
}

fn add(page: &mut PageFrame, own: PageFrame) {
    page.cells.extend(own.cells);
    page.unite_cells();
    page.texts.extend(own.texts);
    page.rules.extend(own.rules);
    page.images.extend(own.images);
    page.layer = own.layer;
}
