//! Layers: what on a page is the same for all members, laid out once.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use chrono::NaiveDate;
use typst::foundations::Bytes;
use typst::syntax::FileId;

use super::inspect::{Inspected, inspect};
use super::pdf::{self, PdfSettings, Underlay};
use super::world::PageWorld;
use super::{TypesetFault, compile_whole};

/// A layer of one page.
pub struct Layer {
    /// What stands on it.
    pub inspected: Inspected,
    /// What of it goes into files.
    pub underlay: Underlay,
}

/// The layout, its declaration, and the key of a layer.
type Key = (FileId, Bytes, String);

/// Why a layer cannot be had: faults of its layout; none if only its file is such
/// that it cannot stand under others.
pub type NoLayer = Vec<TypesetFault>;

/// A layer that is being made or was made.
type Slot = Arc<OnceLock<Result<Arc<Layer>, NoLayer>>>;

/// The layers that outputs have needed so far.
#[derive(Default)]
pub struct Layers {
    known: Mutex<HashMap<Key, Slot>>,
    refused: AtomicUsize,
}

impl Layers {
    /// Counts pages that have a layer and could not be laid over it: they were made
    /// whole, which is right but slow. There should be none.
    pub fn refuse(&self, pages: usize) {
        self.refused.fetch_add(pages, Ordering::Relaxed);
    }

    /// How many these are.
    pub fn refused(&self) -> usize {
        self.refused.load(Ordering::Relaxed)
    }

    fn place(&self, world: &PageWorld<'_>, key: &str) -> Slot {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (world.main, world.form.clone(), key.to_owned());
        Arc::clone(known.entry(key).or_default())
    }

    /// The layer of a key for the layout of a world.
    fn get(&self, world: &PageWorld<'_>, key: &str) -> Result<Arc<Layer>, NoLayer> {
        let place = self.place(world, key);
        // Whoever needs it at the same time waits for it; other layers don't.
        place.get_or_init(|| made(&world.layer(key))).clone()
    }

    /// The layers of all pages of an output. Those that nobody has needed yet are made
    /// at the same time, so that the first output is there soon.
    pub fn of_pages(
        &self,
        world: &PageWorld<'_>,
        keys: &[Option<&str>],
    ) -> Result<Vec<Option<Arc<Layer>>>, NoLayer> {
        let is_missing = |key: &&str| self.place(world, key).get().is_none();
        let missing: Vec<&str> = keys.iter().copied().flatten().filter(is_missing).collect();
        if missing.len() > 1 {
            std::thread::scope(|scope| {
                for key in missing {
                    scope.spawn(move || self.get(world, key).is_ok());
                }
            });
        }
        let layer = |key: &Option<&str>| key.map(|key| self.get(world, key)).transpose();
        keys.iter().map(layer).collect()
    }
}

fn made(world: &PageWorld<'_>) -> Result<Arc<Layer>, NoLayer> {
    let (document, _) = compile_whole(world)?;
    let settings = PdfSettings {
        ident: "",
        day: NaiveDate::default(),
    };
    let bytes = pdf::whole(world, &document, settings)?;
    let underlay = Underlay::of(&bytes).ok_or_else(Vec::new)?;
    Ok(Arc::new(Layer {
        inspected: inspect(&document),
        underlay,
    }))
}
