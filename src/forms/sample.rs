//! A small branch of made-up members, to see a form with.

use std::path::Path;

use include_dir::{Dir, include_dir};

/// The workspace that the examples of the rules are run on: it has no finding.
static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/tests/rules/base");

/// Writes the sample's data into a folder.
///
/// # Errors
/// Where the folder cannot be written.
pub fn write(folder: &Path) -> std::io::Result<()> {
    SAMPLE.extract(folder)
}
