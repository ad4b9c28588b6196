//! What a build leaves for the next one, so that this need not look at everything
//! again. It says nothing that could not be found out anew: without it, builds give
//! the same, only later.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::seen::{Seen, written};

/// Its file in `out/`.
pub const FILE: &str = ".memory";

/// What is remembered.
#[derive(Default, Serialize, Deserialize)]
pub struct Memory {
    /// What each output looked like when its content was that of the manifest.
    pub outputs: BTreeMap<String, Seen>,
    /// When the file was written.
    #[serde(skip)]
    written: Duration,
}

impl Memory {
    /// Of outputs as they look now.
    pub fn of(outputs: BTreeMap<String, Seen>) -> Self {
        Self {
            outputs,
            ..Self::default()
        }
    }

    /// What was left in `out/`; nothing where it cannot be read.
    pub fn read(out: &Path) -> Self {
        let file = out.join(FILE);
        let memory = fs::read(&file).ok().and_then(|bytes| {
            let memory: Self = serde_json::from_slice(&bytes).ok()?;
            Some(Self {
                written: written(&file)?,
                ..memory
            })
        });
        memory.unwrap_or_default()
    }

    /// Whether an output still looks as it did.
    pub fn knows(&self, path: &str, target: &Path) -> bool {
        let seen = self.outputs.get(path);
        seen.is_some_and(|seen| self.is_same(seen, target))
    }

    /// Whether a file still looks as it did.
    fn is_same(&self, seen: &Seen, target: &Path) -> bool {
        seen.is_before(self.written) && Seen::of(target).as_ref() == Some(seen)
    }

    /// As it is written.
    ///
    /// # Errors
    /// None that could be met: texts and numbers are JSON.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        serde_json::to_vec(self).map_err(io::Error::other)
    }
}
