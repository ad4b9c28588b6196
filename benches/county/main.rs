//! A county: `cargo bench --bench county`.
//!
//! The program builds made-up workspaces as its users do, on the clock: all of a
//! county of 20,000 members, nothing changed, one member changed; a part of it with
//! one thread and with two; the first form; a list of all members over their branches; a
//! form of one's own beside the official one that it is a copy of. Arguments: the number of members,
//! `--write` for the table to be put into docs/performance.md.

#![allow(clippy::print_stdout, reason = "its output is a table")]

#[path = "../common/clock.rs"]
mod clock;
#[path = "../common/fresh.rs"]
mod fresh;
#[path = "../common/page.rs"]
mod page;
#[path = "../common/run.rs"]
mod run;
#[path = "../../examples/generate/workspace.rs"]
mod workspace;

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use fresh::move_out_away;
use run::{Run, run};
use workspace::Round;

const COUNTY: usize = 20_000;
/// The part of it that the county is compared with.
const PART: usize = 1_000;
const BRANCH: usize = 60;
/// A member of the first branch.
const MEMBER: &str = "data/某县/000工委/0000支部/党员/000001.yaml";
const CARDS: [&str; 3] = ["build", "--only", "附件1"];
/// The same form under a name of one's own.
const COPY: &str = "自填表";
/// A list of one's own over all branches.
const LIST: &str = "党员名单";

fn main() -> io::Result<()> {
    // Cargo passes `--bench` itself.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let members = arguments.iter().find_map(|given| given.parse().ok());
    let table = table(members.unwrap_or(COUNTY))?;
    println!("{table}");
    if arguments.iter().any(|given| given == "--write") {
        page::write("county", &table)?;
    }
    Ok(())
}

fn table(members: usize) -> io::Result<String> {
    let folder = tempfile::tempdir()?;
    let made_in = |count: usize, round| {
        let root = folder.path().join(format!("{count}-{round:?}"));
        workspace::generate(count, &root, round).map(|()| root)
    };
    let made = |count: usize| made_in(count, Round::Ended);
    let branch = made(BRANCH)?;
    let one = [&CARDS[..], &["--force", "--member", MEMBER]].concat();
    let first = median(11, || run(&branch, &one))?;

    let part = made(PART)?;
    let cards = |jobs| [&CARDS[..], &["--jobs", jobs]].concat();
    let cards = with_one_and_two(|jobs| first_build(&part, &cards(jobs)))?;
    let all = |jobs| ["build", "--jobs", jobs];
    let [alone, both] = with_one_and_two(|jobs| first_build(&part, &all(jobs)))?;
    let new = |root: &Path, name, like| run(root, &["layouts", "new", name, "--like", like]);
    new(&part, COPY, "附件1")?;
    let alone_of = |form| ["build", "--jobs", "1", "--only", form];
    let [official, own] = in_turns(["附件1", COPY], |form| {
        first_build(&part, &alone_of(form))
    })?;
    // The county needs the room.
    fs::remove_dir_all(&part)?;

    let county = made(members)?;
    let full = run(&county, &["build"])?;
    let same = median(5, || run(&county, &["build"]))?;
    let mut times = 0;
    let changed = median(5, || {
        times += 1;
        change(&county.join(MEMBER), times)?;
        run(&county, &["build"])
    })?;

    new(&county, LIST, LIST)?;
    let list = run(&county, &["build"])?;
    fs::remove_dir_all(&county)?;

    let midway = made_in(members, Round::Midway)?;
    let full_midway = run(&midway, &["build"])?;
    let same_midway = median(5, || run(&midway, &["build"]))?;
    let changed_midway = median(5, || {
        times += 1;
        change(&midway.join(MEMBER), times)?;
        run(&midway, &["build"])
    })?;

    let each = |run: Run, count: usize| run.taken.wall.as_secs_f64() * 1e3 / count as f64;
    let ratio = |a: Duration, b: Duration| a.as_secs_f64() / b.as_secs_f64();
    let megabytes = |run: Run| run.memory >> 10;
    let against_nothing = |changed: Run, same: Run| {
        format!(
            "{:.2} s, {:.2} ×",
            changed.taken.wall.as_secs_f64(),
            ratio(changed.taken.wall, same.taken.wall)
        )
    };
    let time_and_peak = |run: Run| {
        let seconds = run.taken.wall.as_secs_f64();
        format!("{seconds:.0} s, peak memory {} MB", megabytes(run))
    };
    let rows = [
        (
            format!("CPU a form, one thread, 附件1 of {PART} members"),
            format!(
                "{:.1} ms",
                cards[0].taken.cpu.as_secs_f64() * 1e3 / PART as f64
            ),
        ),
        (
            format!("two threads against one, 附件1 of {PART} members"),
            format!("{:.2} ×", ratio(cards[0].taken.wall, cards[1].taken.wall)),
        ),
        (
            format!("two threads against one, all forms of {PART} members"),
            format!("{:.2} ×", ratio(alone.taken.wall, both.taken.wall)),
        ),
        (
            format!("all forms of {members} members, two threads"),
            format!(
                "{:.0} s, {:.1} ms a member",
                full.taken.wall.as_secs_f64(),
                each(full, members)
            ),
        ),
        (
            format!("time a member, {members} against {PART}"),
            format!("{:.2} ×", each(full, members) / each(both, PART)),
        ),
        (
            format!("peak memory, {members} members"),
            format!("{} MB ({PART}: {} MB)", megabytes(full), megabytes(both)),
        ),
        (
            "nothing changed against all".to_owned(),
            format!(
                "{:.2} s, 1 : {:.0}",
                same.taken.wall.as_secs_f64(),
                ratio(full.taken.wall, same.taken.wall)
            ),
        ),
        (
            "one member changed against nothing changed".to_owned(),
            against_nothing(changed, same),
        ),
        (
            format!("a list of {members} members over their branches, two threads"),
            time_and_peak(list),
        ),
        (
            "CPU of a copy of 附件1 as a form of one's own against 附件1".to_owned(),
            format!("{:.2} ×", ratio(own.taken.cpu, official.taken.cpu)),
        ),
        (
            "in the middle of a round, findings in most branches: all".to_owned(),
            time_and_peak(full_midway),
        ),
        (
            "there: nothing changed against all, and against nothing changed without findings"
                .to_owned(),
            format!(
                "{:.2} s, 1 : {:.0}, {:.2} ×",
                same_midway.taken.wall.as_secs_f64(),
                ratio(full_midway.taken.wall, same_midway.taken.wall),
                ratio(same_midway.taken.wall, same.taken.wall)
            ),
        ),
        (
            "there: one member changed against nothing changed".to_owned(),
            against_nothing(changed_midway, same_midway),
        ),
        (
            format!("first form from process start, a branch of {BRANCH}"),
            format!("{:.0} ms", first.taken.wall.as_secs_f64() * 1e3),
        ),
    ];
    let rows = rows.map(|(what, figure)| format!("| {what} | {figure} |\n"));
    Ok(format!(
        "Made-up workspaces, built by the program, on {}. Medians of several runs where \
         they are short.\n\n| what | measured |\n| --- | --: |\n{}",
        page::processor(),
        rows.concat()
    ))
}

/// A build that nothing was built before.
fn first_build(root: &Path, arguments: &[&str]) -> io::Result<Run> {
    move_out_away(root)?;
    run(root, arguments)
}

/// Medians of runs with one thread and of runs with two.
fn with_one_and_two(run: impl FnMut(&'static str) -> io::Result<Run>) -> io::Result<[Run; 2]> {
    in_turns(["1", "2"], run)
}

/// Medians of two kinds of runs, taken in turn, so that a machine that is busy for a while
/// slows down both.
fn in_turns(
    kinds: [&'static str; 2],
    mut run: impl FnMut(&'static str) -> io::Result<Run>,
) -> io::Result<[Run; 2]> {
    let (mut one, mut two) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        one.push(run(kinds[0])?);
        two.push(run(kinds[1])?);
    }
    Ok([middle(one), middle(two)])
}

/// Changes what is printed on a member's card alone.
fn change(member: &Path, times: usize) -> io::Result<()> {
    let text = fs::read_to_string(member)?;
    let lines = text
        .lines()
        .map(|line| match line.starts_with("现居住地: ") {
            true => format!("现居住地: 某县某镇某小区{times}号楼\n"),
            false => format!("{line}\n"),
        });
    fs::write(member, lines.collect::<String>())
}

/// The middle one of several runs of the same.
fn median(count: usize, mut work: impl FnMut() -> io::Result<Run>) -> io::Result<Run> {
    let runs = (0..count).map(|_| work());
    Ok(middle(runs.collect::<io::Result<_>>()?))
}

fn middle(mut runs: Vec<Run>) -> Run {
    runs.sort_by_key(|run| run.taken.wall);
    runs[runs.len() / 2]
}
