//! A workspace in which one member has a photo.

use std::fs;
use std::path::Path;

use super::common::sample::{self, CHEN, COMMITTEE, HOSPITAL, LI, WANG, ZHANG};
use super::common::{Run, Workspace};

/// Where the photo stands.
pub const PHOTO: &str = "data/县直机关工委/政府办党支部/照片/张建国.jpg";
/// The card that prints it.
pub const CARD: &str = "out/县直机关工委/政府办党支部/附件1/张建国.pdf";

/// A file that another program made.
pub fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/files");
    fs::read(folder.join(name)).expect("a file")
}

/// The workspace with these bytes as the photo.
pub fn with(photo: impl AsRef<[u8]>) -> Workspace {
    let workspace = named();
    workspace.write(PHOTO, photo);
    workspace
}

/// The workspace without the photo that it names, in the last line of the member's file.
pub fn named() -> Workspace {
    let workspace = sample::workspace();
    for other in [CHEN, COMMITTEE, HOSPITAL, LI, WANG] {
        workspace.remove(other);
    }
    workspace.edit(
        ZHANG,
        "月应交纳党费: 35.00\n",
        "月应交纳党费: 35.00\n照片: 照片/张建国.jpg\n",
    );
    workspace
}

/// That `check`, `check --pages` and `build` all refuse the photo with this code at its
/// key, and nothing else is wrong; what `check` said.
#[track_caller]
pub fn refused(workspace: &Workspace, code: &str, what: &str) -> String {
    for arguments in [&["check"][..], &["check", "--pages"], &["build"]] {
        let run = workspace.expect(1, arguments);
        stands_at_key(&run, code, what);
        assert!(workspace.pdfs().is_empty(), "{what}");
    }
    workspace.run(&["check"]).stderr
}

/// What a run told, but for notices, as of small type.
fn codes(run: &Run) -> Vec<&str> {
    let codes = run.codes().into_iter();
    codes.filter(|code| !code.starts_with('N')).collect()
}

/// That a run told just this at the key of the photo.
#[track_caller]
pub fn stands_at_key(run: &Run, code: &str, what: &str) {
    assert_eq!(codes(run), [code], "{what}\n{}", run.stderr);
    // 照片: in line 12, its value from the 5th character on.
    let place = format!("--> {ZHANG}:12:5");
    assert!(run.stderr.contains(&place), "{what}\n{}", run.stderr);
}

/// That `check`, `check --pages` and `build` take the photo, and say of it only what is
/// expected; the card.
#[track_caller]
pub fn taken(workspace: &Workspace, codes: &[&str], what: &str) -> Vec<u8> {
    for arguments in [&["check"][..], &["check", "--pages"]] {
        let run = workspace.expect(0, arguments);
        assert_eq!(self::codes(&run), codes, "{what}\n{}", run.stderr);
    }
    workspace.expect(0, &["build"]);
    workspace.read(CARD)
}
