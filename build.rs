//! Has the crate built again when a built-in layout or the page of a rule
//! changes, and gives it the name of its own sources: outputs that another state of
//! the program made are made again.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// All that the program is made of.
const SOURCES: [&str; 5] = ["src", "layouts", "fonts/core", "fonts/rare", "Cargo.lock"];

fn main() {
    println!("cargo::rerun-if-changed=docs/rules");
    println!("cargo::rerun-if-changed=docs/examples");
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        add(Path::new(source), &mut hasher);
    }
    println!("cargo::rustc-env=PAICHA_SOURCES={:016x}", hasher.finish());
}

/// Adds a file, or all files of a folder in the order of their names.
fn add(path: &Path, hasher: &mut DefaultHasher) {
    let entries = std::fs::read_dir(path).map(|entries| {
        let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
        paths.collect::<Vec<PathBuf>>()
    });
    match entries {
        Ok(mut paths) => {
            paths.sort();
            paths.iter().for_each(|path| add(path, hasher));
        }
        Err(_) => {
            path.hash(hasher);
            std::fs::read(path).unwrap_or_default().hash(hasher);
        }
    }
}
