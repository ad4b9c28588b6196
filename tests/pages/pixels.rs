//! How the printed pages look: rules, diagonals, photos and the shapes of the
//! characters, of which plans know nothing. `pixels/hashes.txt` has one line
//! for each page; of a few the picture itself is kept, to be seen beside the
//! new one when it changes.
//!
//! `SNAPSHOTS=overwrite cargo test --test pages pixels` renews both. They are to
//! be looked at before they are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use image::GrayImage;
use sha2::{Digest as _, Sha256};
use snapbox::assert::{Action, DEFAULT_ACTION_ENV};

use crate::difference::{Change, report};
use crate::drawn::draw_in_shades;
use crate::outputs;

/// 60 dots an inch: lines are seen, and a shift of a tenth of a millimetre too.
const DOTS_PER_MM: f64 = 60.0 / 25.4;

/// Both sides of the card, its notes, a register, a table.
const KEPT: [&str; 5] = [
    "附件1-已填-1",
    "附件1-已填-2",
    "附件1-空白-3",
    "附件3-已填-1",
    "附件6-已填-1",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/pixels")
}

fn picture(name: &str) -> PathBuf {
    folder().join(format!("{name}.png"))
}

/// The pages by name.
fn drawn() -> BTreeMap<String, GrayImage> {
    let mut pages = BTreeMap::new();
    for output in outputs::all() {
        let drawn = draw_in_shades(output.pdf.clone(), DOTS_PER_MM);
        for (index, page) in drawn.into_iter().enumerate() {
            pages.insert(format!("{}-{}", output.name, index + 1), page);
        }
    }
    pages
}

fn hash(page: &GrayImage) -> String {
    let mut hash = Sha256::new();
    for number in [page.width(), page.height()] {
        hash.update(number.to_be_bytes());
    }
    hash.update(page.as_raw());
    hash.finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The lines of `hashes.txt`: hash, two spaces, page.
fn listed() -> BTreeMap<String, String> {
    let text = fs::read_to_string(folder().join("hashes.txt")).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    lines
        .map(|(hash, name)| (name.to_owned(), hash.to_owned()))
        .collect()
}

fn overwrite(pages: &BTreeMap<String, GrayImage>) {
    let line = |(name, page): (&String, &GrayImage)| format!("{}  {name}\n", hash(page));
    let lines: String = pages.iter().map(line).collect();
    fs::write(folder().join("hashes.txt"), lines).unwrap();
    for name in KEPT {
        // The same picture is not written again: another version of the encoder
        // would make other bytes of it.
        if kept(name).as_ref() != Some(&pages[name]) {
            pages[name].save(picture(name)).unwrap();
        }
    }
}

fn kept(name: &str) -> Option<GrayImage> {
    Some(image::open(picture(name)).ok()?.to_luma8())
}

/// The pages as they are now. Whoever asks first renews what is kept, if that
/// is wanted, so that no test reads what another one is writing.
fn pages() -> &'static BTreeMap<String, GrayImage> {
    static PAGES: LazyLock<BTreeMap<String, GrayImage>> = LazyLock::new(|| {
        let pages = drawn();
        if Action::with_env_var(DEFAULT_ACTION_ENV) == Some(Action::Overwrite) {
            overwrite(&pages);
        }
        pages
    });
    &PAGES
}

#[test]
#[cfg_attr(
    not(target_arch = "x86_64"),
    ignore = "other processors round otherwise"
)]
fn every_page_looks_as_it_did() {
    let pages = pages();
    let listed = listed();
    let names: BTreeSet<&String> = pages.keys().chain(listed.keys()).collect();
    let changed = |name: &&&String| listed.get(**name) != pages.get(**name).map(hash).as_ref();
    let changes: Vec<Change> = names
        .iter()
        .filter(changed)
        .map(|name| Change {
            name: (*name).clone(),
            before: kept(name),
            after: pages.get(*name).cloned(),
        })
        .collect();
    if !changes.is_empty() {
        let path = report(
            &Path::new(env!("CARGO_TARGET_TMPDIR")).join("pixels"),
            &changes,
        );
        let names: Vec<&str> = changes.iter().map(|change| change.name.as_str()).collect();
        panic!(
            "{} pages look otherwise: {}\nsee {}",
            names.len(),
            names.join(", "),
            path.display()
        );
    }
}

/// A picture that is not of its line would show a wrong “before”.
#[test]
fn the_pictures_kept_are_those_of_the_list() {
    assert!(pages().len() > KEPT.len());
    let listed = listed();
    for name in KEPT {
        let hash = kept(name).as_ref().map(hash);
        assert_eq!(hash.as_ref(), listed.get(name), "{name}");
    }
    let entries = fs::read_dir(folder()).unwrap();
    let files: BTreeSet<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let kept = KEPT.map(|name| format!("{name}.png"));
    let expected = kept.into_iter().chain(["hashes.txt".to_owned()]);
    assert_eq!(files, expected.collect());
}
