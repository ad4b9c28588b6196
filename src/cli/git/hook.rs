//! The hook that checks what is staged before it is committed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::super::exit::Stop;
use super::super::words::Words;
use crate::load::{Git, GitFault, failed_at};

/// The line by which a hook is known as ours.
const MARK: &str = "# paicha git install";

/// Puts the hook in, or takes it out; what was done. One that is there already, or in a
/// folder of hooks that is the user's own, is left alone, and the line to add is shown.
pub fn set(git: &Git, root: &Path, is_in: bool, words: &Words) -> Result<Option<String>, Stop> {
    let fault = |fault: GitFault| Stop::Usage(words.git_fault(&fault));
    let path = git
        .path(&["rev-parse", "--git-path", "hooks/pre-commit"])
        .map_err(fault)?;
    let path = root.join(path);
    let prefix = git.path(&["rev-parse", "--show-prefix"]).map_err(fault)?;
    let folder: PathBuf = Path::new(".").join(prefix).iter().collect();
    let folder = format!("'{}'", folder.to_string_lossy().replace('\'', r"'\''"));
    let shown = path.display().to_string();
    let old = match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed_at(&path)(error).into()),
    };
    let new = text(&folder, words);
    let is_ours = old.as_deref().is_some_and(|old| holds(old, MARK));
    let has_own = git.ask(&["config", "--get", "core.hooksPath"]).is_ok();
    Ok(match (is_in, old) {
        (false, _) if !is_ours => None,
        (false, _) => {
            fs::remove_file(&path).map_err(failed_at(&path))?;
            Some(words.hook_removed(&shown))
        }
        (true, Some(old)) if old == new.as_bytes() => None,
        (true, old) if has_own || old.is_some() && !is_ours => {
            let line = format!("paicha -C {folder} check --staged || exit 1");
            // It may be there.
            let is_there = old.is_some_and(|old| holds(&old, &line));
            (!is_there).then(|| words.hook_by_hand(&shown, &line))
        }
        (true, _) => {
            write(&path, &new).map_err(failed_at(&path))?;
            Some(words.hook_made(&shown))
        }
    })
}

fn holds(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|it| it == part.as_bytes())
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

/// The hook. git runs it at the top of the work tree, with the index that is to be committed.
fn text(folder: &str, words: &Words) -> String {
    let (missing, refused) = (words.hook_missing(), words.hook_refused());
    let [see, force] = [words.hook_see(), words.hook_force()];
    format!(
        r#"#!/bin/sh
{MARK}
workspace={folder}
[ -d "$workspace" ] || exit 0
if ! command -v paicha >/dev/null 2>&1; then
    echo '{missing}' >&2
    exit 0
fi
found=$(paicha -C "$workspace" check --staged 2>&1)
status=$?
[ "$status" -eq 0 ] && exit 0
if [ "$status" -ne 1 ]; then
    printf '%s\n' "$found" >&2
    exit 1
fi
echo "{refused}$(printf '%s\n' "$found" | tail -n 1)" >&2
# The whole path, as Windows has it there: it can be typed anywhere.
whole=$(cd "$workspace" && {{ pwd -W 2>/dev/null || pwd; }})
printf '%s\n' "{see}paicha -C \"$whole\" check --staged" >&2
echo '{force}' >&2
exit 1
"#
    )
}
