//! `out/` is held by one process at a time, from before it reads what stands there until
//! it has recorded what it wrote.

use std::error::Error;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use super::files::{is_folder, make_folder, private};
use crate::load::failed_at;

/// The file that is locked; it says who holds it.
pub const LOCK: &str = ".lock";
/// Keeps what stands in `out/` out of git.
const IGNORED: &str = ".gitignore";

/// A build waits so long for another one to end.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// `out/`, held.
pub struct Hold {
    _lock: File,
}

/// Another process holds `out/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The number of the process, where it is known.
    pub by: String,
}

impl fmt::Display for Held {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "process {} is writing out/", self.by)
    }
}

impl Error for Held {}

/// Whether a folder can be that of outputs: it is not there, is empty, or was one before.
pub fn is_free(out: &Path) -> bool {
    let names = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) => return error.kind() == io::ErrorKind::NotFound,
    };
    out.join(LOCK).is_file() || names.flatten().next().is_none()
}

impl Hold {
    /// Holds `out/`, which is made where it is not there yet.
    ///
    /// # Errors
    /// [`Held`] where another process still holds it after a time; else where the folder
    /// cannot be written.
    pub fn of(out: &Path, patience: Duration) -> io::Result<Self> {
        is_folder(out)?;
        make_folder(out)?;
        #[cfg(unix)]
        {
            let only_owner = std::os::unix::fs::PermissionsExt::from_mode(0o700);
            fs::set_permissions(out, only_owner).map_err(failed_at(out))?;
        }
        let ignored = out.join(IGNORED);
        if ignored.symlink_metadata().is_err() {
            fs::write(&ignored, "*\n").map_err(failed_at(&ignored))?;
        }
        let path = out.join(LOCK);
        let mut lock = private().read(true).open(&path).map_err(failed_at(&path))?;
        let begun = Instant::now();
        while lock.try_lock().is_err() {
            if begun.elapsed() >= patience {
                let by = fs::read_to_string(&path).unwrap_or_default();
                let by = by.trim().to_owned();
                return Err(io::Error::other(Held { by }));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let noted = lock
            .set_len(0)
            .and_then(|()| write!(lock, "{}", std::process::id()));
        noted.map_err(failed_at(&path))?;
        Ok(Self { _lock: lock })
    }
}
