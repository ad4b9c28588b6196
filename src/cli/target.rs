//! Where a result goes: to standard output, or into a file that is there whole or not at
//! all, readable by its owner alone.

use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::terminal::Terminal;
use crate::load::failed_at;
use crate::report::visible::{visible, without_commands};

/// Where a result goes.
pub enum Target<'a> {
    /// Standard output.
    Standard(&'a Terminal),
    /// A file, and what it is written to until it is whole.
    File(PathBuf, BufWriter<NamedTempFile>),
}

impl<'a> Target<'a> {
    /// Standard output, or the file that is named.
    pub fn of(terminal: &'a Terminal, file: Option<&PathBuf>) -> io::Result<Self> {
        let Some(path) = file else {
            return Ok(Self::Standard(terminal));
        };
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let file = NamedTempFile::new_in(folder).map_err(failed_at(path))?;
        Ok(Self::File(path.clone(), BufWriter::new(file)))
    }

    /// Adds a text for people.
    pub fn result(&mut self, text: &str) -> io::Result<()> {
        self.data(&without_commands(text))
    }

    /// Adds some of what programs read.
    pub fn data(&mut self, text: &str) -> io::Result<()> {
        match self {
            Self::Standard(terminal) => terminal.data(text),
            Self::File(path, file) => {
                let written = file.write_all(visible(text).as_bytes());
                written.map_err(failed_at(path))
            }
        }
    }

    /// All is written: a file that is there is replaced.
    pub fn end(self) -> io::Result<()> {
        let Self::File(path, file) = self else {
            return Ok(());
        };
        let file = file
            .into_inner()
            .map_err(|error| failed_at(&path)(error.into_error()))?;
        let moved = file.persist(&path);
        moved
            .map(drop)
            .map_err(|error| failed_at(&path)(error.error))
    }
}
