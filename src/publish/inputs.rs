//! The files that an output is made from, as the manifest lists them.

use std::path::{Path, PathBuf};

use crate::load::DATA;
use crate::model::handle::{MemberId, UnitId};
use crate::tabulate::Source;

/// The files of a unit that one of its outputs follows from, with the files in `more` that
/// are its alone: of a member his own, else those of all; above branches, the folders that
/// are summed up.
pub fn inputs(
    source: Source<'_>,
    unit: UnitId,
    member: Option<MemberId>,
    more: &[&Path],
) -> Vec<String> {
    let workspace = source.workspace;
    let files = &workspace.units[unit];
    let round = workspace.round.iter().map(|file| file.path.as_path());
    let mut paths: Vec<&Path> = round.chain([files.organisation.path.as_path()]).collect();
    let mut below = Vec::new();
    match member {
        Some(member) => paths.push(&files.member_paths[member]),
        None => {
            paths.extend(files.member_paths.values().map(PathBuf::as_path));
            paths.extend(files.figures.iter().map(|file| file.path.as_path()));
            let units = files.below.iter().map(|below| &workspace.units[*below]);
            below.extend(units.map(|below| format!("{DATA}/{}", below.path)));
        }
    }
    paths.extend(more);
    let name = |path: &Path| path.to_string_lossy().replace('\\', "/");
    paths.into_iter().map(name).chain(below).collect()
}
