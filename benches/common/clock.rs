//! What is measured of a run.

use std::fs;
use std::io;
use std::time::{Duration, Instant};

/// A tick of Linux's times of processes.
const TICK: Duration = Duration::from_millis(10);

/// What a run took.
#[derive(Clone, Copy)]
pub struct Taken {
    pub wall: Duration,
    /// Of all threads and processes, as far as the system tells.
    pub cpu: Duration,
}

/// Does something on the clock.
pub fn timed<T>(work: impl FnOnce() -> io::Result<T>) -> io::Result<(T, Taken)> {
    let (begun, spent) = (Instant::now(), cpu());
    let result = work()?;
    let taken = Taken {
        wall: begun.elapsed(),
        cpu: cpu().saturating_sub(spent),
    };
    Ok((result, taken))
}

/// CPU time of this process and of those that it has waited for.
fn cpu() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in parentheses, may hold spaces.
    let fields = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    // utime, stime, cutime, cstime: the 14th to the 17th field of proc(5).
    let ticks = fields.split(' ').skip(11).take(4);
    let ticks: u32 = ticks.filter_map(|field| field.parse::<u32>().ok()).sum();
    TICK * ticks
}
