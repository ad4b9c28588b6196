//! Worker threads that take their work from a shared counter.

use std::io;
use std::iter;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Works on all outputs with worker threads that take them from a shared
/// counter; gives what came of them in their order. Each worker is a thread pool of
/// its own, so that the PDF writer's waits never start another output. The work is
/// told how many work.
///
/// # Errors
/// One that some work had; what was not begun by then is left undone.
pub fn each<W: Sync, T: Send>(
    outputs: &[W],
    jobs: usize,
    progress: &(dyn Fn(usize) + Sync),
    work: impl Fn(&W, usize) -> io::Result<T> + Sync,
) -> io::Result<Vec<T>> {
    let jobs = jobs.clamp(1, outputs.len().max(1));
    let next = AtomicUsize::new(0);
    let take = || {
        let index = next.fetch_add(1, Ordering::Relaxed);
        Some((index, outputs.get(index)?))
    };
    let worker = || -> io::Result<Vec<(usize, T)>> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .use_current_thread()
            .build();
        let done = iter::from_fn(take).map(|(index, output)| {
            let done = work(output, jobs);
            progress(1);
            Ok((index, done?))
        });
        pool.map_err(io::Error::other)?.install(|| done.collect())
    };
    // The others need not begin anything more.
    let stop = |_: &io::Error| next.store(outputs.len(), Ordering::Relaxed);
    let done = thread::scope(|scope| {
        let workers = (0..jobs).map(|_| scope.spawn(|| worker().inspect_err(stop)));
        let workers: Vec<_> = workers.collect();
        let done = workers.into_iter().map(|worker| worker.join());
        let done = done.map(|done| done.unwrap_or_else(|cause| panic::resume_unwind(cause)));
        done.collect::<io::Result<Vec<_>>>()
    });
    let mut done: Vec<(usize, T)> = done?.into_iter().flatten().collect();
    done.sort_by_key(|(index, _)| *index);
    Ok(done.into_iter().map(|(_, done)| done).collect())
}
