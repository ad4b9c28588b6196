//! Makes a workspace of any size: `cargo run --example generate -- 20000 DIR`.
//!
//! All people are invented, all data valid: `paicha check` finds nothing. The
//! same number always gives the same files.

#![allow(clippy::print_stderr, reason = "a program of its own")]

mod workspace;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, folder] = &arguments[..] else {
        eprintln!("usage: generate MEMBERS DIR");
        return ExitCode::from(2);
    };
    let Ok(count) = count.parse() else {
        eprintln!("“{count}” is no number");
        return ExitCode::from(2);
    };
    match workspace::generate(count, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::from(3)
        }
    }
}
