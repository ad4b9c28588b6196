//! git, asked through its plumbing: what it keeps is read, nothing is written, and no
//! output is parsed that is made for people.

mod blobs;
mod fault;
mod filters;
mod listing;
mod revision;

pub use blobs::Blobs;
pub use fault::{BlobFault, GitFault};
pub use listing::{staged, tree_of};
pub use revision::{Revision, commits, head, is_changed};

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What git takes from the environment as paths. A hook is given them relative to where it
/// runs, which need not be where the workspace is.
const PATHS: [&str; 5] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
];

/// The program, at work in a folder.
#[derive(Clone, Debug)]
pub struct Git {
    folder: PathBuf,
}

impl Git {
    /// git for the repository of a folder.
    pub fn of(folder: &Path) -> Self {
        let folder = folder.to_owned();
        Self { folder }
    }

    /// A command that does no more than it is asked: no locks, no words but in English.
    pub fn command(&self, arguments: &[&OsStr]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(arguments);
        command.env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C");
        command.stdin(Stdio::null());
        for name in PATHS {
            if let Some(value) = std::env::var_os(name)
                && let Ok(whole) = std::path::absolute(&value)
            {
                command.env(name, whole);
            }
        }
        // A hook of a worktree is given its GIT_DIR, and stands at its top: without this, git
        // would take the workspace for the top.
        let is_set = |name| std::env::var_os(name).is_some();
        if is_set("GIT_DIR")
            && !is_set("GIT_WORK_TREE")
            && let Ok(here) = std::env::current_dir()
            && !here.join("HEAD").is_file()
        {
            command.env("GIT_WORK_TREE", here);
        }
        command
    }

    /// What git answers.
    ///
    /// # Errors
    /// Where git is not there, or fails.
    pub fn ask(&self, arguments: &[&str]) -> Result<Vec<u8>, GitFault> {
        self.ask_of(arguments, &[])
    }

    /// The same, when git is given an input.
    ///
    /// # Errors
    /// As [`Self::ask`].
    pub fn ask_of(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, GitFault> {
        let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
        answer(self.command(&arguments), input)
    }

    /// What git answers as a path: its line without the end, which alone is no part of it.
    ///
    /// # Errors
    /// As [`Self::ask`].
    pub fn path(&self, arguments: &[&str]) -> Result<PathBuf, GitFault> {
        let mut answer = self.ask(arguments)?;
        if answer.last() == Some(&b'\n') {
            answer.pop();
        }
        Ok(path_of(answer))
    }

    /// The top of the work tree.
    ///
    /// # Errors
    /// Where the folder is in none.
    pub fn top(&self) -> Result<PathBuf, GitFault> {
        let top = self.path(&["rev-parse", "--show-toplevel"]);
        top.map_err(|fault| fault.or(GitFault::NoRepository))
    }

    /// Files below a folder that git ignores, and that it does not have.
    pub fn ignored_below(&self, folder: &Path) -> Vec<PathBuf> {
        let arguments = [
            "--literal-pathspecs",
            "ls-files",
            "-z",
            "--others",
            "--ignored",
            "--exclude-standard",
            "--",
        ];
        let mut arguments = arguments.map(OsStr::new).to_vec();
        arguments.push(folder.as_os_str());
        let found = answer(self.command(&arguments), &[]).unwrap_or_default();
        records(&found)
            .map(|path| path_of(path.to_owned()))
            .collect()
    }
}

fn answer(mut command: Command, input: &[u8]) -> Result<Vec<u8>, GitFault> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    if !input.is_empty() {
        command.stdin(Stdio::piped());
    }
    let mut child = command.spawn().map_err(GitFault::none)?;
    let stdin = child.stdin.take();
    let output = std::thread::scope(|scope| {
        // Both at once: git answers before it has read everything.
        scope.spawn(|| stdin.map(|mut stdin| stdin.write_all(input)));
        child.wait_with_output()
    });
    let output = output.map_err(GitFault::none)?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => {
            let words = String::from_utf8_lossy(&output.stderr);
            let line = words.lines().find(|line| !line.trim().is_empty());
            Err(GitFault::Failed(line.unwrap_or_default().trim().to_owned()))
        }
    }
}

/// The records of an answer, each of which ends with a zero.
fn records(answer: &[u8]) -> impl Iterator<Item = &[u8]> {
    let records = answer.split_inclusive(|byte| *byte == 0);
    records.map(|record| record.strip_suffix(&[0]).unwrap_or(record))
}

/// A path of git's, whose bytes are those of the file system.
#[cfg(unix)]
pub fn path_of(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(<OsString as std::os::unix::ffi::OsStringExt>::from_vec(
        bytes,
    ))
}

/// A path of git's, which is UTF-8 there.
#[cfg(not(unix))]
pub fn path_of(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(OsString::from(String::from_utf8_lossy(&bytes).into_owned()))
}
