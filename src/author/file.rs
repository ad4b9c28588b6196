//! New files.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use crate::load::failed_at;

/// Writes a file where none is yet, with the folders above it; whether there was none.
///
/// # Errors
/// Where it cannot be written.
pub fn write_new(path: &Path, text: &str) -> io::Result<bool> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed_at(folder))?;
    }
    let written = match File::options().write(true).create_new(true).open(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(false),
        file => file.and_then(|mut file| file.write_all(text.as_bytes())),
    };
    written.map_err(failed_at(path))?;
    Ok(true)
}
