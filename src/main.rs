//! The program `paicha`.

use std::process::ExitCode;

fn main() -> ExitCode {
    paicha::cli::main()
}
