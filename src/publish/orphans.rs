//! Files in `out/` that the manifest does not name.

use std::path::Path;

use walkdir::WalkDir;

use super::manifest::{MOST, Manifest};
use crate::forms::outputs::is_below_out;
use crate::load::read_plain;

/// What every page of ours says of itself.
const CREATOR: &[u8] = b"/Creator(paicha)";
/// The end of a PDF: what others change is added behind it, with an end of its own.
const END: &[u8] = b"%%EOF";

/// The paths of files that could be outputs and are not listed.
pub fn unlisted(out: &Path, manifest: &Manifest) -> Vec<String> {
    let entries = WalkDir::new(out).min_depth(1).sort_by_file_name();
    let files = entries.into_iter().flatten();
    let files = files.filter(|entry| !entry.file_type().is_dir());
    let paths = files.filter_map(|entry| {
        let path = entry.path().strip_prefix(out).ok()?.to_str()?;
        Some(path.replace('\\', "/"))
    });
    let is_unlisted = |path: &String| is_below_out(path) && manifest.get(path).is_none();
    paths.filter(is_unlisted).collect()
}

/// Those of them that were made by the program and not touched since: of a build whose
/// manifest was lost.
pub fn orphans(out: &Path, manifest: &Manifest) -> Vec<String> {
    let mut unlisted = unlisted(out, manifest);
    unlisted.retain(|path| read_plain(&out.join(path), MOST).is_ok_and(|it| is_ours(&it)));
    unlisted
}

/// Whether a file says that the program made it, whoever has changed it since.
pub fn is_by_program(bytes: &[u8]) -> bool {
    let mut windows = bytes.windows(CREATOR.len());
    windows.any(|window| window == CREATOR)
}

/// Whether a file is as the program wrote it.
pub fn is_ours(bytes: &[u8]) -> bool {
    let count = |part: &[u8]| bytes.windows(part.len()).filter(|it| *it == part).count();
    count(CREATOR) == 1 && count(END) == 1
}
