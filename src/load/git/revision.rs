//! Commits: the one that a work tree is of, and those before it.

use std::ffi::OsStr;
use std::path::Path;

use super::{Git, GitFault, answer, records};

/// The state of the data that was read, as git knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// The commit, by its whole name.
    pub commit: String,
    /// Whether something was read that is not as it is in the commit.
    pub is_changed: bool,
}

/// The commit that the work tree is of.
///
/// # Errors
/// Where there is no git, no repository, or no commit yet.
pub fn head(git: &Git) -> Result<String, GitFault> {
    git.top()?;
    let head = git.ask(&["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
    let head = head.map_err(|fault| fault.or(|_| GitFault::NoRevision("HEAD".to_owned())))?;
    Ok(String::from_utf8_lossy(&head).trim_end().to_owned())
}

/// Whether something at or below these paths is not as it is in the work tree's commit:
/// changed, new, or ignored by git though it is an input.
///
/// # Errors
/// Where git fails.
pub fn is_changed(
    git: &Git,
    paths: &[&str],
    is_input: &dyn Fn(&Path) -> bool,
) -> Result<bool, GitFault> {
    let mut arguments = vec!["--literal-pathspecs", "status", "--porcelain", "-z"];
    arguments.extend(["--untracked-files=all", "--no-renames", "--"]);
    arguments.extend(paths);
    let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
    let status = answer(git.command(&arguments), &[])?;
    let ignored = || paths.iter().flat_map(|it| git.ignored_below(Path::new(it)));
    Ok(records(&status).next().is_some() || ignored().any(|path| is_input(&path)))
}

/// The last commits up to one that touched some paths, the newest first: at most so many.
///
/// # Errors
/// Where git fails.
pub fn commits(
    git: &Git,
    last: &str,
    paths: &[String],
    most: usize,
) -> Result<Vec<String>, GitFault> {
    let most = format!("--max-count={most}");
    let mut arguments = vec!["--literal-pathspecs", "rev-list", "--full-history"];
    arguments.extend([&most, last, "--"]);
    arguments.extend(paths.iter().map(String::as_str));
    let listed = String::from_utf8_lossy(&git.ask(&arguments)?).into_owned();
    Ok(listed.lines().map(str::to_owned).collect())
}
