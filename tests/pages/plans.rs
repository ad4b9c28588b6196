//! Plans: what stands where on each page, as a file that was read against the
//! notice once. A change of a layout shows as the lines that it moves.
//!
//! `SNAPSHOTS=overwrite cargo test --test pages plans` writes them anew; they
//! are to be read before they are kept.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use paicha::typeset::{Inspected, TextRun};
use snapbox::Data;
use snapbox::data::DataFormat;

use crate::outputs;

/// The type faces by short names, so that a run is a line.
const FACES: [(&str, &str); 7] = [
    ("Gongwen Fangsong", "仿宋"),
    ("Noto Serif SC", "宋"),
    ("Gongwen Biaosong", "标宋"),
    ("Gongwen Hei", "黑"),
    ("Gongwen Kai", "楷"),
    ("Liberation Serif", "罗马"),
    ("HanaMinB", "花园"),
];

const LEGEND: &str =
    "横 纵（基线起点，毫米） 宽（毫米） 号（磅） 字体 格名（–：表上文字） 文字；↷：转90°\n";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/plans")
}

fn plan(pages: &Inspected) -> String {
    let mut plan = LEGEND.to_owned();
    for (index, page) in pages.pages.iter().enumerate() {
        let (width, height) = page.size;
        let _ = writeln!(plan, "\n第{}页 {width:.0} × {height:.0}", index + 1);
        for run in &page.texts {
            plan.push_str(&line(run));
        }
        for (x, y, width, height) in page.images.iter().map(|picture| picture.area) {
            let _ = writeln!(plan, "{x:5.1} {y:5.1}   图 {width:.1} × {height:.1}");
        }
    }
    plan
}

fn line(run: &TextRun) -> String {
    let short = FACES.iter().find(|(family, _)| *family == run.family);
    let face = short.map_or(run.family.as_str(), |(_, short)| short);
    let (x, y) = run.origin;
    let turned = if run.turned { "↷" } else { "" };
    let name = run.cell.as_deref().unwrap_or("–");
    // Spaces at the ends would be lost from sight.
    let text = run.text.replace(' ', "␣");
    let size = format!("{:.2}", run.size);
    let size = size.trim_end_matches('0').trim_end_matches('.');
    format!(
        "{x:5.1} {y:5.1} {:5.1} {size:>5} {face}{turned} {name} {text}\n",
        run.width
    )
}

/// The names of the plans that are there.
fn kept() -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn every_text_stands_where_the_plan_has_it() {
    let mut faults = Vec::new();
    let mut names = BTreeSet::new();
    for output in outputs::all() {
        let name = format!("{}.txt", output.name);
        let path = folder().join(&name);
        let expected = Data::read_from(&path, Some(DataFormat::Text));
        let found = Data::text(plan(&output.pages));
        let assert = snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV);
        if let Err(difference) = assert.try_eq(Some(&name), found, expected) {
            faults.push(difference.to_string());
        }
        names.insert(name);
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    // A plan that no output has would hold nothing fast.
    assert_eq!(kept(), names);
}
