//! `paicha check --fix`: safe corrections, shown as a patch.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use similar::TextDiff;

use super::{Context, scope};
use crate::check::mend::{Mendable, mended};
use crate::load::{Workspace, read_text};
use crate::model::member::Member;
use crate::model::organisation::Organisation;
use crate::model::round::Round;
use crate::report::mask::mask;

/// Corrects the files that the call names, or only shows what it would do.
pub fn run(context: &Context, names: &[String], dry: bool, is_text: bool) -> io::Result<()> {
    let workspace = Workspace::load(&context.root);
    let mut fix = Fix {
        context,
        names,
        dry,
        is_text,
        files: 0,
        corrections: 0,
    };
    if let Some(file) = &workspace.round {
        fix.file::<Round>(&file.path)?;
    }
    for unit in &workspace.units {
        fix.file::<Organisation>(&unit.organisation.path)?;
        for member in &unit.members {
            fix.file::<Member>(&member.path)?;
        }
    }
    let told = match dry {
        true => context.words.fixable(fix.corrections, fix.files),
        false => context.words.fixed(fix.corrections, fix.files),
    };
    context.terminal.message(&told);
    Ok(())
}

struct Fix<'a> {
    context: &'a Context,
    names: &'a [String],
    dry: bool,
    is_text: bool,
    files: usize,
    corrections: usize,
}

impl Fix<'_> {
    fn file<R: Mendable>(&mut self, path: &Path) -> io::Result<()> {
        let named = self.names.is_empty() || scope::is_within(self.context, path, self.names);
        let whole = self.context.root.join(path);
        let Some(text) = named.then(|| read_text(&whole).ok()).flatten() else {
            return Ok(());
        };
        let Some((mended, corrections)) = mended::<R>(path, &text) else {
            return Ok(());
        };
        let name = mask(&path.to_string_lossy());
        let (before, after) = (mask(&text), mask(&mended));
        let diff = TextDiff::from_lines(&before, &after);
        let mut patch = diff.unified_diff();
        patch.header(&format!("a/{name}"), &format!("b/{name}"));
        // Programs expect nothing but their format on standard output.
        match self.is_text {
            true => self.context.terminal.result(&patch.to_string())?,
            false => self.context.terminal.message(&patch.to_string()),
        }
        self.files += 1;
        self.corrections += corrections;
        if self.dry {
            Ok(())
        } else {
            replace(&whole, &mended)
        }
    }
}

/// Writes a file whole or not at all: beside it first, then in its place, with
/// its permissions. A link stays a link.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = path.canonicalize()?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    fs::set_permissions(file.path(), fs::metadata(&path)?.permissions())?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}
