//! The peers, and how one is run.

use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::check;
use crate::clock::{Taken, timed};
use crate::job::{Job, root};

/// Another way to make the forms.
pub struct Peer {
    /// Its folder beside this file.
    pub folder: &'static str,
    /// Its name in the table.
    pub name: &'static str,
    /// What it does not do that paicha does.
    pub lacks: &'static str,
}

/// All peers.
pub const PEERS: &[Peer] = &[
    Peer {
        folder: "typst-cli",
        name: "Typst CLI, a process a form",
        lacks: "no look at the pages",
    },
    Peer {
        folder: "typst-py",
        name: "typst-py, one compiler",
        lacks: "no look at the pages",
    },
    Peer {
        folder: "docx",
        name: "docxtpl + LibreOffice, 100 a call",
        lacks: "PDF/A-2b; texts don't shrink; rows by hand; no look at the pages",
    },
    Peer {
        folder: "weasyprint",
        name: "WeasyPrint, one process",
        lacks: "compressed metadata; texts don't shrink; rows by hand; no look at the pages",
    },
    Peer {
        folder: "xelatex",
        name: "XeLaTeX, a process a form",
        lacks: "no PDF/A; not tagged; texts don't shrink; rows by hand; no look at the pages",
    },
];

impl Peer {
    fn script(&self, name: &str) -> PathBuf {
        root().join("benches/peers").join(self.folder).join(name)
    }

    /// Its version; none where it is not installed.
    pub fn version(&self) -> Option<String> {
        let mut command = Command::new(self.script("run"));
        let output = command.arg("--version").stderr(Stdio::null()).output();
        let output = output.ok().filter(|output| output.status.success())?;
        let version = String::from_utf8_lossy(&output.stdout);
        Some(version.trim().replace('\n', ", "))
    }

    /// What all members take with so many processes at the same time, each
    /// with its share of the members, and what came out.
    pub fn run(&self, job: &Job<'_>, processes: usize) -> io::Result<(Taken, String)> {
        // In the workspace, with which it is removed after all is measured: for a minute
        // after many files are removed, ext4 is slow to make new ones.
        let place = tempfile::tempdir_in(job.root())?.keep();
        let out = place.join("out");
        std::fs::create_dir(&out)?;
        let mut files = Vec::new();
        let mut commands = Vec::new();
        for part in 0..processes {
            let folder = place.join(part.to_string());
            let names = job.write(&folder, part, processes)?;
            files.extend(
                names
                    .iter()
                    .map(|name| out.join(name).with_extension("pdf")),
            );
            // What is made once, however many members there are.
            let prepare = self.script("prepare");
            if prepare.is_file() {
                let mut command = Command::new(prepare);
                finish(command.arg(&folder).stderr(Stdio::null()).spawn()?)?;
            }
            let mut command = Command::new(self.script("run"));
            command.arg(&folder).arg(&out).stdout(Stdio::null());
            // Typst would lay out pages with as many threads as there are cores.
            command.env("RAYON_NUM_THREADS", "1");
            commands.push(command);
        }
        let ((), taken) = timed(|| {
            let started = commands.iter_mut().map(Command::spawn);
            let started: Vec<_> = started.collect::<io::Result<_>>()?;
            // All are waited for, also where one fails.
            let ended: Vec<_> = started.into_iter().map(finish).collect();
            ended.into_iter().collect()
        })?;
        files.sort();
        let names = job.cards.iter().map(|card| card.name.as_str());
        Ok((taken, check::files(files.into_iter().zip(names))))
    }
}

fn finish(mut process: std::process::Child) -> io::Result<()> {
    match process.wait()?.success() {
        true => Ok(()),
        false => Err(io::Error::other("a peer failed")),
    }
}
