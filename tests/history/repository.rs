//! Repositories, made with git itself.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::{self, Run, Workspace, paicha, run};

/// git in a folder, with nothing of the user's settings.
pub fn git_in(folder: &Path, arguments: &[&str]) -> String {
    let output = git_command(folder).args(arguments).output().expect("git");
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}: {words}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

pub fn git_command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder);
    clean(&mut command);
    command
}

/// Without settings of the user or of a hook that runs the tests.
pub fn clean(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("GIT_") {
            command.env_remove(name);
        }
    }
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_AUTHOR_DATE", "2016-04-20T08:00:00+0800")
        .env("GIT_COMMITTER_DATE", "2016-04-20T08:00:00+0800");
    for role in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{role}_NAME"), "李明");
        command.env(format!("GIT_{role}_EMAIL"), "li@example.org");
    }
}

/// Makes a repository of a folder, with one commit of all that stands in it.
pub fn begin(folder: &Path) {
    git_in(folder, &["init", "--quiet", "--initial-branch=main"]);
    commit(folder, "起");
}

/// Commits everything and names it.
pub fn commit(folder: &Path, name: &str) {
    git_in(folder, &["add", "--all"]);
    git_in(folder, &["commit", "--quiet", "--allow-empty", "-m", name]);
    git_in(folder, &["tag", name]);
}

/// The program in a folder.
pub fn paicha_in(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = paicha();
    clean(&mut command);
    run(command.current_dir(folder).args(arguments))
}

/// The same, with an exit status that is expected.
#[track_caller]
pub fn expect_in(folder: &Path, code: i32, arguments: &[&str]) -> Run {
    let run = paicha_in(folder, arguments);
    assert_eq!(run.code, code, "paicha {arguments:?}\n{}", run.stderr);
    run
}

/// What a summary gives for a folder that is the workspace itself.
pub fn summary_of(workspace: &Workspace) -> String {
    expect_in(workspace.root(), 0, &["summary", "--format", "json"]).stdout
}

/// The outputs below a folder, but for what builds remember.
pub fn outputs(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    collect(folder, &mut |path, _| {
        let below = path.strip_prefix(folder).expect("below").to_owned();
        let is_own = [".memory", ".lock", ".gitignore", ".photos"]
            .iter()
            .any(|own| below.iter().next() == Some(own.as_ref()));
        if !is_own && path.is_file() {
            found.insert(below, fs::read(path).expect("a file"));
        }
    });
    found
}

/// Size, times and number of every file and folder, those of the repository included.
pub fn traces(folder: &Path) -> BTreeMap<PathBuf, [i64; 6]> {
    let mut found = BTreeMap::new();
    collect(folder, &mut |path, metadata| {
        let seen = [
            metadata.size() as i64,
            metadata.ino() as i64,
            metadata.mtime(),
            metadata.mtime_nsec(),
            metadata.ctime(),
            metadata.ctime_nsec(),
        ];
        found.insert(path.to_owned(), seen);
    });
    found
}

fn collect(folder: &Path, found: &mut dyn FnMut(&Path, &fs::Metadata)) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let metadata = entry.path().symlink_metadata().expect("there");
        found(&entry.path(), &metadata);
        if metadata.is_dir() {
            collect(&entry.path(), found);
        }
    }
}

/// The sample in a repository.
pub fn sample() -> Workspace {
    let workspace = common::sample::workspace();
    workspace.write(".gitignore", "out/\nfonts/user/\n");
    begin(workspace.root());
    workspace
}
