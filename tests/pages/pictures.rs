//! The pictures of pages in the READMEs are the pages as they are now: of each form of the
//! catalogue its first page, filled in with the sample data.
//!
//! `SNAPSHOTS=overwrite cargo test --test pages pictures` draws them anew. They are to be
//! looked at before they are kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use image::GrayImage;
use paicha::forms::View;
use paicha::publish::{Plan, Selection};
use snapbox::assert::{Action, DEFAULT_ACTION_ENV};

use crate::drawn::draw_in_shades;
use crate::harness::Bench;
use crate::outputs;

/// As browsers show a page at its own size.
const DOTS_PER_MM: f64 = 96.0 / 25.4;
/// As the table of all forms shows them.
const SMALL: f64 = DOTS_PER_MM / 2.0;

/// The forms that are shown large: a card, a register, a table.
const LARGE: [&str; 3] = ["附件1", "附件3", "附件6"];

/// The unit whose pages are shown, where it has one of a form.
const BRANCH: &str = "会宁县直机关工委/政府办党支部";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn picture(form: &str) -> PathBuf {
    root().join(format!("docs/pictures/{form}.png"))
}

fn large(form: &str) -> GrayImage {
    let name = format!("{form}-已填");
    let output = outputs::all().iter().find(|output| output.name == name);
    let pdf = output.expect("an output").pdf.clone();
    draw_in_shades(pdf, DOTS_PER_MM).swap_remove(0)
}

/// The first page of each form, of the branch or of the first unit that has it.
fn all() -> BTreeMap<String, GrayImage> {
    let bench = Bench::sample();
    let project = &bench.project;
    let plan = Plan::of(project, &Selection::default());
    let mut pages = BTreeMap::new();
    for (id, form) in project.catalogue.forms.iter() {
        let mut outputs = plan.wanted.iter().filter(|output| output.form == id);
        let of_branch = |path: &str| path.starts_with(BRANCH);
        let output = outputs.clone().find(|output| of_branch(&output.path));
        let output = output.or_else(|| outputs.next()).expect("an output");
        let page = match LARGE.contains(&form.id()) {
            true => large(form.id()),
            false => {
                let view = match output.unit {
                    Some(unit) => View::of(project.source(), form, unit, output.member),
                    None => None,
                };
                let view = view.expect("a view");
                draw_in_shades(bench.pdf(form.id(), &view, &output.path), SMALL).swap_remove(0)
            }
        };
        pages.insert(form.id().to_owned(), page);
    }
    pages
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
    for (form, page) in all() {
        if kept(&form).as_ref() != Some(&page) {
            match renews {
                // The same dots are not written again: another encoder makes other bytes.
                true => page.save(picture(&form)).expect("a file"),
                false => others.push(form),
            }
        }
    }
    assert!(others.is_empty(), "look otherwise now: {others:?}");
}

/// The READMEs have a row with a picture for each form of the catalogue, none is kept that
/// they do not show, and none is as large as a page of the web.
#[test]
fn every_form_is_shown_and_small() {
    let bench = Bench::sample();
    let forms = bench.project.catalogue.forms.values();
    let forms: Vec<(&str, &str)> = forms
        .map(|form| (form.id(), form.declaration.title.as_str()))
        .collect();
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join("docs/pictures")).expect("a folder") {
        let entry = entry.expect("an entry");
        let size = entry.metadata().expect("a file").len();
        assert!(size < 120_000, "{}: {size} bytes", entry.path().display());
        files.push(entry.file_name().into_string().expect("UTF-8"));
    }
    let mut expected: Vec<String> = forms.iter().map(|(id, _)| format!("{id}.png")).collect();
    files.sort();
    expected.sort();
    assert_eq!(files, expected);
    for readme in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(root().join(readme)).expect("a page");
        for (id, title) in &forms {
            let source = format!("| <img src=\"docs/pictures/{id}.png\" width=");
            let row = text.lines().find(|line| line.starts_with(&source));
            let row = row.unwrap_or_else(|| panic!("{readme} does not show {id}"));
            assert!(row.contains(id) && row.contains(title), "{readme}: {row}");
        }
    }
}
