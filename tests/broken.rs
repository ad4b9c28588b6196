//! Broken workspaces: each folder of `tests/broken/` has one fault, and
//! `expected.stderr` is what a clerk reads about it.
//!
//! `SNAPSHOTS=overwrite cargo test --test broken` writes the snapshots anew;
//! they are to be read before they are kept.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::Workspace;
use common::made::{ELSEWHERE, MADE};
use snapbox::Data;
use snapbox::data::DataFormat;

/// Folders with two messages about their one fault: an empty `data/` has neither
/// a round nor an organisation, a column too much in a row is one too much in 合计,
/// and a file has two control characters.
const TWO_MESSAGES: &[&str] = &[
    "files-folder-data-empty",
    "figures-relation-of-a-row",
    "yaml-control-characters",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}

/// The names of all broken workspaces that this system can have.
fn names() -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).expect("tests/broken");
    let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("UTF-8");
    let mut names: BTreeSet<String> = entries
        .map(|entry| name(entry.expect("an entry")))
        .collect();
    let can_be_made = |name: &str| MADE.iter().any(|(made, _)| *made == name);
    names.retain(|name| !ELSEWHERE.contains(&name.as_str()) || can_be_made(name));
    names
}

/// Builds a copy of a broken workspace, with an `out/` of an earlier build;
/// tells what is not as it should be.
fn faults_of(name: &str) -> Vec<String> {
    let workspace = Workspace::empty();
    let source = folder().join(name);
    if source.join("data").is_dir() {
        common::copy(&source.join("data"), &workspace.path("data"));
    }
    if let Some((_, make)) = MADE.iter().find(|(made, _)| *made == name) {
        make(&workspace);
    }
    let card = "会宁县直机关工委/政府办党支部/附件1/张建国.pdf";
    let old = format!(
        "{{\"版本\": \"0.0.1\", \"输出\": [{{\"路径\": \"{card}\", \"表\": \"附件1\", \
         \"输入\": [], \"页数\": 2, \"SHA256\": \"00\"}}]}}"
    );
    workspace
        .write("out/清单.json", old)
        .write(&format!("out/{card}"), "the card of an earlier build")
        .write("out/说明.txt", "somebody else's file");
    let before = workspace.tree("out");

    let run = workspace.run(&["build"]);

    let mut faults = Vec::new();
    if run.code != 1 {
        faults.push(format!("exit status {}, not 1", run.code));
    }
    if !run.stdout.is_empty() {
        faults.push(format!("standard output: {}", run.stdout));
    }
    if workspace.tree("out") != before {
        let after = workspace.outputs();
        faults.push(format!("out/ was changed: {after:?}"));
    }
    let messages = 1 + usize::from(TWO_MESSAGES.contains(&name));
    if run.codes().len() != messages {
        faults.push(format!("messages: {:?}", run.codes()));
    }
    faults.extend(whole_numbers(&workspace, &run.stderr));
    let expected = Data::read_from(&source.join("expected.stderr"), Some(DataFormat::Text));
    let assert = snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV);
    if let Err(difference) = assert.try_eq(Some(&name), Data::text(run.stderr), expected) {
        faults.push(difference.to_string());
    }
    faults
}

/// ID numbers and phones of the data that a message shows whole.
fn whole_numbers(workspace: &Workspace, message: &str) -> Vec<String> {
    let files = workspace.tree("data").into_values().flatten();
    let texts = files.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let numbers = texts.flat_map(|text| {
        let runs = text.split(|character: char| !character.is_ascii_digit());
        let long = runs.filter(|run| run.len() >= 11).map(str::to_owned);
        long.collect::<Vec<_>>()
    });
    numbers
        .filter(|number| message.contains(number.as_str()))
        .map(|number| format!("shown whole: {number}"))
        .collect()
}

#[track_caller]
fn expect_refused(names: impl Iterator<Item = String>) {
    let faults: Vec<String> = names
        .filter_map(|name| {
            let faults = faults_of(&name);
            (!faults.is_empty()).then(|| format!("== {name}\n{}", faults.join("\n")))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn broken_workspaces_are_refused_with_one_message_and_nothing_is_written() {
    expect_refused(names().into_iter());
}

/// A name in a table of this file that no folder has would test nothing.
#[test]
fn tables_name_folders_that_are_there() {
    let names = names();
    let made = MADE.iter().map(|(name, _)| *name);
    for name in made.chain(TWO_MESSAGES.iter().copied()) {
        assert!(names.contains(name), "{name}");
    }
}
