//! Makes outputs and puts them into `out/`.

use std::collections::HashSet;

use super::OUT;
use super::key::Keys;
use super::make::{Fate, Kept, Maker, Old};
use super::plan::{Output, Plan};
use super::store::{Past, Store};
use super::workers::each;
use crate::Project;
use crate::check::Diagnostic;
use crate::load::TICK;
use crate::settle::Windows;
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
    making: &Making<'_>,
    plan: &Plan,
    past: Past,
    settings: Settings,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Outcome> {
    let project = making.project;
    let mut store = Store::open(&project.workspace.root.join(OUT), past)?;
    let done = make_all(making, &plan.wanted, &store, settings, progress);
    if done.is_err() {
        store.keep();
    }
    // Nothing is laid out any more: what was remembered for it makes room.
    typeset::forget_all();
    let mut outcome = Outcome {
        unchanged: plan.made,
        ..Outcome::default()
    };
    let mut staged = HashSet::new();
    let mut kept = HashSet::new();
    for (index, done) in done? {
        let path = plan.wanted[index].path.as_str();
        match done {
            Done::Unchanged => drop(kept.insert(path)),
            Done::Left => {
                outcome.left += 1;
                staged.insert(path);
            }
            Done::Made(found) => {
                staged.insert(path);
                outcome.found.extend(found);
            }
            Done::Faulty(found) => {
                outcome.left_out += 1;
                outcome.found.extend(found);
            }
        }
    }
    outcome.unchanged += kept.len();
    let stops = |found: &Diagnostic| found.is_error() && !found.concern.is_of_forms();
    if outcome.found.iter().any(stops) && !settings.keep_going {
        return Ok(outcome);
    }
    let entries = store.staged(&staged)?;
    outcome.pages = entries.iter().map(|entry| entry.pages).sum();
    outcome.written = entries.len();
    outcome.removed = store.commit(entries, plan)?;
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
enum Done {
    Unchanged,
    Left,
    /// With warnings about its pages.
    Made(Vec<Diagnostic>),
    Faulty(Vec<Diagnostic>),
}

/// Makes all outputs, branch by branch, each staged as soon as it is made.
fn make_all(
    making: &Making<'_>,
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
        } else if store.is_left(path, key) {
            Kept::Left
        } else {
            Kept::Nothing
        }
    };
    let Making {
        project,
        assets,
        shared,
    } = *making;
    let old = Old {
        keys: Keys::of(&project.catalogue, assets),
        find: &find,
    };
    let photos = Photos::kept_in(&project.workspace.root.join(OUT).join(PHOTOS));
    let windows = Windows::of(project, shared, settings.jobs);
    let mut order: Vec<usize> = (0..outputs.len()).collect();
    order.sort_by_key(|index| outputs[*index].unit);
    let done = each(&order, settings.jobs, progress, |index, jobs| {
        let output = &outputs[*index];
        let window = output
            .unit
            .map(|unit| windows.get(unit))
            .transpose()?
            .flatten();
        let mut maker = Maker {
            photos: photos.clone(),
            ..Maker::of(project, assets)
        };
        if let Some(window) = &window {
            maker.source.workspace = &window.workspace;
            maker.source.derived = &window.derived;
            maker.source.rosters = &window.rosters;
        }
        let done = match maker.make_changed(output, jobs, Some(&old))? {
            Fate::Made(made) => {
                store.stage(&made)?;
                Done::Made(made.found)
            }
            Fate::Left => Done::Left,
            Fate::Unchanged => Done::Unchanged,
            Fate::Faulty(found) => Done::Faulty(found),
        };
        Ok((*index, done))
    })?;
    let mut done: Vec<(usize, Done)> = done.into_iter().map(|(_, done)| done).collect();
    done.sort_by_key(|(index, _)| *index);
    Ok(done)
}
