//! paicha itself, as its users run it.

use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use paicha::publish::{OUT, Plan};

use crate::clock::{Taken, timed};
use crate::fresh::move_out_away;
use crate::job::Job;
use crate::{CARD, check, median};

/// The times of all runs.
pub struct Ours<'a> {
    /// The workspace.
    root: &'a Path,
    plan: &'a Plan,
    /// With two threads and with one.
    runs: [Vec<Taken>; 2],
    /// What the look at the files came to.
    pub checked: String,
}

impl<'a> Ours<'a> {
    /// No run yet.
    pub fn new(root: &'a Path, plan: &'a Plan) -> Self {
        Self {
            root,
            plan,
            runs: [Vec::new(), Vec::new()],
            checked: String::new(),
        }
    }

    /// Runs once with two threads and once with one.
    pub fn run(&mut self, job: &Job<'_>) -> io::Result<()> {
        for jobs in [2, 1] {
            let (taken, checked) = self.build(job, jobs)?;
            println!("paicha × {jobs}: {:.1} ms", taken.wall.as_secs_f64() * 1e3);
            self.runs[2 - jobs].push(taken);
            self.checked = checked;
        }
        Ok(())
    }

    /// The median with so many threads.
    pub fn taken(&self, jobs: usize) -> Taken {
        median(&self.runs[2 - jobs])
    }

    /// The shortest and the longest time with so many threads.
    pub fn spread(&self, jobs: usize) -> (Duration, Duration) {
        let times = self.runs[2 - jobs].iter().map(|run| run.wall);
        let longest = times.clone().max().expect("one run at least");
        (times.min().expect("one run at least"), longest)
    }

    /// A run of the program after which all forms are there, and none before.
    fn build(&self, job: &Job<'_>, jobs: usize) -> io::Result<(Taken, String)> {
        let out = self.root.join(OUT);
        move_out_away(self.root)?;
        let mut command = Command::new(env!("CARGO_BIN_EXE_paicha"));
        // What photos were looked at before is of no other run.
        command.env("XDG_CACHE_HOME", self.root);
        command.arg("-C").arg(self.root).args(["build", "--only"]);
        command.arg(CARD).args(["--jobs", &jobs.to_string()]);
        let (output, taken) = timed(|| command.output())?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(io::Error::other(said.into_owned()));
        }
        let files = self.plan.wanted.iter();
        let files = files.map(|output| out.join(&output.path));
        let names = job.cards.iter().map(|card| card.name.as_str());
        Ok((taken, check::files(files.zip(names))))
    }
}
