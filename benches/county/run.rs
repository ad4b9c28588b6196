//! One run of the program.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A tick of Linux's times of processes.
const TICK: Duration = Duration::from_millis(10);

/// What a run took.
#[derive(Clone, Copy)]
pub struct Run {
    pub wall: Duration,
    pub cpu: Duration,
    /// The most memory it held, in kilobytes; pages of the program's own file, where
    /// the fonts are, included.
    pub memory: u64,
}

/// Runs the program in a workspace, to its end. What runs before it wrote is on the
/// disk by then, so that it does not take its time.
pub fn run(root: &Path, arguments: &[&str]) -> io::Result<Run> {
    Command::new("sync").status()?;
    let (begun, spent) = (Instant::now(), cpu_of_children());
    let mut process = Command::new(env!("CARGO_BIN_EXE_paicha"))
        .arg("-C")
        .arg(root)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let status = format!("/proc/{}/status", process.id());
    let mut memory = 0;
    let code = loop {
        memory = memory.max(peak(&status));
        if let Some(code) = process.try_wait()? {
            break code;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    let wall = begun.elapsed();
    if !code.success() {
        let mut said = String::new();
        if let Some(mut stderr) = process.stderr.take() {
            stderr.read_to_string(&mut said)?;
        }
        return Err(io::Error::other(format!("{arguments:?}: {code}\n{said}")));
    }
    Ok(Run {
        wall,
        cpu: cpu_of_children().saturating_sub(spent),
        memory,
    })
}

/// The most memory that a process has held, as proc(5) tells.
fn peak(status: &str) -> u64 {
    let text = fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// CPU time of the processes that this one has waited for.
fn cpu_of_children() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in parentheses, may hold spaces.
    let fields = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    // cutime and cstime: the 16th and 17th field.
    let ticks = fields.split(' ').skip(13).take(2);
    let ticks: u32 = ticks.filter_map(|field| field.parse::<u32>().ok()).sum();
    TICK * ticks
}
