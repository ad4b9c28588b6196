//! The house is as `docs/architecture.md` says: first guesses find what they look for.

#![allow(missing_docs, reason = "tests")]

use std::fs;
use std::path::Path;

/// What is looked for, the file, the item.
fn guesses() -> Vec<[String; 3]> {
    let text = fs::read_to_string(root().join("docs/architecture.md")).expect("a page");
    let table = text.split("## First guesses").nth(1).expect("a table");
    let table = table.split("\n## ").next().expect("its end");
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells = rows.map(|row| {
        let mut cells = row.trim_matches('|').split('|').map(str::trim);
        let mut next = || cells.next().expect("a cell").trim_matches('`').to_owned();
        [next(), next(), next()]
    });
    cells.collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn first_guesses_hold() {
    let guesses = guesses();
    assert_eq!(guesses.len(), 10);
    for [what, file, item] in guesses {
        let text = fs::read_to_string(root().join(&file));
        let text = text.unwrap_or_else(|error| panic!("{what}: {file}: {error}"));
        assert!(text.contains(&item), "{what}: no {item} in {file}");
    }
}

/// Files that the page names are there.
#[test]
fn the_files_that_the_page_names_are_there() {
    let text = fs::read_to_string(root().join("docs/architecture.md")).expect("a page");
    for name in text.split('`').skip(1).step_by(2) {
        let is_path = name.contains('/') && name.ends_with(".rs") && !name.contains(['{', '*']);
        if is_path {
            let file = root().join(name.trim_start_matches("src/"));
            let below = root().join("src").join(name.trim_start_matches("src/"));
            assert!(file.is_file() || below.is_file(), "{name}");
        }
    }
}

/// No file of the sources has more than 400 lines.
#[test]
fn files_are_short() {
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let text = fs::read_to_string(&path).expect("UTF-8");
            assert!(text.lines().count() <= 400, "{}", path.display());
        }
    }
}
