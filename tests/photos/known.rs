//! What is remembered of photos: the digests of the whole ones, in the user's cache.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::bench::{PHOTO, file, named, stands_at_key, with};
use super::common::{Run, Workspace, paicha, run};

/// Checks a workspace with a cache in this folder.
fn check(workspace: &Workspace, cache: &Path) -> Run {
    let mut command = paicha();
    command
        // Where the user's own cache would be, if nothing else is said.
        .env("HOME", workspace.root())
        .env("XDG_CACHE_HOME", cache)
        .env("LOCALAPPDATA", cache);
    run(command.arg("-C").arg(workspace.root()).arg("check"))
}

/// The one file below a folder.
fn remembered(cache: &Path) -> std::path::PathBuf {
    let files = walkdir::WalkDir::new(cache)
        .into_iter()
        .map(|entry| entry.expect("a file"));
    let files = files.filter(|entry| entry.file_type().is_file());
    let [file] = &files.collect::<Vec<_>>()[..] else {
        panic!("one file in {}", cache.display());
    };
    file.path().to_owned()
}

fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[test]
fn a_photo_that_was_found_whole_is_known_by_its_digest_alone() {
    let (workspace, cache) = (
        with(file("baseline.jpg")),
        tempfile::tempdir().expect("a folder"),
    );
    assert_eq!(check(&workspace, cache.path()).code, 0);
    let known = remembered(cache.path());
    let bytes = fs::read(&known).expect("a file");
    // The state of the program in 16 letters, and a digest.
    assert_eq!(bytes.len(), 16 + 32);
    assert_eq!(bytes[16..], digest(&file("baseline.jpg")));
    // Nothing new, nothing written.
    let before = fs::metadata(&known)
        .expect("a file")
        .modified()
        .expect("a time");
    assert_eq!(check(&workspace, cache.path()).code, 0);
    assert_eq!(
        fs::metadata(&known)
            .expect("a file")
            .modified()
            .expect("a time"),
        before
    );
    // One more beside it.
    workspace.write(PHOTO, file("progressive.jpg"));
    assert_eq!(check(&workspace, cache.path()).code, 0);
    let more = fs::read(&known).expect("a file");
    assert!(more.starts_with(&bytes) && more.ends_with(&digest(&file("progressive.jpg"))));
    // A damaged one is never known.
    workspace.write(PHOTO, &file("baseline.jpg")[..5000]);
    assert_eq!(check(&workspace, cache.path()).code, 1);
    assert!(fs::read(&known).expect("a file") == more);
}

/// That it is not decoded again shows where its damage is not seen; the kind of picture is
/// looked at all the same.
#[test]
fn what_is_known_is_not_decoded_again() {
    let photo = file("baseline.jpg");
    let mut damaged = photo.clone();
    damaged[5000..5300].fill(0);
    let (workspace, cache) = (with(&photo), tempfile::tempdir().expect("a folder"));
    assert_eq!(check(&workspace, cache.path()).code, 0);
    workspace.write(PHOTO, &damaged);
    stands_at_key(&check(&workspace, cache.path()), "E0803", "damaged");
    let known = remembered(cache.path());
    let mut bytes = fs::read(&known).expect("a file");
    bytes.extend(digest(&damaged));
    bytes.extend(digest(&file("cmyk.jpg")));
    fs::write(&known, &bytes).expect("a file");
    assert_eq!(check(&workspace, cache.path()).code, 0);
    workspace.write(PHOTO, file("cmyk.jpg"));
    stands_at_key(&check(&workspace, cache.path()), "E0807", "of four colours");
    // What another state of the program found may not be so.
    workspace.write(PHOTO, &damaged);
    bytes[3] ^= 1;
    fs::write(&known, &bytes).expect("a file");
    stands_at_key(
        &check(&workspace, cache.path()),
        "E0803",
        "of another state",
    );
}

#[test]
fn without_a_cache_all_is_as_with_it() {
    let sound = with(file("baseline.jpg"));
    let damaged = named();
    damaged.write(PHOTO, &file("baseline.jpg")[..5000]);
    let both = |cache: &Path, what: &str| {
        let run = check(&sound, cache);
        assert_eq!(
            (run.code, run.codes().is_empty()),
            (0, true),
            "{what}\n{}",
            run.stderr
        );
        stands_at_key(&check(&damaged, cache), "E0803", what);
    };
    let cache = tempfile::tempdir().expect("a folder");
    both(cache.path(), "none yet");
    let known = remembered(cache.path());
    let bytes = fs::read(&known).expect("a file");
    for rest in [
        &b""[..],
        b"\0",
        &bytes[..20],
        &[0xFF; 5_000_000],
        &[&bytes[..], b"x"].concat(),
    ] {
        fs::write(&known, rest).expect("a file");
        both(cache.path(), "damaged");
    }
    fs::remove_file(&known).expect("a file");
    fs::create_dir(&known).expect("a folder");
    both(cache.path(), "a folder in its place");
    let no_folder = sound.path("data/排查.yaml");
    both(&no_folder, "no folder");
    both(Path::new(""), "nowhere");
    both(Path::new("below"), "not absolute");
    assert!(!sound.path("below").exists());
}
