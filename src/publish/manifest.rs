//! `out/清单.json`: which files in `out/` are ours.

use std::collections::BTreeSet;
use std::io::{self, Read as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::files::{if_there, is_folder};
use crate::forms::outputs::is_below_out;
use crate::load::{Digesting, failed_at, hexadecimal, open_plain, read_plain};

/// Its file in `out/`.
pub use crate::forms::outputs::LIST as MANIFEST;

/// The version that writes it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The list of all outputs, by path.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The version that wrote it.
    #[serde(rename = "版本")]
    pub version: String,
    /// The outputs in the byte order of their paths.
    #[serde(rename = "输出")]
    pub entries: Vec<Entry>,
}

/// An output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Path below `out/`, with `/`.
    #[serde(rename = "路径")]
    pub path: String,
    /// The form's id.
    #[serde(rename = "表")]
    pub form: String,
    /// The files it was made from.
    #[serde(rename = "输入")]
    pub inputs: Vec<String>,
    /// Number of pages.
    #[serde(rename = "页数")]
    pub pages: usize,
    /// SHA-256 of the file.
    #[serde(rename = "SHA256")]
    pub sha256: String,
    /// What it was made of: while this is the same, it need not be made again.
    #[serde(rename = "键", default)]
    pub key: String,
    /// Whether its data has changed and it could not be made anew.
    #[serde(rename = "过期", default, skip_serializing_if = "std::ops::Not::not")]
    pub is_stale: bool,
}

impl Manifest {
    /// The list of these outputs, written by this version.
    pub fn of(mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Self {
            version: VERSION.to_owned(),
            entries,
        }
    }

    /// What it says of an output.
    pub fn get(&self, path: &str) -> Option<&Entry> {
        let entries = &self.entries;
        let place = entries.binary_search_by(|entry| entry.path.as_str().cmp(path));
        place.ok().map(|place| &entries[place])
    }
}

/// The manifest of `out/`.
///
/// # Errors
/// Where it is there and cannot be read.
pub fn manifest(out: &Path) -> io::Result<Manifest> {
    is_folder(out)?;
    let path = out.join(MANIFEST);
    let bytes = if_there(read_plain(&path, MOST).map_err(io::Error::from));
    let bytes = bytes.map_err(failed_at(&path))?;
    // A manifest that is no JSON names no file as ours.
    let manifest = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let mut manifest: Manifest = manifest.unwrap_or_default();
    manifest.entries.sort_by(|a, b| a.path.cmp(&b.path));
    // What names no file below out/ is none of ours.
    manifest.entries.retain(|entry| is_below_out(&entry.path));
    Ok(manifest)
}

/// The digests of all files as they were written that the manifest of `out/` names; none
/// where it cannot be read.
pub fn listed(out: &Path) -> BTreeSet<String> {
    let manifest = manifest(out).unwrap_or_default();
    manifest
        .entries
        .into_iter()
        .map(|entry| entry.sha256)
        .collect()
}

/// A larger file in `out/` is none that was written.
pub const MOST: u64 = 256 << 20;

impl Entry {
    /// Whether a file holds what was written for the output.
    pub fn is_whole_in(&self, file: &Path) -> bool {
        let mut digest = Digesting::default();
        let read = open_plain(file).map_err(io::Error::from);
        let read = read.and_then(|file| io::copy(&mut file.take(MOST + 1), &mut digest));
        read.is_ok_and(|read| read <= MOST && digest.end() == self.sha256)
    }
}

/// The digest by which the manifest knows a file.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}
