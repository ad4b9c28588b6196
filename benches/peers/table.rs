//! The table.

use std::fmt::Write as _;
use std::time::Duration;

use crate::clock::Taken;
use crate::ours::Ours;
use crate::page;
use crate::peer::Peer;

/// What was measured of a peer.
pub struct Row {
    pub peer: &'static Peer,
    pub version: String,
    /// How many worked at the same time.
    pub processes: usize,
    /// For all members; none where the peer is not installed.
    pub taken: Option<Taken>,
    /// Whether the files are the forms.
    pub checked: String,
}

impl Row {
    /// The row of a peer that is not installed.
    pub fn missing(peer: &'static Peer) -> Self {
        Self {
            peer,
            version: String::new(),
            processes: 0,
            taken: None,
            checked: String::new(),
        }
    }
}

/// The whole table with what it was measured on.
pub fn table(ours: &Ours<'_>, rows: &[Row], members: usize) -> String {
    let each = |time: Duration| time.as_secs_f64() * 1e3 / members as f64;
    let mut text = format!(
        "附件1 of {members} made-up members (two pages and one of notes, a photo), on {}.\n\
         Times are medians; wall times of paicha lay between {}.\n\n\
         | made by | version | at a time | ms a form | CPU ms a form | ÷ paicha × 2 | ÷ paicha × 1 | \
         pages and name right | what is missing |\n\
         | --- | --- | --: | --: | --: | --: | --: | --- | --- |\n",
        page::processor(),
        [2, 1]
            .map(|jobs| {
                let (from, to) = ours.spread(jobs);
                format!("{:.1} and {:.1} ms × {jobs}", each(from), each(to))
            })
            .join(", "),
    );
    let ratio = |time: Duration, jobs: usize| {
        let ratio = time.as_secs_f64() / ours.taken(jobs).wall.as_secs_f64();
        match ratio < 10.0 {
            true => format!("{ratio:.1}"),
            false => format!("{ratio:.0}"),
        }
    };
    let line = |name: &str, version: &str, at_a_time: usize, taken: Taken, rest: [&str; 2]| {
        let (two, one) = (ratio(taken.wall, 2), ratio(taken.wall, 1));
        let (wall, cpu) = (each(taken.wall), each(taken.cpu));
        let [checked, lacks] = rest;
        format!(
            "| {name} | {version} | {at_a_time} | {wall:.1} | {cpu:.1} | {two} | {one} | \
             {checked} | {lacks} |\n"
        )
    };
    let version = env!("CARGO_PKG_VERSION");
    for jobs in [2, 1] {
        text += &line(
            "paicha",
            version,
            jobs,
            ours.taken(jobs),
            [&ours.checked, ""],
        );
    }
    for Row {
        peer,
        version,
        processes,
        taken,
        checked,
    } in rows
    {
        match taken {
            Some(taken) => {
                text += &line(
                    peer.name,
                    version,
                    *processes,
                    *taken,
                    [checked, peer.lacks],
                );
            }
            None => {
                let install = format!("benches/peers/{}/install", peer.folder);
                let _ = writeln!(
                    text,
                    "| {} | not installed: `{install}` | | | | | | | |",
                    peer.name
                );
            }
        }
    }
    text
}
