//! New files.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use crate::load::failed_at;

/// Writes a file where none is yet, with the folders above it; whether there was none.
///
/// # Errors
/// Where it cannot be written.
pub fn write_new(path: &Path, text: &str) -> io::Result<bool> {
    if path.symlink_metadata().is_ok() {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed_at(folder))?;
    }
    let file = File::options().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(failed_at(path))?;
    Ok(true)
}
