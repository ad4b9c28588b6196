//! What an edit does, on the clock: `cargo bench --bench review`.
//!
//! A made-up county of 20,000 members in git, and a commit in which 20 of them change, each in
//! a branch of his own: an address, and why he was lost, so that cards, registers and tables
//! change. `diff` of the two revisions beside `check` of one, in turn. Arguments: the number
//! of members, `--write` for the table to be put into docs/performance.md. Fails where `diff`
//! takes longer, or more memory, than it may.

#![allow(clippy::print_stdout, reason = "its output is a table")]

#[path = "../common/clock.rs"]
mod clock;
#[path = "../common/page.rs"]
mod page;
#[path = "../common/row.rs"]
mod row;
#[path = "../common/run.rs"]
mod run;
#[path = "../../examples/generate/workspace.rs"]
mod workspace;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use row::row;
use run::{Run, run};
use workspace::Round;

const COUNTY: usize = 20_000;
/// So many members change.
const CHANGED: usize = 20;
/// Runs of each call.
const TIMES: usize = 5;
/// `diff` may take so many times as long as `check`.
const MOST_TIME: f64 = 2.5;
/// Megabytes that it may hold.
const MOST_MEMORY: u64 = 400;

fn main() -> io::Result<()> {
    // Cargo passes `--bench` itself.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let members = arguments.iter().find_map(|given| given.parse().ok());
    let members = members.unwrap_or(COUNTY);
    let folder = tempfile::tempdir()?;
    let root = folder.path();
    workspace::generate(members, root, Round::Ended)?;
    git(root, &["init", "--quiet"])?;
    commit(root)?;
    let changed = edit(root)?;
    commit(root)?;

    let (mut checks, mut diffs) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        checks.push(run(root, &["check", "--rev", "HEAD"])?);
        diffs.push(run(root, &["diff", "HEAD~1..HEAD"])?);
    }
    let [check, diff] = [checks, diffs].map(middle);
    let html = run(root, &["diff", "HEAD~1..HEAD", "--format", "html"])?;
    let ratio = diff.taken.wall.as_secs_f64() / check.taken.wall.as_secs_f64();
    let table = format!(
        "A county of {members} members in git, {changed} of them changed, on {}.\n\n\
         | what | time | CPU | peak memory |\n| --- | --: | --: | --: |\n{}{}{}\n\
         `diff` against `check`: {ratio:.2} ×\n",
        page::processor(),
        row("check of one revision", check),
        row("diff of two, with pages", diff),
        row("the same as HTML", html),
    );
    println!("{table}");
    if arguments.iter().any(|given| given == "--write") {
        page::write("review", &table)?;
    }
    match ratio <= MOST_TIME && diff.memory >> 10 < MOST_MEMORY {
        true => Ok(()),
        false => Err(io::Error::other("diff takes more than it may")),
    }
}

/// Changes members who were lost, in branches that lie evenly apart.
fn edit(root: &Path) -> io::Result<usize> {
    let mut lost = Vec::new();
    for committee in folders(&root.join("data/某县"))? {
        for branch in folders(&committee)? {
            lost.extend(first_lost(&branch.join("党员"))?);
        }
    }
    let step = (lost.len() / CHANGED).max(1);
    let mut changed = 0;
    for (path, text) in lost.into_iter().step_by(step).take(CHANGED) {
        let lines = text.lines().map(|line| match line.split_once(": ") {
            Some(("现居住地", _)) => "现居住地: 某县某镇新街1号\n".to_owned(),
            Some(("  情形", "居住地改变")) => "  情形: 外出务工经商\n".to_owned(),
            Some(("  情形", _)) => "  情形: 居住地改变\n".to_owned(),
            _ => format!("{line}\n"),
        });
        fs::write(path, lines.collect::<String>())?;
        changed += 1;
    }
    Ok(changed)
}

/// A file of a member, and what it says.
type Member = (PathBuf, String);

/// The first member of a branch who was lost.
fn first_lost(members: &Path) -> io::Result<Option<Member>> {
    for path in folders(members)? {
        let text = fs::read_to_string(&path)?;
        if text.contains("\n失联:") {
            return Ok(Some((path, text)));
        }
    }
    Ok(None)
}

/// What stands in a folder, in the order of names; files of organisations are not told.
fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths: Vec<_> = entries.collect::<io::Result<_>>()?;
    paths.retain(|path| !path.ends_with("党组织.yaml"));
    paths.sort();
    Ok(paths)
}

fn commit(root: &Path) -> io::Result<()> {
    git(root, &["add", "--all"])?;
    let who = ["-c", "user.name=bench", "-c", "user.email=bench@localhost"];
    git(
        root,
        &[&who[..], &["commit", "--quiet", "-m", "bench"]].concat(),
    )
}

fn git(root: &Path, arguments: &[&str]) -> io::Result<()> {
    let status = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(arguments)
        .status()?;
    match status.success() {
        true => Ok(()),
        false => Err(io::Error::other(format!("git {arguments:?}: {status}"))),
    }
}

fn middle(mut runs: Vec<Run>) -> Run {
    runs.sort_by_key(|run| run.taken.wall);
    runs[runs.len() / 2]
}
