//! The pictures of pages in the READMEs are the pages as they are now.
//!
//! `SNAPSHOTS=overwrite cargo test --test pages pictures` draws them anew. They are to be
//! looked at before they are kept.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use image::GrayImage;
use snapbox::assert::{Action, DEFAULT_ACTION_ENV};

use crate::drawn::draw_in_shades;
use crate::outputs;

/// As browsers show a page at its own size.
const DOTS_PER_MM: f64 = 96.0 / 25.4;

/// The forms whose first pages are shown, filled in: a card, a register, a table.
const SHOWN: [&str; 3] = ["附件1", "附件3", "附件6"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn picture(form: &str) -> PathBuf {
    root().join(format!("docs/pictures/{form}.png"))
}

fn page(form: &str) -> GrayImage {
    let name = format!("{form}-已填");
    let output = outputs::all().iter().find(|output| output.name == name);
    let pdf = output.expect("an output").pdf.clone();
    draw_in_shades(pdf, DOTS_PER_MM).swap_remove(0)
}

#[test]
#[cfg_attr(
    not(target_arch = "x86_64"),
    ignore = "other processors round otherwise"
)]
fn the_pictures_are_the_pages_as_they_are_now() {
    let renews = Action::with_env_var(DEFAULT_ACTION_ENV) == Some(Action::Overwrite);
    let kept = |form: &str| Some(image::open(picture(form)).ok()?.to_luma8());
    let mut others = Vec::new();
    for form in SHOWN {
        let page = page(form);
        if kept(form).as_ref() != Some(&page) {
            match renews {
                // The same dots are not written again: another encoder makes other bytes.
                true => page.save(picture(form)).expect("a file"),
                false => others.push(form),
            }
        }
    }
    assert!(others.is_empty(), "look otherwise now: {others:?}");
}

/// None is kept that no README shows, and none is as large as a page of the web.
#[test]
fn every_picture_is_shown_and_small() {
    let mut files = BTreeSet::new();
    for entry in fs::read_dir(root().join("docs/pictures")).expect("a folder") {
        let entry = entry.expect("an entry");
        let size = entry.metadata().expect("a file").len();
        assert!(size < 120_000, "{}: {size} bytes", entry.path().display());
        files.insert(entry.file_name().into_string().expect("UTF-8"));
    }
    assert_eq!(files, SHOWN.map(|form| format!("{form}.png")).into());
    for readme in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(root().join(readme)).expect("a page");
        for file in &files {
            let source = format!("<img src=\"docs/pictures/{file}\" width=");
            assert!(text.contains(&source), "{readme} does not show {file}");
        }
    }
}
