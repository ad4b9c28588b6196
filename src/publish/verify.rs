//! Holds what stands in `out/` against what the data gives now.

use std::path::Path;

use super::OUT;
use super::make::Maker;
use super::manifest::MOST;
use super::plan::Output;
use super::workers::each;
use crate::check::Diagnostic;
use crate::load::read_plain;

/// How an output differs from what the data gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Its file is not there.
    Missing(String),
    /// Its file has other bytes.
    Other(String),
}

/// What a comparison came to.
#[derive(Debug, Default)]
pub struct Verified {
    /// Outputs that are the same byte by byte.
    pub same: usize,
    /// Those that are not.
    pub differences: Vec<Difference>,
    /// Faults of outputs that cannot be made.
    pub found: Vec<Diagnostic>,
}

/// Makes all outputs again, in memory, and compares them byte by byte with the
/// files in `out/`.
///
/// # Errors
/// Where the machine fails.
pub fn verify(
    maker: &Maker<'_>,
    outputs: &[Output],
    root: &Path,
    jobs: usize,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Verified> {
    let compared = each(outputs, jobs, progress, |output, jobs| {
        let made = maker.make(output, jobs)?;
        let path = output.path.clone();
        Ok(
            made.map(|made| match read_plain(&root.join(OUT).join(&path), MOST) {
                Ok(bytes) if bytes == made.bytes => None,
                Ok(_) => Some(Difference::Other(path)),
                Err(_) => Some(Difference::Missing(path)),
            }),
        )
    })?;
    let mut verified = Verified::default();
    for compared in compared {
        match compared {
            Ok(None) => verified.same += 1,
            Ok(Some(difference)) => verified.differences.push(difference),
            Err(faults) => verified.found.extend(faults),
        }
    }
    Ok(verified)
}
