//! What others take for the same forms: `cargo bench --bench peers`.
//!
//! paicha and its peers make 附件1 (two pages, a photo, a page of notes) of the
//! same made-up members one after the other, on the clock. Arguments: the number
//! of members, names of peers (all if none), `--write` for the table to be put
//! into docs/performance.md. README.md beside this file says more.

#![allow(clippy::print_stdout, reason = "its output is a table")]

mod check;
#[path = "../common/clock.rs"]
mod clock;
#[path = "../common/fresh.rs"]
mod fresh;
mod job;
#[path = "../common/page.rs"]
mod page;
mod peer;
#[path = "../../examples/generate/workspace.rs"]
mod workspace;

mod ours;
mod table;

use std::io;
use std::time::Duration;

use paicha::Project;
use paicha::publish::{Plan, Selection};
use paicha::typeset::Assets;

use clock::Taken;
use job::Job;
use ours::Ours;
use peer::{PEERS, Peer};
use table::Row;
use workspace::Round;

/// The form whose cost matters most: one a member.
const CARD: &str = "附件1";
const MEMBERS: usize = 300;
/// Runs of which the median counts, as long as they don't take longer in all.
const RUNS: usize = 3;
const LONG: Duration = Duration::from_secs(30);

fn main() -> io::Result<()> {
    // Cargo passes `--bench` itself.
    let arguments = std::env::args().skip(1).filter(|given| given != "--bench");
    let (options, given): (Vec<String>, Vec<String>) =
        arguments.partition(|given| given.starts_with("--"));
    let members = given.iter().find_map(|given| given.parse().ok());
    let members = members.unwrap_or(MEMBERS);
    let is_named = |peer: &&Peer| {
        let mut names = given.iter().filter(|name| name.parse::<usize>().is_err());
        names.clone().next().is_none() || names.any(|name| name == peer.folder)
    };

    let data = tempfile::tempdir()?;
    workspace::generate(members, data.path(), Round::Ended)?;
    let project = Project::open(data.path());
    let selection = Selection {
        forms: vec![CARD.to_owned()],
        ..Selection::default()
    };
    let plan = Plan::of(&project, &selection);
    let assets = Assets::new(&project.layouts);
    let form = project.catalogue.get(CARD).expect("a form built in");
    let job = Job::of(&project, &assets, form, &plan.wanted)?;

    // paicha before, between and after the others: a machine that is busy for a
    // while then shows in the spread of its times.
    let mut ours = Ours::new(data.path(), &plan);
    ours.run(&job)?;
    let mut rows = Vec::new();
    for peer in PEERS.iter().filter(is_named) {
        rows.extend(measure(peer, &job)?);
        ours.run(&job)?;
    }
    let table = table::table(&ours, &rows, job.cards.len());
    println!("{table}");
    if options.iter().any(|option| option == "--write") {
        page::write("peers", &table)?;
    }
    Ok(())
}

/// The rows of a peer: one for each number of processes at the same time.
fn measure(peer: &'static Peer, job: &Job<'_>) -> io::Result<Vec<Row>> {
    let Some(version) = peer.version() else {
        return Ok(vec![Row::missing(peer)]);
    };
    let mut rows = Vec::new();
    for processes in [2, 1] {
        println!("{} × {processes}", peer.name);
        let mut runs: Vec<Taken> = Vec::new();
        let mut checked = String::new();
        while runs.len() < RUNS && runs.iter().map(|run| run.wall).sum::<Duration>() < LONG {
            let (taken, found) = peer.run(job, processes)?;
            runs.push(taken);
            checked = found;
        }
        rows.push(Row {
            peer,
            version: version.clone(),
            processes,
            taken: Some(median(&runs)),
            checked,
        });
    }
    Ok(rows)
}

/// The middle ones of all runs, of each kind of time for itself.
fn median(runs: &[Taken]) -> Taken {
    let middle = |mut times: Vec<Duration>| {
        times.sort();
        times[times.len() / 2]
    };
    Taken {
        wall: middle(runs.iter().map(|run| run.wall).collect()),
        cpu: middle(runs.iter().map(|run| run.cpu).collect()),
    }
}
