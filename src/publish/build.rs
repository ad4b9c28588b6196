//! Makes outputs and puts them into `out/`.

use std::path::Path;

use super::OUT;
use super::key::Keys;
use super::make::{Kept, Maker, Making, Old};
use super::manifest::Entry;
use super::plan::{Output, Plan};
use super::store::Store;
use super::workers::each;
use crate::check::Diagnostic;

/// How a build goes.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Threads that make outputs.
    pub jobs: usize,
    /// Whether outputs without faults are written although others have some.
    pub keep_going: bool,
    /// Whether outputs are made again that are made of the same as before.
    pub force: bool,
}

/// What a build did.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Outputs written.
    pub written: usize,
    /// Their pages.
    pub pages: usize,
    /// Outputs that stayed as they are, as what they are made of has not changed.
    pub unchanged: usize,
    /// Outputs that a build before this one had made when it was cut off; they are
    /// among those written.
    pub left: usize,
    /// Old outputs removed.
    pub removed: usize,
    /// Outputs left out because of faults.
    pub left_out: usize,
    /// Faults found while pages were made.
    pub found: Vec<Diagnostic>,
}

/// Makes the outputs and puts them into `out/`. Nothing is written where a
/// fault of the data is found, unless the build keeps going; then the outputs
/// that have faults are left out, and what stood in `out/` for them stays. So it
/// is with the outputs of a form whose layout is at fault.
///
/// # Errors
/// Where the machine fails: disk, permissions. What was made until then stays
/// beside `out/`'s files for the next build.
pub fn build(
    maker: &Maker<'_>,
    plan: &Plan,
    root: &Path,
    settings: Settings,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Outcome> {
    let mut store = Store::open(&root.join(OUT))?;
    let done = make_all(maker, &plan.wanted, &store, settings, progress);
    if done.is_err() {
        store.keep();
    }
    let mut outcome = Outcome::default();
    let mut entries = Vec::new();
    for (_, done) in done? {
        match done {
            Done::Unchanged => outcome.unchanged += 1,
            Done::Left(entry) => {
                outcome.left += 1;
                entries.push(entry);
            }
            Done::Made(entry, found) => {
                entries.push(entry);
                outcome.found.extend(found);
            }
            Done::Faulty(found) => {
                outcome.left_out += 1;
                outcome.found.extend(found);
            }
        }
    }
    let stops = |found: &Diagnostic| found.is_error() && !found.concern.is_of_forms();
    if outcome.found.iter().any(stops) && !settings.keep_going {
        return Ok(outcome);
    }
    outcome.pages = entries.iter().map(|entry| entry.pages).sum();
    outcome.written = entries.len();
    outcome.removed = store.commit(entries, plan)?;
    store.remember()?;
    Ok(outcome)
}

/// What became of an output.
enum Done {
    Unchanged,
    Left(Entry),
    /// With warnings about its pages.
    Made(Entry, Vec<Diagnostic>),
    Faulty(Vec<Diagnostic>),
}

/// Makes all outputs, each staged as soon as it is made.
fn make_all(
    maker: &Maker<'_>,
    outputs: &[Output],
    store: &Store,
    settings: Settings,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Vec<(usize, Done)>> {
    let find = |path: &str, key: &str| {
        if settings.force {
            Kept::Nothing
        } else if store.is_unchanged(path, key) {
            Kept::Same
        } else {
            store.left(path, key).map_or(Kept::Nothing, Kept::Left)
        }
    };
    let old = Old {
        keys: Keys::of(maker.catalogue, maker.assets),
        find: &find,
    };
    each(outputs, settings.jobs, progress, |_, output, jobs| {
        Ok(match maker.make_changed(output, jobs, Some(&old))? {
            Making::Made(made) => Done::Made(store.stage(&made)?, made.found),
            Making::Left(entry) => Done::Left(entry),
            Making::Unchanged => Done::Unchanged,
            Making::Faulty(found) => Done::Faulty(found),
        })
    })
}
