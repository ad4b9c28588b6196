//! Holds what stands in `out/` against what the data gives now.

use std::path::Path;

use super::make::Maker;
use super::manifest::{Entry, MOST, Manifest, manifest};
use super::orphans::unlisted;
use super::plan::Output;
use super::workers::each;
use crate::check::Diagnostic;
use crate::load::read_plain;

/// How an output differs from what the data gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Its file is not there.
    Missing(String),
    /// Its file has other bytes, or other ones than the manifest says.
    Other(String),
    /// A file that the manifest does not name.
    Unlisted(String),
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
/// files in `out`, and these with the manifest; where `all` are compared, looks for
/// files that it does not name.
///
/// # Errors
/// Where the machine fails.
pub fn verify(
    maker: &Maker<'_>,
    out: &Path,
    outputs: &[Output],
    all: bool,
    jobs: usize,
    progress: &(dyn Fn(usize) + Sync),
) -> std::io::Result<Verified> {
    let manifest = manifest(out)?;
    let compared = each(outputs, jobs, progress, |output, jobs| {
        let made = maker.make(output, jobs)?;
        let path = output.path.clone();
        let made = match made {
            Ok(made) => made,
            Err(found) => return Ok(Err(found)),
        };
        let (entry, made) = (made.entry, made.body.bytes()?);
        Ok(Ok(match read_plain(&out.join(&path), MOST) {
            Ok(bytes) if bytes == made && is_listed(&manifest, &entry) => None,
            Ok(_) => Some(Difference::Other(path)),
            Err(_) => Some(Difference::Missing(path)),
        }))
    })?;
    let mut verified = Verified::default();
    for compared in compared {
        match compared {
            Ok(None) => verified.same += 1,
            Ok(Some(difference)) => verified.differences.push(difference),
            Err(faults) => verified.found.extend(faults),
        }
    }
    if all {
        let unlisted = unlisted(out, &manifest).into_iter();
        verified
            .differences
            .extend(unlisted.map(Difference::Unlisted));
    }
    Ok(verified)
}

fn is_listed(manifest: &Manifest, made: &Entry) -> bool {
    let listed = manifest.get(&made.path);
    listed.is_some_and(|listed| listed.sha256 == made.sha256)
}
