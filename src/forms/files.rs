//! The files of layouts: the ones built in, overridden by the workspace's own.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

/// The folder of layouts in a workspace.
pub const LAYOUTS: &str = "layouts";

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/layouts");

/// All files of layouts by their path below `layouts/`, with `/`.
#[derive(Clone, Debug)]
pub struct LayoutFiles {
    files: BTreeMap<String, Arc<[u8]>>,
}

impl LayoutFiles {
    /// The files built in and those of a workspace.
    ///
    /// # Errors
    /// Where a file of the workspace cannot be read.
    pub fn of(root: &Path) -> std::io::Result<Self> {
        let mut files = BTreeMap::new();
        collect(&BUILT_IN, &mut files);
        let folder = root.join(LAYOUTS);
        if folder.is_dir() {
            for entry in WalkDir::new(&folder).sort_by_file_name() {
                let entry = entry?;
                let path = entry.path().strip_prefix(&folder).unwrap_or(entry.path());
                if let (true, Some(path)) = (entry.file_type().is_file(), path.to_str()) {
                    files.insert(path.replace('\\', "/"), std::fs::read(entry.path())?.into());
                }
            }
        }
        Ok(Self { files })
    }

    /// The contents of a file.
    pub fn get(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// Whether a file is not as it is built in.
    pub fn is_own(&self, path: &str) -> bool {
        let built_in = BUILT_IN.get_file(path).map(include_dir::File::contents);
        built_in != self.get(path).map(|bytes| &**bytes)
    }

    /// All paths and contents, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// The folders that hold a `form.yaml`.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        let named = self
            .files
            .keys()
            .filter_map(|path| path.strip_suffix("/form.yaml"));
        named.filter(|folder| !folder.contains('/'))
    }
}

/// The text of a layout that is built in, by its path in a workspace.
pub fn built_in(path: &Path) -> Option<&'static str> {
    BUILT_IN
        .get_file(path.strip_prefix(LAYOUTS).ok()?)?
        .contents_utf8()
}

fn collect(dir: &Dir<'_>, files: &mut BTreeMap<String, Arc<[u8]>>) {
    for file in dir.files() {
        if let Some(path) = file.path().to_str() {
            files.insert(path.replace('\\', "/"), file.contents().into());
        }
    }
    for dir in dir.dirs() {
        collect(dir, files);
    }
}
