//! One run of the program.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::clock::{Taken, timed};

/// What a run took.
#[derive(Clone, Copy)]
pub struct Run {
    pub taken: Taken,
    /// The most memory it held, in kilobytes; pages of the program's own file, where
    /// the fonts are, included.
    pub memory: u64,
}

/// Runs the program in a workspace, to its end. What runs before it wrote is on the
/// disk by then, so that it does not take its time.
pub fn run(root: &Path, arguments: &[&str]) -> io::Result<Run> {
    ended(root, arguments, 0)
}

/// The same, where it ends with another status.
pub fn ended(root: &Path, arguments: &[&str], status: i32) -> io::Result<Run> {
    Command::new("sync").status()?;
    let ((code, memory, stderr), taken) = timed(|| {
        let mut process = Command::new(env!("CARGO_BIN_EXE_paicha"))
            .arg("-C")
            .arg(root)
            .args(arguments)
            // What photos were looked at before is of no other run.
            .env("XDG_CACHE_HOME", root)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()?;
        let tells = format!("/proc/{}/status", process.id());
        let mut memory = 0;
        loop {
            memory = memory.max(peak(&tells));
            if let Some(code) = process.try_wait()? {
                return Ok((code, memory, process.stderr.take()));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    })?;
    if code.code() != Some(status) {
        let mut said = String::new();
        if let Some(mut stderr) = stderr {
            stderr.read_to_string(&mut said)?;
        }
        return Err(io::Error::other(format!("{arguments:?}: {code}\n{said}")));
    }
    Ok(Run { taken, memory })
}

/// The most memory that a process has held, as proc(5) tells.
fn peak(status: &str) -> u64 {
    let text = fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}
