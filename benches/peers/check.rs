//! Whether the files that came out are the forms that were wanted.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Two pages and the notes.
const PAGES: &str = "3";

/// What a look at files and the names in them comes to, for the table.
pub fn files<'a>(files: impl Iterator<Item = (PathBuf, &'a str)>) -> String {
    let (mut all, mut wrong) = (0, 0);
    for (file, name) in files {
        all += 1;
        match is_card(&file, name) {
            None if file.is_file() => return "unchecked: no poppler-utils".to_owned(),
            Some(true) => {}
            _ => wrong += 1,
        }
    }
    match wrong {
        0 => "yes".to_owned(),
        _ => format!("not {wrong} of {all}"),
    }
}

/// Whether a file has the pages of a card and the name on them; none where the
/// tools that could tell are missing.
fn is_card(file: &Path, name: &str) -> Option<bool> {
    let info = said(Command::new("pdfinfo").arg(file))?;
    let pages = info.lines().find_map(|line| line.strip_prefix("Pages:"));
    let text = said(Command::new("pdftotext").arg(file).arg("-"))?;
    // A name may be set in more lines than one.
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    Some(pages.map(str::trim) == Some(PAGES) && text.contains(name))
}

fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
