//! The program `paicha`.

use std::process::ExitCode;

/// What a form leaves behind is small and of all sizes: the system's allocator
/// keeps it in pieces, so that memory grows with the number of forms; this one
/// does not, and takes a tenth less time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    paicha::cli::main()
}
