//! `out/清单.json`: which files in `out/` are ours.

use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::load::{hexadecimal, read_plain};

/// Its file in `out/`.
pub const MANIFEST: &str = "清单.json";

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
}

/// A larger file in `out/` is none that was written.
pub const MOST: u64 = 256 << 20;

impl Entry {
    /// Whether a file holds what was written for the output.
    pub fn is_whole_in(&self, file: &Path) -> bool {
        read_plain(file, MOST).is_ok_and(|bytes| sha256(&bytes) == self.sha256)
    }
}

/// The digest by which the manifest knows a file.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}
