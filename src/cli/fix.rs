//! `paicha check --fix`: safe corrections, shown as a patch.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use super::{Context, scope};
use crate::author::beside;
use crate::check::fix::{fixed, fixed_with, mended};
use crate::forms::LayoutFiles;
use crate::forms::source::FormSource;
use crate::load::{
    Encoding, PathFaultKind, Workspace, below, decoded, failed_at, read_bytes, read_text, renamed,
    usual_photo,
};
use crate::model::figures::ReportedFigures;
use crate::model::member::Member;
use crate::model::organisation::Organisation;
use crate::model::round::Round;
use crate::model::settings::Settings;
use crate::model::value::Spelling;
use crate::publish::{Hold, OUT, PATIENCE};
use crate::report::mask::mask;
use crate::report::visible::shown;

/// Corrects the text of a file of one kind.
type Mend<'a> = Box<dyn Fn(&Path, &str) -> Option<(String, usize)> + 'a>;

/// What was corrected.
#[derive(Default)]
struct Done {
    files: usize,
    corrections: usize,
    /// Files that were only written as Windows writes them.
    tidied: usize,
}

/// Corrects the files that the call names, or only shows what it would do.
pub fn run(context: &Context, names: &[String], dry: bool, is_text: bool) -> io::Result<()> {
    let (words, terminal) = (context.words, &context.terminal);
    let out = context.root.join(OUT);
    let holds = !dry && out.is_dir();
    let _hold = holds.then(|| Hold::of(&out, PATIENCE)).transpose()?;
    let mut workspace = Workspace::load(&context.files);
    let renamed = rename(context, &workspace, names, dry)?;
    if renamed > 0 && !dry {
        workspace = Workspace::load(&context.files);
    }
    let mut done = Done {
        files: renamed,
        corrections: renamed,
        tidied: 0,
    };
    for (path, mend) in all(context, &workspace) {
        if names.is_empty() || scope::is_within(context, &path, names) {
            done.file(context, &path, &mend, (dry, is_text))?;
        }
    }
    if done.tidied > 0 {
        terminal.message(&words.tidied(done.tidied));
    }
    terminal.message(&match dry {
        true => words.fixable(done.corrections, done.files),
        false => words.fixed(done.corrections, done.files),
    });
    Ok(())
}

/// All files that are read, with how each is mended.
fn all<'a>(context: &'a Context, workspace: &'a Workspace) -> Vec<(PathBuf, Mend<'a>)> {
    let mut all: Vec<(PathBuf, Mend<'a>)> = Vec::new();
    let mut add = |path: &Path, mend: Mend<'a>| all.push((path.to_owned(), mend));
    if let Some(file) = &workspace.settings {
        add(&file.path, Box::new(mended::<Settings>));
    }
    if let Some(file) = &workspace.round {
        add(&file.path, Box::new(fixed::<Round>));
    }
    for unit in workspace.units.values() {
        add(&unit.organisation.path, Box::new(fixed::<Organisation>));
        if let Some(file) = &unit.figures {
            add(&file.path, Box::new(mended::<ReportedFigures>));
        }
        for path in unit.member_paths.values() {
            let of_photo = |member: &Member| {
                let given = member.photo.iter();
                let usual = given.filter_map(|it| {
                    let photo = usual_photo(&context.files, &unit.path, &it.text)?;
                    Some(Spelling {
                        span: it.span,
                        text: it.text.clone(),
                        spelled: photo,
                    })
                });
                usual.collect()
            };
            let mend = move |path: &Path, text: &str| fixed_with(path, text, &of_photo);
            add(path, Box::new(mend));
        }
    }
    for path in LayoutFiles::of(&context.files).own_declarations(&context.files) {
        add(&path, Box::new(mended::<FormSource>));
    }
    all
}

impl Done {
    /// Corrects a file, or shows what that would be.
    fn file(
        &mut self,
        context: &Context,
        path: &Path,
        mend: &Mend<'_>,
        (dry, is_text): (bool, bool),
    ) -> io::Result<()> {
        let (words, terminal) = (context.words, &context.terminal);
        let whole = context.root.join(path);
        let bytes = read_bytes(&whole).unwrap_or_default();
        let Ok(read) = decoded(&bytes) else {
            return Ok(());
        };
        let (fixed, count) = mend(path, &read.text).unwrap_or((read.text.clone(), 0));
        let encoding = match read.encoding {
            Encoding::Utf8 => None,
            Encoding::Gbk => Some("GBK"),
            Encoding::Utf16 => Some("UTF-16"),
        };
        if count == 0 && encoding.is_none() && !read.is_tidied {
            return Ok(());
        }
        let name = shown(path);
        if let Some(encoding) = encoding {
            terminal.message(&words.converted(&name, encoding, &names_in(&fixed)));
        }
        if count > 0 {
            let (before, after) = (mask(&read.text), mask(&fixed));
            let diff = TextDiff::from_lines(&before, &after);
            let mut patch = diff.unified_diff();
            patch.header(&format!("a/{name}"), &format!("b/{name}"));
            // Programs expect nothing but their format on standard output.
            match is_text {
                true => terminal.result(&patch.to_string())?,
                false => terminal.message(&patch.to_string()),
            }
        }
        self.files += 1;
        self.corrections += count + usize::from(encoding.is_some() || read.is_tidied);
        self.tidied += usize::from(encoding.is_none() && read.is_tidied);
        let is_same = |path: &Path| read_bytes(path).as_deref() == Ok(&*bytes);
        if !dry && !replace_if(&whole, &is_same, &fixed).map_err(failed_at(path))? {
            terminal.message(&words.edited_meanwhile(&name));
        }
        Ok(())
    }
}

/// The names that a file gives, to be seen by whoever knows them.
fn names_in(text: &str) -> String {
    let keys = ["姓名", "名称", "填报单位"];
    let lines = text.lines().filter_map(|line| line.split_once(':'));
    let mut names = lines.filter(|(key, _)| keys.contains(&key.trim()));
    let name = names.next().map(|(_, name)| name.trim().trim_matches('"'));
    let first = || text.lines().find(|line| !line.trim().is_empty());
    name.or_else(first).unwrap_or_default().to_owned()
}

/// Gives files the names under which they are read, where there is no such file yet; how
/// many.
fn rename(
    context: &Context,
    workspace: &Workspace,
    names: &[String],
    dry: bool,
) -> io::Result<usize> {
    let mut count = 0;
    let faults = workspace.faults.iter();
    let layouts = LayoutFiles::of(&context.files);
    let is_of_name = |kind: &PathFaultKind| {
        matches!(
            kind,
            PathFaultKind::Extension | PathFaultKind::OtherExtension
        )
    };
    let faults = faults.filter(|fault| is_of_name(&fault.kind));
    for path in faults.map(|fault| &*fault.path).chain(layouts.renamed()) {
        let is_named = names.is_empty() || scope::is_within(context, path, names);
        let path = context.root.join(path);
        let name = path.file_name().and_then(OsStr::to_str).and_then(renamed);
        let Some(new) = name.map(|name| path.with_file_name(name)) else {
            continue;
        };
        if !is_named || new.symlink_metadata().is_ok() {
            continue;
        }
        let shown = |path: &Path| shown(below(&context.root, path));
        let line = context.words.renamed(&shown(&path), &shown(&new));
        context.terminal.message(&line);
        if !dry {
            fs::rename(&path, &new).map_err(failed_at(&path))?;
        }
        count += 1;
    }
    Ok(count)
}

/// Writes a file whole or not at all: beside it first, then in its place, with its owner
/// and permissions; whether it still said what was corrected. A link stays a link.
pub fn replace(path: &Path, before: &str, text: &str) -> io::Result<bool> {
    replace_if(path, &|path| read_text(path).as_deref() == Ok(before), text)
}

/// The same, where a file is still as asked for.
fn replace_if(path: &Path, is_same: &dyn Fn(&Path) -> bool, text: &str) -> io::Result<bool> {
    let path = path.canonicalize()?;
    let file = beside(&path, text)?;
    file.as_file().sync_all()?;
    #[cfg(debug_assertions)]
    crate::publish::may_be_interrupted();
    if !is_same(&path) {
        return Ok(false);
    }
    file.persist(&path).map_err(|error| error.error)?;
    Ok(true)
}
