//! Where a result goes: to standard output, or into a file that is there whole or not at
//! all, readable by its owner alone.

use std::fs;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::Context;
use super::exit::Stop;
use super::terminal::Terminal;
use crate::load::{PARTS, failed_at};
use crate::publish::OUT;
use crate::report::visible::{shown, visible, without_commands};

/// Where a result goes.
pub enum Target<'a> {
    /// Standard output.
    Standard(&'a Terminal),
    /// A file, and what it is written to until it is whole.
    File(PathBuf, BufWriter<NamedTempFile>),
}

impl<'a> Target<'a> {
    /// Standard output, or the file that is named; through a link, the one it leads to.
    /// What is no file stays, and so does all that the workspace is made of, or that stands
    /// in `out/`.
    pub fn of(context: &'a Context, file: Option<&PathBuf>) -> Result<Self, Stop> {
        let Some(given) = file else {
            return Ok(Self::Standard(&context.terminal));
        };
        let is_link = fs::symlink_metadata(given).is_ok_and(|found| found.is_symlink());
        let path = match is_link {
            true => given.canonicalize().map_err(failed_at(given))?,
            false => given.clone(),
        };
        if fs::metadata(&path).is_ok_and(|found| !found.is_file()) {
            return Err(Stop::Usage(context.words.not_a_file(&shown(given))));
        }
        if is_of_workspace(context, &path) {
            return Err(Stop::Usage(context.words.of_workspace(&shown(given))));
        }
        let file = NamedTempFile::new_in(folder(&path)).map_err(failed_at(given))?;
        Ok(Self::File(path, BufWriter::new(file)))
    }

    /// Adds a text for people.
    pub fn result(&mut self, text: &str) -> io::Result<()> {
        self.data(&without_commands(text))
    }

    /// Adds some of what programs read.
    pub fn data(&mut self, text: &str) -> io::Result<()> {
        match self {
            Self::Standard(terminal) => terminal.data(text),
            Self::File(..) => self.bytes(visible(text).as_bytes()),
        }
    }

    /// Adds what is no text, which goes to files alone.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Standard(_) => Ok(()),
            Self::File(path, file) => file.write_all(bytes).map_err(failed_at(path)),
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

/// Whether a file, whose folder is there, stands where the workspace has its own.
pub fn is_of_workspace(context: &Context, path: &Path) -> bool {
    let folder = folder(path).canonicalize().ok();
    let below = folder.zip(context.root.canonicalize().ok());
    let below = below.and_then(|(folder, root)| {
        let path = folder.join(path.file_name()?);
        Some(path.strip_prefix(root).ok()?.to_owned())
    });
    let own = || PARTS.into_iter().chain([OUT]);
    below.is_some_and(|below| own().any(|part| below.starts_with(part)))
}

/// The folder of a file that a call names.
fn folder(path: &Path) -> &Path {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
