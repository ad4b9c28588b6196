//! Holds what stands in `out/` against what the data gives now.

use std::path::Path;

use super::make::Maker;
use super::manifest::{Entry, MOST, Manifest, manifest};
use super::orphans::unlisted;
use super::plan::Output;
use super::sheets::{is_sheet, outdated};
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
    /// A sheet was exported from other data, or is not what was written.
    Outdated(String),
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
/// files in `out`, and these with the manifest. Where all are compared, `all` is what they
/// share: then sheets are looked at, too, and files that the manifest does not name.
///
/// # Errors
/// Where the machine fails.
pub fn verify(
    maker: &Maker<'_>,
    out: &Path,
    outputs: &[Output],
    all: Option<&str>,
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
    if let Some(shared) = all {
        verified.add_sheets(maker, out, &manifest, shared);
        let unlisted = unlisted(out, &manifest).into_iter();
        verified
            .differences
            .extend(unlisted.map(Difference::Unlisted));
    }
    Ok(verified)
}

impl Verified {
    /// Holds the sheets that the manifest names against what they say they were made of.
    fn add_sheets(&mut self, maker: &Maker<'_>, out: &Path, manifest: &Manifest, shared: &str) {
        let outdated = outdated(maker.source, manifest, shared);
        for entry in manifest
            .entries
            .iter()
            .filter(|entry| is_sheet(&entry.path))
        {
            let path = entry.path.clone();
            let file = out.join(&path);
            let difference = match file.is_file() {
                false => Difference::Missing,
                true if outdated.contains(&path) || !entry.is_whole_in(&file) => {
                    Difference::Outdated
                }
                true => {
                    self.same += 1;
                    continue;
                }
            };
            self.differences.push(difference(path));
        }
    }
}

fn is_listed(manifest: &Manifest, made: &Entry) -> bool {
    let listed = manifest.get(&made.path);
    listed.is_some_and(|listed| listed.sha256 == made.sha256)
}
