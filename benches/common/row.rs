//! A line of a table about runs of the program.

use crate::run::Run;

/// What a run took: time, CPU time, memory.
pub fn row(what: &str, run: Run) -> String {
    format!(
        "| {what} | {:.2} s | {:.2} s | {} MB |\n",
        run.taken.wall.as_secs_f64(),
        run.taken.cpu.as_secs_f64(),
        run.memory >> 10
    )
}
