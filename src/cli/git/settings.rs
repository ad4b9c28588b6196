//! Attributes that name drivers, and the settings of the repository that say what drivers
//! do. Attributes alone change nothing.

use std::fs;
use std::io;
use std::path::Path;

use super::super::words::Words;
use crate::load::{Git, GitFault, failed_at};

const FILE: &str = ".gitattributes";

/// Which files have which driver.
const ATTRIBUTES: &str = "\
# paicha
data/**/*.yaml diff=paicha
data/**/*.yml diff=paicha
data/**/*.[jJ][pP][gG] diff=paicha-photo
data/**/*.[jJ][pP][eE][gG] diff=paicha-photo
data/**/*.[pP][nN][gG] diff=paicha-photo
# paicha.
";

/// The settings. Where paicha is not there, or cannot show a file, git does as without it:
/// it shows a text as it is, of a photo that it is another one.
const SETTINGS: [(&str, &str); 3] = [
    (
        "diff.paicha.textconv",
        r#"f() { paicha git text "$1" 2>/dev/null || cat "$1"; }; f"#,
    ),
    ("diff.paicha.xfuncname", "^〔.*"),
    (
        "diff.paicha-photo.textconv",
        r#"f() { paicha git photo "$1" 2>/dev/null || echo "binary $(git hash-object --no-filters "$1")"; }; f"#,
    ),
];

const SECTIONS: [&str; 2] = ["diff.paicha", "diff.paicha-photo"];

/// Adds the attributes to the file in the workspace, or takes them out of it; what was done.
pub fn attributes(root: &Path, is_in: bool, words: &Words) -> io::Result<Option<String>> {
    let path = root.join(FILE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed_at(&path)(error)),
    };
    let bare = text.replace(ATTRIBUTES, "");
    let wanted = match is_in {
        _ if is_in == text.contains(ATTRIBUTES) => return Ok(None),
        true if bare.is_empty() || bare.ends_with('\n') => bare + ATTRIBUTES,
        true => bare + "\n" + ATTRIBUTES,
        false => bare,
    };
    match wanted.is_empty() {
        true => fs::remove_file(&path).map_err(failed_at(&path))?,
        false => fs::write(&path, wanted).map_err(failed_at(&path))?,
    }
    let lines: Vec<&str> = ATTRIBUTES
        .lines()
        .filter(|it| !it.starts_with('#'))
        .collect();
    let lines = lines.join("\n  ");
    Ok(Some(match is_in {
        true => words.git_added(FILE, &lines),
        false => words.git_removed(FILE, &lines),
    }))
}

/// Sets the drivers for this repository, or takes them out; what was done.
pub fn drivers(git: &Git, is_in: bool, words: &Words) -> Result<Option<String>, GitFault> {
    let value = |name: &str| {
        let answer = git.ask(&["config", "--local", "--get", name]).ok()?;
        Some(String::from_utf8(answer).ok()?.trim_end().to_owned())
    };
    let is_set = |(name, wanted): &(&str, &str)| value(name).as_deref() == Some(*wanted);
    let is_there = SETTINGS.iter().any(|(name, _)| value(name).is_some());
    if is_in && SETTINGS.iter().all(is_set) || !is_in && !is_there {
        return Ok(None);
    }
    if is_in {
        for (name, value) in SETTINGS {
            git.ask(&["config", "--local", name, value])?;
        }
    } else {
        for section in SECTIONS {
            // One may be gone already.
            drop(git.ask(&["config", "--local", "--remove-section", section]));
        }
    }
    let lines = SETTINGS.map(|(name, value)| format!("{name} = {value}"));
    let lines = lines.join("\n  ");
    Ok(Some(match is_in {
        true => words.git_set(&lines),
        false => words.git_unset(&lines),
    }))
}
