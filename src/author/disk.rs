//! What is written reaches the disk before it gets its name; and where tests stop a run.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use crate::load::failed_at;

/// Has everything that was written in a folder's file system reach the disk.
///
/// # Errors
/// Where it cannot.
#[cfg(target_os = "linux")]
pub fn sync(folder: &Path, _: &mut dyn Iterator<Item = PathBuf>) -> io::Result<()> {
    let synced = File::open(folder).and_then(|folder| Ok(rustix::fs::syncfs(folder)?));
    synced.map_err(failed_at(folder))
}

/// Has files that were written reach the disk.
///
/// # Errors
/// Where they cannot.
#[cfg(not(target_os = "linux"))]
pub fn sync(_: &Path, files: &mut dyn Iterator<Item = PathBuf>) -> io::Result<()> {
    files.try_for_each(|path| {
        let synced = File::options()
            .write(true)
            .open(&path)
            .and_then(|file| file.sync_all());
        synced.map_err(failed_at(&path))
    })
}

/// Tests stop or kill a run before one of its renames, or of its corrections:
/// `PAICHA_INTERRUPT=3` is killed before the third, `3:FILE` waits there, having made
/// FILE, until that is gone.
#[cfg(debug_assertions)]
pub use interruption::may_come as may_be_interrupted;

#[cfg(debug_assertions)]
mod interruption {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    static RENAMES: AtomicUsize = AtomicUsize::new(0);

    /// Waits or dies here, where that was asked for.
    pub fn may_come() {
        let number = RENAMES.fetch_add(1, Ordering::SeqCst) + 1;
        let Ok(asked) = std::env::var("PAICHA_INTERRUPT") else {
            return;
        };
        let (at, file) = asked.split_once(':').unwrap_or((&asked, ""));
        if at.parse() != Ok(number) {
            return;
        }
        if file.is_empty() {
            std::process::abort();
        }
        let file = std::path::Path::new(file);
        drop(std::fs::write(file, ""));
        while file.exists() {
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}
