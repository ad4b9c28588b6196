//! What a file looked like when its content was known, so that it need not be read
//! again while it looks the same.

use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// Size, number and times of a file, or of a folder, which change with what it lists. The time of its last change of any kind cannot
/// be set at will as that of its last writing can; where the system has none, a file
/// never looks the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen(u64, u64, i64, i64, i64, i64);

impl Seen {
    /// What a file looks like; `None` if it is not there or the system cannot tell.
    pub fn of(path: &Path) -> Option<Self> {
        of(&std::fs::symlink_metadata(path).ok()?)
    }

    /// Whether the file was last changed so long before a moment that a later change
    /// would show: clocks of file systems tick only so often.
    pub fn is_before(&self, moment: Duration) -> bool {
        let seconds = u64::try_from(self.4).unwrap_or(u64::MAX);
        let nanoseconds = u32::try_from(self.5).unwrap_or(0);
        let changed = Duration::new(seconds, nanoseconds);
        changed.saturating_add(TICK) < moment
    }
}

/// Longer than any such clock takes from one tick to the next.
pub const TICK: Duration = Duration::from_millis(20);

/// When a file was last written, since 1970.
pub fn written(path: &Path) -> Option<Duration> {
    let time = std::fs::metadata(path).ok()?.modified().ok()?;
    time.duration_since(UNIX_EPOCH).ok()
}

#[cfg(unix)]
fn of(metadata: &Metadata) -> Option<Seen> {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.is_file() || metadata.is_dir()).then(|| {
        Seen(
            metadata.size(),
            metadata.ino(),
            metadata.mtime(),
            metadata.mtime_nsec(),
            metadata.ctime(),
            metadata.ctime_nsec(),
        )
    })
}

#[cfg(not(unix))]
fn of(_: &Metadata) -> Option<Seen> {
    None
}
