//! Which outputs are wanted, and their files: written whole or not at all.

mod broken;
mod concern;
mod key;
mod make;
mod manifest;
mod plan;
mod proofread;
mod store;
mod trace;

pub use concern::concerns;
pub use key::Keys;
pub use make::{Made, Maker, Making, Old};
pub use manifest::{Entry, MANIFEST, Manifest};
pub use plan::{Output, Plan, Selection};
pub use proofread::GRID;
pub use store::Store;
pub use trace::{Place, Printed, tree};

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::check::Diagnostic;

/// The folder of outputs in a workspace.
pub const OUT: &str = "out";

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
/// Where the machine fails: disk, permissions.
pub fn build(
    maker: &Maker<'_>,
    plan: &Plan,
    root: &Path,
    settings: Settings,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Outcome> {
    let mut store = Store::open(&root.join(OUT))?;
    let made = make_all(maker, &plan.wanted, &store, settings, progress)?;
    let mut outcome = Outcome::default();
    let mut entries = Vec::new();
    for (index, made) in made {
        match made {
            Ok((None, _)) => outcome.unchanged += 1,
            Ok((Some(entry), found)) => {
                entries.push((index, entry));
                outcome.found.extend(found);
            }
            Err(found) => {
                outcome.left_out += 1;
                outcome.found.extend(found);
            }
        }
    }
    let stops = |found: &Diagnostic| found.is_error() && !found.concern.is_of_forms();
    if outcome.found.iter().any(stops) && !settings.keep_going {
        return Ok(outcome);
    }
    outcome.pages = entries.iter().map(|(_, entry)| entry.pages).sum();
    outcome.written = entries.len();
    outcome.removed = store.commit(entries, plan)?;
    Ok(outcome)
}

/// An output's entry with warnings about its pages, no entry if it stays as it is,
/// or the faults that keep it from being made.
type MadeOrFaults = Result<(Option<Entry>, Vec<Diagnostic>), Vec<Diagnostic>>;

/// Makes all outputs, each staged as soon as it is made.
fn make_all(
    maker: &Maker<'_>,
    outputs: &[Output],
    store: &Store,
    settings: Settings,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Vec<(usize, MadeOrFaults)>> {
    let old = Old {
        keys: Keys::of(maker.catalogue, maker.assets),
        is_unchanged: &|path, key| !settings.force && store.is_unchanged(path, key),
    };
    each(outputs, settings.jobs, progress, |index, output, jobs| {
        Ok(match maker.make_changed(output, jobs, Some(&old))? {
            Making::Made(made) => Ok((Some(store.stage(index, &made)?), made.found)),
            Making::Unchanged => Ok((None, Vec::new())),
            Making::Faulty(found) => Err(found),
        })
    })
}

/// Lays out all outputs and looks at their pages; writes nothing. The findings
/// stand in the order of the outputs.
///
/// # Errors
/// Where the machine fails.
pub fn proof(
    maker: &Maker<'_>,
    outputs: &[Output],
    jobs: usize,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Vec<Diagnostic>> {
    let found = each(outputs, jobs, progress, |_, output, jobs| {
        maker.proof(output, jobs)
    })?;
    Ok(found.into_iter().flat_map(|(_, found)| found).collect())
}

/// Works on all outputs with worker threads that take them from a shared
/// counter. Each worker is a thread pool of its own, so that the PDF writer's
/// waits never start another output. The work is told how many work.
fn each<T: Send>(
    outputs: &[Output],
    jobs: usize,
    progress: &(dyn Fn(usize) + Sync),
    work: impl Fn(usize, &Output, usize) -> std::io::Result<T> + Sync,
) -> std::io::Result<Vec<(usize, T)>> {
    let jobs = jobs.clamp(1, outputs.len().max(1));
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(outputs.len()));
    let failure: Mutex<Option<std::io::Error>> = Mutex::new(None);
    let worker = || {
        while let Some((index, output)) = take(&next, outputs) {
            if lock(&failure).is_some() {
                return;
            }
            match work(index, output, jobs) {
                Ok(result) => lock(&results).push((index, result)),
                Err(error) => {
                    lock(&failure).get_or_insert(error);
                }
            }
            progress(1);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                let pool = rayon::ThreadPoolBuilder::new()
                    .num_threads(1)
                    .use_current_thread()
                    .build();
                match pool {
                    Ok(pool) => pool.install(worker),
                    Err(error) => {
                        lock(&failure).get_or_insert(std::io::Error::other(error));
                    }
                }
            });
        }
    });
    if let Some(error) = lock(&failure).take() {
        return Err(error);
    }
    let mut results = std::mem::take(&mut *lock(&results));
    results.sort_by_key(|(index, _)| *index);
    Ok(results)
}

fn take<'a>(next: &AtomicUsize, outputs: &'a [Output]) -> Option<(usize, &'a Output)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    outputs.get(index).map(|output| (index, output))
}

/// A lock that a panicking thread left behind is still good: every value under
/// it is whole.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
