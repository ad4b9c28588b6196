//! What the layout engine remembers, and for how long.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How much was made since something was last forgotten: an output is 1, a page that was
/// laid out as a whole leaves as much as some.
static MADE: AtomicUsize = AtomicUsize::new(0);
/// After so many outputs of each worker the cache is looked through, which takes time
/// and holds up the others; what was not used since the look before is forgotten.
const BETWEEN: usize = 12;
/// What a whole page leaves, in outputs over layers.
const PAGE: usize = 3;

/// Notes that pages were laid out as a whole.
pub(super) fn laid_out(pages: usize) {
    MADE.fetch_add(PAGE * pages, Ordering::Relaxed);
}

/// Forgets what outputs before the last few left in the cache, so that memory does not
/// grow with their number. To be called after each output, or part of one; `threads` are
/// made at the same time.
pub fn forget_old(threads: usize) {
    let made = MADE.fetch_add(1, Ordering::Relaxed) + 1;
    if made >= BETWEEN * threads.max(1) {
        MADE.store(0, Ordering::Relaxed);
        comemo::evict(1);
    }
}

/// Forgets what parts of a list before the last one left in the cache: each leaves as much
/// as many outputs.
pub fn forget_parts() {
    MADE.store(0, Ordering::Relaxed);
    comemo::evict(1);
}

/// Forgets all that outputs left in the cache.
pub fn forget_all() {
    comemo::evict(0);
}
