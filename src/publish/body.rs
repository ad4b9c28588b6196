//! The bytes of an output on their way into `out/`: held, or, of a list of many parts,
//! written as they come.

use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::manifest::sha256;
use crate::load::{Digesting, failed_at};

/// The bytes of an output.
#[derive(Debug)]
pub enum Body {
    /// Held.
    Held(Vec<u8>),
    /// Written to a file that waits for its name; its digest.
    Written(NamedTempFile, String),
}

impl Body {
    /// The digest by which the manifest knows it.
    pub fn sha256(&self) -> String {
        match self {
            Self::Held(bytes) => sha256(bytes),
            Self::Written(_, digest) => digest.clone(),
        }
    }

    /// All of its bytes.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn bytes(self) -> io::Result<Vec<u8>> {
        match self {
            Self::Held(bytes) => Ok(bytes),
            Self::Written(file, _) => std::fs::read(file.path()).map_err(failed_at(file.path())),
        }
    }
}

/// A body to which bytes are added.
pub struct Growing {
    digest: Digesting,
    file: Option<NamedTempFile>,
    held: Vec<u8>,
}

impl Growing {
    /// A body that is written to a file of its own in a folder; without one it is held.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn new(folder: Option<&Path>) -> io::Result<Self> {
        let file = |folder: &Path| NamedTempFile::new_in(folder).map_err(failed_at(folder));
        Ok(Self {
            digest: Digesting::default(),
            file: folder.map(file).transpose()?,
            held: Vec::new(),
        })
    }

    /// The body.
    pub fn end(self) -> Body {
        match self.file {
            Some(file) => Body::Written(file, self.digest.end()),
            None => Body::Held(self.held),
        }
    }
}

impl io::Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(file) = &mut self.file else {
            self.held.extend_from_slice(bytes);
            return Ok(bytes.len());
        };
        let written = file.write_all(bytes);
        let written = written.and_then(|()| self.digest.write_all(bytes));
        written.map_err(failed_at(file.path()))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
