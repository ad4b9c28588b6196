//! Layers: what on a page is the same for all members, laid out once.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use typst::foundations::Bytes;
use typst::syntax::FileId;

use super::faults::TypesetFault;
use super::inspect::Inspected;
use super::look::Look;
use super::pdf::Underlay;

/// A layer of one page.
pub struct Layer {
    /// What stands on it.
    pub inspected: Inspected,
    /// How it looks.
    pub look: Look,
    /// What of it goes into files.
    pub underlay: Underlay,
}

/// A layout and its declaration.
pub type Layout = (FileId, Bytes);

/// Why a layer cannot be had: faults of its layout; none if only its file is such
/// that it cannot stand under others.
pub type NoLayer = Vec<TypesetFault>;

/// A layer that is being made or was made.
type Slot = Arc<OnceLock<Result<Arc<Layer>, NoLayer>>>;

/// The layers that outputs have needed so far.
#[derive(Default)]
pub struct Layers {
    known: Mutex<HashMap<(Layout, String), Slot>>,
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

    fn place(&self, layout: &Layout, key: &str) -> Slot {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (layout.clone(), key.to_owned());
        Arc::clone(known.entry(key).or_default())
    }

    /// The layers of all pages of an output of a layout, by their keys. Those that nobody
    /// has needed yet are made at the same time, so that the first output is there soon;
    /// whoever needs one at the same time waits for it.
    pub fn of_pages(
        &self,
        layout: &Layout,
        keys: &[Option<&str>],
        made: impl Fn(&str) -> Result<Layer, NoLayer> + Sync,
    ) -> Result<Vec<Option<Arc<Layer>>>, NoLayer> {
        let get = |key: &str| {
            let place = self.place(layout, key);
            place.get_or_init(|| made(key).map(Arc::new)).clone()
        };
        let is_missing = |key: &&str| self.place(layout, key).get().is_none();
        let missing: Vec<&str> = keys.iter().copied().flatten().filter(is_missing).collect();
        if missing.len() > 1 {
            std::thread::scope(|scope| {
                for key in missing {
                    scope.spawn(move || get(key).is_ok());
                }
            });
        }
        let layer = |key: &Option<&str>| key.map(get).transpose();
        keys.iter().map(layer).collect()
    }
}
