//! Makes outputs and puts them into `out/`.

use std::collections::HashSet;

use super::opening::Opening;
use super::plan::{Output, Plan};
use super::stamping::Stamping;
use super::store::{Past, Store};
use super::workers::each;
use crate::Project;
use crate::check::Diagnostic;
use crate::load::{Revision, TICK};
use crate::typeset::{self, Assets, Photos};

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

/// What outputs are made of.
#[derive(Clone, Copy)]
pub struct Making<'a> {
    /// The data, and what follows from it.
    pub project: &'a Project,
    /// Layouts and fonts.
    pub assets: &'a Assets,
    /// A hash of all that branches depend on beside data, as they were settled with.
    pub shared: &'a str,
    /// The revision of the data, where pages tell it.
    pub revision: Option<&'a Revision>,
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
    /// The paths of those written.
    pub made: Vec<String>,
    /// The paths of outputs left out because of faults, with the first error of each.
    pub left_out: Vec<(String, Option<Diagnostic>)>,
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
    making: &Making<'_>,
    plan: &Plan,
    past: Past,
    settings: Settings,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Outcome> {
    let project = making.project;
    let mut store = Store::open(past)?;
    let done = make_all(making, &plan.wanted, &store, settings, progress);
    if done.is_err() {
        store.staging.is_kept = true;
    }
    // Nothing is laid out any more: what was remembered for it makes room.
    typeset::forget_all();
    let mut outcome = Outcome {
        unchanged: plan.made,
        ..Outcome::default()
    };
    let mut staged = HashSet::new();
    let mut kept = HashSet::new();
    for (index, status, found) in done? {
        let path = plan.wanted[index].path.as_str();
        match status {
            OutputStatus::Unchanged => drop(kept.insert(path)),
            OutputStatus::Made => drop(staged.insert(path)),
            OutputStatus::MadeBefore => {
                outcome.left += 1;
                staged.insert(path);
            }
            OutputStatus::LeftOut => {
                let error = found.iter().find(|one| one.is_error()).cloned();
                outcome.left_out.push((path.to_owned(), error));
            }
        }
        outcome.found.extend(found);
    }
    outcome.unchanged += kept.len();
    let stops = |found: &Diagnostic| found.is_error() && !found.affected.is_of_forms();
    if outcome.found.iter().any(stops) && !settings.keep_going {
        return Ok(outcome);
    }
    let entries = store.staging.entries(&staged)?;
    outcome.pages = entries.iter().map(|entry| entry.pages).sum();
    outcome.written = entries.len();
    outcome.made = entries.iter().map(|entry| entry.path.clone()).collect();
    outcome.made.sort();
    let left_out = outcome.left_out.iter().map(|(path, _)| path);
    let stale = left_out.chain(&plan.left_out).chain(&plan.outdated);
    let stale = stale.cloned().collect();
    outcome.removed = store.commit(entries, plan, stale)?;
    // What was written within a tick of the clock before it is remembered would have
    // to be read again: many files are worth the wait.
    if outcome.written > MANY {
        std::thread::sleep(TICK);
    }
    kept.extend(staged);
    store.record(project, &kept)?;
    Ok(outcome)
}

/// The folder in `out/` of photos that were made smaller.
const PHOTOS: &str = ".photos";

/// So many files take longer to read than a tick of the clock.
const MANY: usize = 50;

/// What became of an output.
enum OutputStatus {
    /// It stands as it would be made.
    Unchanged,
    /// A build before this one made it and was cut off.
    MadeBefore,
    /// It was made.
    Made,
    /// Its data has faults.
    LeftOut,
}

/// Makes all outputs, branch by branch, each staged as soon as it is made. Gives what
/// became of each and what was found on its pages, in the order of the outputs.
fn make_all(
    making: &Making<'_>,
    outputs: &[Output],
    store: &Store,
    settings: Settings,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Vec<(usize, OutputStatus, Vec<Diagnostic>)>> {
    let project = making.project;
    let mut opening = Opening::of(project, making.assets, making.shared, settings.jobs);
    opening.photos = Photos::kept_in(&store.out().join(PHOTOS));
    opening.growing_in = Some(store.staging.folder().to_owned());
    opening.stamping = Stamping::telling(making.revision.cloned());
    let mut order: Vec<usize> = (0..outputs.len()).collect();
    order.sort_by_key(|index| outputs[*index].unit);
    let mut done = each(&order, settings.jobs, progress, |index, jobs| {
        let output = &outputs[*index];
        let is_there = |key: &str| {
            let store = Some(store).filter(|_| !settings.force)?;
            let unchanged = store.is_unchanged(&output.path, key);
            let left = || {
                store
                    .is_left(&output.path, key)
                    .then_some(OutputStatus::MadeBefore)
            };
            unchanged.then_some(OutputStatus::Unchanged).or_else(left)
        };
        opening.with(output, |maker| {
            let of_list = maker.keys().of_list(making, output);
            if let Some(status) = of_list.as_deref().and_then(is_there) {
                return Ok((*index, status, Vec::new()));
            }
            let given = match maker.given(output)? {
                Ok(given) => given,
                Err(found) => return Ok((*index, OutputStatus::LeftOut, found)),
            };
            let photo = given.photo.as_ref().map(|shot| &shot.digest);
            let key = of_list.unwrap_or_else(|| maker.keys().key(output, &given, photo));
            if let Some(status) = is_there(&key) {
                return Ok((*index, status, Vec::new()));
            }
            Ok(match maker.make_of(given, output, key, jobs)? {
                Ok(made) => {
                    store.staging.add(&made.entry, made.body)?;
                    (*index, OutputStatus::Made, made.found)
                }
                Err(found) => (*index, OutputStatus::LeftOut, found),
            })
        })
    })?;
    done.sort_by_key(|(index, ..)| *index);
    Ok(done)
}
