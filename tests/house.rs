//! The house is as `docs/architecture.md` says: first guesses find what they look for, and
//! pages lead where they say.

#![allow(missing_docs, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

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

/// The pages for people: the READMEs and all below `docs/`.
fn pages() -> Vec<PathBuf> {
    let mut pages = vec![root().join("README.md"), root().join("README.zh-CN.md")];
    let below = walkdir::WalkDir::new(root().join("docs")).sort_by_file_name();
    let files = below
        .into_iter()
        .map(|entry| entry.expect("an entry").into_path());
    pages.extend(files.filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    pages
}

/// The text of a page without its blocks and pieces of code.
fn prose(page: &Path) -> String {
    let text = fs::read_to_string(page).unwrap_or_else(|error| panic!("{page:?}: {error}"));
    let outside = format!("\n{text}");
    let outside: String = outside.split("\n```").step_by(2).collect();
    outside.split('`').step_by(2).collect()
}

/// What a page leads to: links and pictures, not those of the web.
fn links(page: &Path) -> Vec<String> {
    let prose = prose(page);
    let targets = |begin: &str, end: char| -> Vec<String> {
        let targets = prose.split(begin).skip(1);
        let targets = targets.filter_map(|rest| rest.split_once(end));
        targets.map(|(target, _)| target.to_owned()).collect()
    };
    let mut links = [targets("](", ')'), targets("src=\"", '"')].concat();
    links.retain(|link| !link.contains("://"));
    links
}

/// The anchors of a page: its headings in small letters, with hyphens for spaces.
fn anchors(page: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(page).unwrap_or_default();
    let heads = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |head: &str| -> String {
        let head = head.trim_start_matches('#').trim().to_lowercase();
        let kept = head
            .chars()
            .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    heads.map(anchor).collect()
}

#[test]
fn links_lead_somewhere() {
    let mut seen = 0;
    for page in pages() {
        for link in links(&page) {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let folder = page.parent().expect("a folder");
            let target = match path {
                "" => page.clone(),
                path => folder.join(path),
            };
            assert!(target.exists(), "{}: {link}", page.display());
            let leads = anchor.is_empty() || anchors(&target).contains(anchor);
            assert!(leads, "{}: no heading for {link}", page.display());
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen} links");
}

/// Each page of the reference is there in both languages, and on the map of its README.
#[test]
fn the_reference_is_on_the_map_in_both_languages() {
    let named = |readme: &str| -> BTreeSet<String> {
        let links = links(&root().join(readme)).into_iter();
        let files = links.filter_map(|link| Some(link.split('#').next()?.to_owned()));
        files
            .filter(|file| file.starts_with("docs/reference/"))
            .collect()
    };
    let (english, chinese) = (named("README.md"), named("README.zh-CN.md"));
    let twins = english.iter().map(|page| page.replace(".md", ".zh-CN.md"));
    assert_eq!(twins.collect::<BTreeSet<String>>(), chinese);
    let folder = fs::read_dir(root().join("docs/reference")).expect("a folder");
    let path = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().expect("UTF-8");
        format!("docs/reference/{name}")
    };
    let files = folder.map(|entry| path(entry.expect("an entry")));
    assert_eq!(files.collect::<BTreeSet<String>>(), &english | &chinese);
}
