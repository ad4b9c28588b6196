//! Failures of the machine tell where.

use std::io;
use std::path::Path;

/// Says at which path reading or writing failed: `<path>: …`.
pub fn failed_at(path: &Path) -> impl FnOnce(io::Error) -> io::Error {
    move |error| {
        let text = error.to_string();
        // Temporary files tell a path of their own, which is gone.
        let text = text.split(" at path ").next().unwrap_or_default();
        io::Error::new(error.kind(), format!("{}: {text}", path.display()))
    }
}
