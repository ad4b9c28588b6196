//! The files of layouts: the ones built in, overridden by the workspace's own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::check::Finding;
use crate::load::{Files, PathFaultKind, PathKind, below, entries, text_of, usual};

/// The folder of layouts in a workspace.
pub const LAYOUTS: &str = "layouts";

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/layouts");

/// Forms to begin one of one's own with, which are none of the program's.
static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/examples");

/// The names of the examples.
pub fn examples<'a>() -> impl Iterator<Item = &'a str> {
    EXAMPLES.dirs().filter_map(|folder| folder.path().to_str())
}

/// The files of an example by their path below `layouts/`.
pub fn example(name: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = BTreeMap::new();
    if let Some(folder) = EXAMPLES.get_dir(name) {
        collect(folder, &mut files);
    }
    let files = files.into_iter();
    files.map(|(path, bytes)| (path, bytes.to_vec())).collect()
}

/// A file that is not read, relative to the workspace, and why.
pub type Unread = (PathBuf, Finding);

/// All files of layouts by their path below `layouts/`, with `/`.
#[derive(Clone, Debug)]
pub struct LayoutFiles {
    files: BTreeMap<String, Arc<[u8]>>,
    /// Those of the workspace that are not read, and why.
    pub unread: Vec<Unread>,
    /// Those that are read under another name than their own, by that name.
    renamed: BTreeMap<String, PathBuf>,
}

/// A larger file is no layout, and no picture of one.
const MAX_BYTES: u64 = 16 << 20;

impl LayoutFiles {
    /// The files built in and those of a workspace.
    pub fn of(workspace: &Files) -> Self {
        let mut files = BTreeMap::new();
        let mut unread = Vec::new();
        let mut renamed = BTreeMap::new();
        let mut read_as: BTreeMap<String, PathBuf> = BTreeMap::new();
        collect(&BUILT_IN, &mut files);
        let folder = Path::new(LAYOUTS);
        let found = workspace
            .is_folder(folder)
            .then(|| entries(workspace, folder));
        for entry in found.into_iter().flatten() {
            let read = entry.map_err(|fault| (fault.path, Finding::from(fault.kind)));
            let read = read.and_then(|entry| match entry.kind {
                PathKind::Folder => Ok(None),
                _ => own(workspace, &entry.path).map(Some),
            });
            match read {
                Ok(Some((name, bytes))) => {
                    let usual = usual_name(&name);
                    let path = Path::new(LAYOUTS).join(&name);
                    if let Some(twin) = read_as.insert(usual.clone(), path.clone()) {
                        let twin = twin.file_name().unwrap_or_default();
                        let twin = PathFaultKind::Twin(twin.to_string_lossy().into_owned());
                        unread.push((path, twin.into()));
                        continue;
                    }
                    if usual != name {
                        renamed.insert(usual.clone(), path);
                    }
                    files.insert(usual, bytes);
                }
                Ok(None) => {}
                Err(fault) => unread.push(fault),
            }
        }
        Self {
            files,
            unread,
            renamed,
        }
    }

    /// The files that are read though their names are not the usual ones.
    pub fn renamed(&self) -> impl Iterator<Item = &Path> {
        self.renamed.values().map(PathBuf::as_path)
    }

    /// Where a file stands in a workspace, relative to it.
    pub fn path_of(&self, name: &str) -> PathBuf {
        let own = self.renamed.get(name).cloned();
        own.unwrap_or_else(|| Path::new(LAYOUTS).join(name))
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

    /// The declarations of a workspace, relative to it.
    pub fn own_declarations(&self, files: &Files) -> impl Iterator<Item = PathBuf> {
        let paths = self
            .forms()
            .map(|form| self.path_of(&format!("{form}/form.yaml")));
        paths.filter(|path| files.kind(path).is_ok_and(|kind| kind == PathKind::Plain))
    }

    /// All paths and contents, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// The folder of the form that a file of the workspace is a part of; empty where it is
    /// a part of no form, or of all.
    pub fn form_of(&self, path: &Path) -> String {
        let path = below(Path::new(LAYOUTS), path);
        let folder = path.iter().next().and_then(std::ffi::OsStr::to_str);
        let mut forms = self.forms();
        let form = forms.find(|form| Some(*form) == folder);
        form.unwrap_or_default().to_owned()
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

/// The name under which a file is read: what is meant as a declaration is one.
fn usual_name(name: &str) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let is_ours = |file: &String| matches!(&**file, "form.yaml" | "grid.yaml");
    match usual(file).filter(is_ours) {
        Some(usual) => format!("{folder}/{usual}"),
        None => name.to_owned(),
    }
}

/// A file of the workspace, by its path below `layouts/`.
fn own(files: &Files, path: &Path) -> Result<(String, Arc<[u8]>), Unread> {
    let fault = |kind: PathFaultKind| (path.to_owned(), Finding::from(kind));
    let name = below(Path::new(LAYOUTS), path).to_str();
    let name = name.ok_or_else(|| fault(PathFaultKind::Name))?;
    let bytes = files
        .read(path, MAX_BYTES)
        .map_err(|unread| fault(unread.into()))?;
    let bytes = match usual_name(name).ends_with(".yaml").then(|| text_of(&bytes)) {
        Some(Ok(text)) => text.into_bytes(),
        _ => bytes,
    };
    Ok((name.replace('\\', "/"), bytes.into()))
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
