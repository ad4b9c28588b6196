//! Worker threads that take their work from a shared counter.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Works on all outputs with worker threads that take them from a shared
/// counter. Each worker is a thread pool of its own, so that the PDF writer's
/// waits never start another output. The work is told how many work.
///
/// # Errors
/// The first that some work had; the rest is left undone.
pub fn each<W: Sync, T: Send>(
    outputs: &[W],
    jobs: usize,
    progress: &(dyn Fn(usize) + Sync),
    work: impl Fn(&W, usize) -> std::io::Result<T> + Sync,
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
            match work(output, jobs) {
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

fn take<'a, W>(next: &AtomicUsize, outputs: &'a [W]) -> Option<(usize, &'a W)> {
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
