//! `paicha check --fix`: safe corrections, shown as a patch.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;

use similar::TextDiff;

use super::{Context, scope};
use crate::author::replace;
use crate::check::fix::{fixed, fixed_with};
use crate::load::{PathFaultKind, Workspace, below, failed_at, read_text, renamed, usual_photo};
use crate::model::member::Member;
use crate::model::organisation::Organisation;
use crate::model::round::Round;
use crate::model::value::Spelling;
use crate::publish::{Hold, OUT, PATIENCE};
use crate::report::mask::mask;
use crate::report::visible::shown;

/// Corrects the text of a file of one kind.
type Mend<'a> = Box<dyn Fn(&Path, &str) -> Option<(String, usize)> + 'a>;

/// Corrects the files that the call names, or only shows what it would do.
pub fn run(context: &Context, names: &[String], dry: bool, is_text: bool) -> io::Result<()> {
    let (words, terminal) = (context.words, &context.terminal);
    let out = context.root.join(OUT);
    let holds = !dry && out.is_dir();
    let _hold = holds.then(|| Hold::of(&out, PATIENCE)).transpose()?;
    let mut workspace = Workspace::load(&context.root);
    let renamed = rename(context, &workspace, names, dry)?;
    if renamed > 0 && !dry {
        workspace = Workspace::load(&context.root);
    }
    let round = workspace.round.iter();
    let round = round.map(|file| (&file.path, Box::new(fixed::<Round>) as Mend<'_>));
    let units = workspace.units.values().flat_map(|unit| {
        let organisation = (
            &unit.organisation.path,
            Box::new(fixed::<Organisation>) as Mend<'_>,
        );
        let members = unit.member_paths.values();
        let members = members.map(|path| {
            let of_photo = |member: &Member| {
                let given = member.photo.iter();
                let usual = given.filter_map(|it| {
                    let photo = usual_photo(&context.root, &unit.path, &it.text)?;
                    Some(Spelling {
                        span: it.span,
                        text: it.text.clone(),
                        spelled: photo,
                    })
                });
                usual.collect()
            };
            let mend = move |path: &Path, text: &str| fixed_with(path, text, &of_photo);
            (path, Box::new(mend) as Mend<'_>)
        });
        std::iter::once(organisation).chain(members)
    });
    let (mut files, mut corrections) = (renamed, renamed);
    for (path, mend) in round.chain(units) {
        let whole = context.root.join(path);
        let named = names.is_empty() || scope::is_within(context, path, names);
        let text = named.then(|| read_text(&whole).ok()).flatten();
        let fixed = text.and_then(|text| Some((mend(path, &text)?, text)));
        let Some(((fixed, count), text)) = fixed else {
            continue;
        };
        let name = shown(path);
        let (before, after) = (mask(&text), mask(&fixed));
        let diff = TextDiff::from_lines(&before, &after);
        let mut patch = diff.unified_diff();
        patch.header(&format!("a/{name}"), &format!("b/{name}"));
        // Programs expect nothing but their format on standard output.
        match is_text {
            true => terminal.result(&patch.to_string())?,
            false => terminal.message(&patch.to_string()),
        }
        files += 1;
        corrections += count;
        if !dry && !replace(&whole, &text, &fixed).map_err(failed_at(path))? {
            terminal.message(&words.edited_meanwhile(&name));
        }
    }
    terminal.message(&match dry {
        true => words.fixable(corrections, files),
        false => words.fixed(corrections, files),
    });
    Ok(())
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
    for fault in faults.filter(|fault| fault.kind == PathFaultKind::Extension) {
        let path = context.root.join(&fault.path);
        let name = path.file_name().and_then(OsStr::to_str).and_then(renamed);
        let Some(new) = name.map(|name| path.with_file_name(name)) else {
            continue;
        };
        let is_named = names.is_empty() || scope::is_within(context, &fault.path, names);
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
