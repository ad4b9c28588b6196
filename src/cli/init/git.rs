//! The git repository of a new workspace.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::cli::words::Words;

/// Makes a repository where the folder is in none, with paths in Chinese shown as they
/// are there; nothing is ever committed. Whether there is one then, and what was done, in
/// words.
pub fn begin(root: &Path, words: &Words) -> (bool, &'static str) {
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.arg("-C").arg(root).args(arguments);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().map(|status| status.success())
    };
    match git(&["rev-parse", "--is-inside-work-tree"]) {
        Err(_) => (false, words.init_no_git()),
        Ok(true) => (true, words.init_in_git()),
        Ok(false) => {
            let begun = git(&["init", "--quiet"]).unwrap_or(false);
            let set = begun && git(&["config", "core.quotepath", "false"]).unwrap_or(false);
            match set {
                true => (true, words.init_git()),
                false => (false, words.init_no_git()),
            }
        }
    }
}
