//! Sheets in `out/`: written as outputs are, whole or not at all, and listed.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::body::Body;
use super::commit::Commit;
use super::manifest::{Entry, MOST, Manifest, manifest, sha256};
use super::staging::Staging;
use crate::load::failed_at;
use crate::model::handle::UnitId;
use crate::settle::state_within;
use crate::tabulate::Source;

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
    /// What it follows from, in one number: see [`state`].
    pub state: String,
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
            key: sheet.state,
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

/// What a sheet of a unit at a path follows from, in one number: the files of the unit, of
/// those above and below it, layouts and program (`shared`).
///
/// # Errors
/// Where a file cannot be read any more.
pub fn state(source: Source<'_>, unit: UnitId, path: &str, shared: &str) -> io::Result<String> {
    let workspace = source.workspace;
    let state = state_within(source, unit, shared).unwrap_or_default();
    let mut all = format!("{path}\n{state}");
    // Figures that were handed up are no part of it.
    for unit in workspace.within(unit) {
        if let Some(file) = &workspace.units[unit].figures {
            let bytes = workspace.files.read(&file.path, MOST);
            let bytes = bytes.map_err(|unread| failed_at(&file.path)(unread.into()))?;
            all += &format!("\n{}", sha256(&bytes));
        }
    }
    Ok(sha256(all.as_bytes()))
}

/// The sheets of a manifest whose data, layouts or program were changed since.
pub fn outdated(source: Source<'_>, manifest: &Manifest, shared: &str) -> Vec<String> {
    let units = &source.workspace.units;
    let sheets = manifest
        .entries
        .iter()
        .filter(|entry| is_sheet(&entry.path));
    let is_outdated = |entry: &&Entry| {
        let is_below = |path: &str| {
            let rest = entry.path.strip_prefix(path);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        let own = units.iter().filter(|(_, unit)| is_below(&unit.path));
        let unit = own.max_by_key(|(_, unit)| unit.path.len());
        let state = unit
            .map(|(unit, _)| unit)
            .map(|unit| state(source, unit, &entry.path, shared));
        // That of no unit is removed.
        state.is_some_and(|state| state.map_or(true, |state| state != entry.key))
    };
    sheets
        .filter(is_outdated)
        .map(|entry| entry.path.clone())
        .collect()
}

/// Whether a path is that of a sheet.
pub fn is_sheet(path: &str) -> bool {
    ENDINGS.iter().any(|ending| path.ends_with(ending))
}

/// Whether a path is that of a sheet; and whether outputs still stand in its folder, as of
/// the units that there are.
pub fn is_kept(path: &str, kept: &BTreeSet<String>) -> bool {
    let folder = |path: &str| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let own = folder(path);
    is_sheet(path) && kept.iter().any(|path| folder(path) == own)
}
