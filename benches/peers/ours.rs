//! paicha itself, as a library.

use std::io;
use std::time::Duration;

use paicha::Project;
use paicha::publish::{Making, OUT, Past, Plan, Settings, build};
use paicha::typeset::Assets;

use crate::check;
use crate::clock::{Taken, median, timed};
use crate::job::Job;

/// The times of all runs.
pub struct Ours<'a> {
    project: &'a Project,
    plan: &'a Plan,
    /// With two threads and with one.
    runs: [Vec<Taken>; 2],
    /// What the look at the files came to.
    pub checked: String,
}

impl<'a> Ours<'a> {
    /// No run yet.
    pub fn new(project: &'a Project, plan: &'a Plan) -> Self {
        Self {
            project,
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

    /// A run that remembers nothing of the ones before: its fonts are read, its
    /// layouts parsed, what is laid out once for all members is laid out.
    fn build(&self, job: &Job<'_>, jobs: usize) -> io::Result<(Taken, String)> {
        comemo::evict(0);
        let out = self.project.workspace.root.join(OUT);
        if out.exists() {
            std::fs::remove_dir_all(&out)?;
        }
        let settings = Settings {
            jobs,
            keep_going: false,
            force: true,
        };
        let (outcome, taken) = timed(|| {
            let assets = Assets::new(&self.project.layouts);
            let making = Making {
                project: self.project,
                assets: &assets,
                shared: "",
            };
            let past = Past::read(&out)?;
            build(&making, self.plan, past, settings, &|_| {})
        })?;
        assert_eq!(outcome.written, job.cards.len(), "{:?}", outcome.found);
        let files = self.plan.wanted.iter();
        let files = files.map(|output| out.join(&output.path));
        let names = job.cards.iter().map(|card| card.name.as_str());
        Ok((taken, check::files(files.zip(names))))
    }
}
