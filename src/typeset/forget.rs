//! What the layout engine remembers, and for how long.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Outputs made since something was last forgotten.
static MADE: AtomicUsize = AtomicUsize::new(0);
/// After so many outputs of each worker the cache is looked through, which takes time
/// and holds up the others; what was not used since the look before is forgotten.
const BETWEEN: usize = 12;

/// Forgets what outputs before the last few left in the cache, so that memory does not
/// grow with their number. To be called after each output; `threads` are made at the
/// same time.
pub fn forget_old(threads: usize) {
    let made = MADE.fetch_add(1, Ordering::Relaxed);
    if made.is_multiple_of(BETWEEN * threads.max(1)) {
        comemo::evict(1);
    }
}

/// Forgets what was not used since this was called last: after each part of a list, which
/// leaves as much as many outputs.
pub fn forget_part() {
    comemo::evict(1);
}

/// Forgets all that outputs left in the cache.
pub fn forget_all() {
    comemo::evict(0);
}
