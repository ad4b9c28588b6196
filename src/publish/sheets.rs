//! Sheets in `out/`: written as outputs are, whole or not at all, and listed.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::body::Body;
use super::commit::Commit;
use super::manifest::{Entry, manifest, sha256};
use super::staging::Staging;

/// The endings of their names.
pub const ENDINGS: [&str; 2] = [".xlsx", ".csv"];

/// A sheet for `out/`.
#[derive(Debug)]
pub struct Sheet {
    /// Path below `out/`, with `/`.
    pub path: String,
    /// What it is of: the id of a form, or the name of a roster.
    pub form: String,
    /// The files it was made from.
    pub inputs: Vec<String>,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Writes sheets into `out/`, which is held.
///
/// # Errors
/// Where one cannot be written, or would take the place of a file of somebody else.
pub fn sheets(out: &Path, sheets: Vec<Sheet>) -> io::Result<()> {
    let staging = Staging::open(out)?;
    let old = manifest(out)?;
    let mut commit = Commit::default();
    for sheet in sheets {
        let digest = sha256(&sheet.bytes);
        let entry = Entry {
            // What is in it is all that it is made of.
            key: sha256(format!("{}\n{digest}", sheet.path).as_bytes()),
            path: sheet.path,
            form: sheet.form,
            inputs: sheet.inputs,
            pages: 0,
            sha256: digest,
            is_stale: false,
        };
        staging.add(&entry, Body::Held(sheet.bytes))?;
        commit.entries.push(entry);
    }
    commit.prepare(out, &old)?;
    commit.begin(out)?;
    let (_, refusal) = commit.finish(out, old)?;
    refusal.map_or(Ok(()), Err)
}

/// Whether a path is that of a sheet; and whether outputs still stand in its folder, as of
/// the units that there are.
pub fn is_kept(path: &str, kept: &BTreeSet<String>) -> bool {
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let own = folder(path);
    ENDINGS.iter().any(|ending| path.ends_with(ending))
        && kept.iter().any(|path| folder(path) == own)
}
