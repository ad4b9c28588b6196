//! What the whole-workspace tests share: folders on disk and runs of the binary.

#![allow(
    dead_code,
    reason = "every test crate compiles this module, and none needs all of it"
)]

pub mod font;
pub mod made;
pub mod sample;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A workspace in a temporary folder.
pub struct Workspace {
    folder: TempDir,
}

/// How a run of the binary ended.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Workspace {
    /// An empty folder.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder }
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        let folder = path.parent().expect("a file stands in a folder");
        fs::create_dir_all(folder).expect("a folder");
        fs::write(path, content).expect("a file");
        self
    }

    pub fn read(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces the one place in a file where `from` stands.
    pub fn edit(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = String::from_utf8(self.read(path)).expect("UTF-8");
        assert_eq!(text.matches(from).count(), 1, "“{from}” in {path}");
        self.write(path, text.replace(from, to))
    }

    pub fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        self
    }

    /// Runs the binary on this workspace, named with `-C`.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let root = self.root().to_str().expect("a path of ASCII");
        run(paicha().args(["-C", root]).args(arguments))
    }

    /// Runs the binary and expects an exit status.
    #[track_caller]
    pub fn expect(&self, code: i32, arguments: &[&str]) -> Run {
        let run = self.run(arguments);
        assert_eq!(run.code, code, "paicha {arguments:?}\n{}", run.stderr);
        run
    }

    /// The files and folders below a folder, but for what builds remember; folders
    /// have no content.
    pub fn tree(&self, folder: &str) -> BTreeMap<String, Option<Vec<u8>>> {
        let mut found = BTreeMap::new();
        collect(&self.path(folder), "", &mut found);
        found
    }

    /// The paths of all files below `out/`.
    pub fn outputs(&self) -> Vec<String> {
        let tree = self.tree("out").into_iter();
        tree.filter_map(|(path, content)| content.map(|_| path))
            .collect()
    }

    /// The PDF files below `out/`.
    pub fn pdfs(&self) -> Vec<String> {
        let mut outputs = self.outputs();
        outputs.retain(|path| path.ends_with(".pdf"));
        outputs
    }

    /// The paths in the manifest.
    pub fn listed(&self) -> Vec<String> {
        let manifest: serde_json::Value =
            serde_json::from_slice(&self.read("out/清单.json")).expect("JSON");
        let entries = manifest["输出"].as_array().expect("a list").iter();
        entries
            .map(|entry| entry["路径"].as_str().expect("text").to_owned())
            .collect()
    }
}

impl Run {
    /// The codes of all findings, in their order: `E0301`.
    pub fn codes(&self) -> Vec<&str> {
        let heads = ["错误[", "警告[", "提示[", "error[", "warning[", "notice["];
        let code = |line: &'_ str| -> Option<std::ops::Range<usize>> {
            let start = heads.iter().find(|head| line.starts_with(**head))?.len();
            Some(start..line.find(']')?)
        };
        self.stderr
            .lines()
            .filter_map(|line| line.get(code(line)?))
            .collect()
    }
}

/// The binary, in Chinese whatever the locale of the machine is.
pub fn paicha() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paicha"));
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
        command.env_remove(variable);
    }
    // What the user's own runs remember is none of a test's business.
    for variable in ["HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"] {
        command.env(variable, env!("CARGO_TARGET_TMPDIR"));
    }
    command
}

pub fn run(command: &mut Command) -> Run {
    let output = command.output().expect("the binary runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Run {
        code: output.status.code().expect("not killed"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// Copies the files below a folder.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        match entry.file_type().expect("a type").is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("a file")),
        }
    }
}

fn collect(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Option<Vec<u8>>>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let entry = entry.expect("an entry");
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        // How files looked, for the next build, who holds the folder, and what keeps it out
        // of git: no outputs.
        if [".memory", ".lock", ".gitignore"]
            .iter()
            .any(|own| entry.file_name() == *own)
        {
            continue;
        }
        if entry.file_type().expect("a type").is_dir() {
            collect(&entry.path(), &format!("{path}/"), found);
            found.insert(path, None);
        } else {
            // A link is what it points at, so that one in a circle ends here.
            let content = fs::read_link(entry.path())
                .map(|target| target.into_os_string().into_encoded_bytes())
                .or_else(|_| fs::read(entry.path()));
            found.insert(path, Some(content.expect("a file")));
        }
    }
}
