//! Texts of documents: `报告/*.txt`, read whole.

use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use super::files::Files;
use super::source::SourceFault;

/// A text that stands for a form's own.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// Path relative to the workspace.
    pub path: PathBuf,
    /// The text, or why it could not be read.
    pub text: Result<String, SourceFault>,
    /// SHA-256 of the text; none where it could not be read.
    pub digest: Option<[u8; 32]>,
}

impl TextFile {
    /// Reads some texts.
    pub fn all(files: &Files, paths: &[PathBuf]) -> Vec<Self> {
        let read = |path: &PathBuf| {
            let text = files.text(path);
            Self {
                digest: text.as_ref().ok().map(|text| Sha256::digest(text).into()),
                path: path.clone(),
                text,
            }
        };
        paths.iter().map(read).collect()
    }

    /// The id of the form whose text it would be; none where its name ends otherwise.
    pub fn form(&self) -> Option<&str> {
        self.path.file_name()?.to_str()?.strip_suffix(".txt")
    }
}
