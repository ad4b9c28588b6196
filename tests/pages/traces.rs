//! From cells to places and back: both ways agree for every cell of every form.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use paicha::load::Files;
use paicha::publish::tree;

use crate::common::sample;
use crate::harness::Bench;

#[test]
fn what_comes_from_a_file_is_found_from_the_file() {
    let workspace = sample::workspace();
    let bench = Bench::of(workspace.root());
    let maker = bench.maker();
    let mut compared = 0;
    for output in bench.outputs() {
        let view = maker.view(&output).unwrap();
        let mut expected: BTreeMap<PathBuf, BTreeSet<&str>> = BTreeMap::new();
        for (cell, text) in &view.cells {
            let places = maker.places(&output, cell);
            // Who prints something has it from somewhere, but for figures of nobody.
            let is_nothing = text.is_empty() || text == "0";
            assert!(is_nothing || !places.is_empty(), "{}: {cell}", output.path);
            for place in places.into_iter().filter(|_| !text.is_empty()) {
                expected.entry(place.path).or_default().insert(cell);
            }
        }
        for (path, cells) in expected {
            let tree = tree(&Files::in_folder(&bench.root), &path).unwrap();
            let printed = maker.cells_of(&output, &path, None, &tree).unwrap();
            let found: BTreeSet<&str> = printed.iter().map(|one| one.cell.as_str()).collect();
            assert_eq!(found, cells, "{} {}", output.path, path.display());
            assert!(
                printed.iter().all(|one| one.page.is_some()),
                "{}",
                output.path
            );
            compared += 1;
        }
    }
    assert!(compared > 40, "{compared}");
}
