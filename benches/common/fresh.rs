//! Room for a first build.

use std::fs;
use std::io;
use std::path::Path;

use paicha::publish::OUT;

/// Moves away what a build left in a workspace, so that the next one is as the first.
/// It is not removed: for a minute after many files are removed, ext4 is slow to make
/// new ones.
pub fn move_out_away(root: &Path) -> io::Result<()> {
    let out = root.join(OUT);
    if out.exists() {
        let away = tempfile::tempdir_in(root)?.keep();
        fs::rename(out, away.join(OUT))?;
    }
    Ok(())
}
