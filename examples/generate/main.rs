//! Makes a workspace of any size: `cargo run --example generate -- 20000 DIR`; with
//! `--midway` as it is in the middle of a round.
//!
//! All people are invented, all data valid: `paicha check` finds nothing, or warnings and
//! notices. The same number always gives the same files.

#![allow(clippy::print_stderr, reason = "a program of its own")]

mod workspace;

use std::path::Path;
use std::process::ExitCode;

use workspace::Round;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (round, [count, folder]) = match &arguments[..] {
        [count, folder] => (Round::Ended, [count, folder]),
        [count, folder, midway] if midway == "--midway" => (Round::Midway, [count, folder]),
        _ => {
            eprintln!("usage: generate MEMBERS DIR [--midway]");
            return ExitCode::from(2);
        }
    };
    let Ok(count) = count.parse() else {
        eprintln!("“{count}” is no number");
        return ExitCode::from(2);
    };
    match workspace::generate(count, Path::new(folder), round) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::from(3)
        }
    }
}
