//! What a call names: forms, organisations, members.

use std::path::{Component, Path, PathBuf};

use clap::ArgMatches;

use super::Context;
use crate::Project;
use crate::load::DATA;
use crate::publish::Selection;

/// The selection of a call, or the message about what is not there.
pub fn selection(
    context: &Context,
    project: &Project,
    matches: &ArgMatches,
) -> Result<Selection, String> {
    Ok(Selection {
        forms: forms(context, project, "--only", &values(matches, "only"))?,
        units: units(context, project, &values(matches, "org"))?,
        members: members(context, project, &values(matches, "member"))?,
        blank: matches.get_flag("blank"),
    })
}

/// All values of a flag.
pub fn values(matches: &ArgMatches, flag: &str) -> Vec<String> {
    matches
        .get_many::<String>(flag)
        .into_iter()
        .flatten()
        .cloned()
        .collect()
}

/// The ids of the named forms.
pub fn forms(
    context: &Context,
    project: &Project,
    flag: &str,
    names: &[String],
) -> Result<Vec<String>, String> {
    let find = |name: &String| {
        let form = project.catalogue.forms.iter().find(|form| {
            let declaration = &form.declaration;
            [
                &declaration.id,
                &declaration.title,
                &format!("{}-{}", declaration.id, declaration.title),
            ]
            .contains(&name)
        });
        let id = form.map(|form| form.id().to_owned());
        // A form that could not be read is meant all the same: its faults are told.
        let mut faults = project.catalogue.faults.iter();
        let mut faulty = || faults.find(|fault| fault.folder == *name);
        id.or_else(|| faulty().map(|fault| fault.folder.clone()))
            .ok_or_else(|| context.words.no_such(flag, name, &project.catalogue.ids()))
    };
    names.iter().map(find).collect()
}

/// The index of the one form that a call names.
pub fn one_form(
    context: &Context,
    project: &Project,
    matches: &ArgMatches,
) -> Result<usize, String> {
    let names = values(matches, "form");
    let ids = forms(context, project, context.words.form, &names)?;
    let forms = &project.catalogue.forms;
    let index = ids
        .first()
        .and_then(|id| forms.iter().position(|form| form.id() == id));
    index.ok_or_else(|| {
        context
            .words
            .no_such(context.words.form, "", &project.catalogue.ids())
    })
}

/// The units of the named organisations.
pub fn units(context: &Context, project: &Project, names: &[String]) -> Result<Vec<usize>, String> {
    let find = |name: &String| {
        let paths = data_paths(context, name);
        let position = project
            .workspace
            .units
            .iter()
            .position(|unit| paths.contains(&unit.path));
        position.ok_or_else(|| {
            let known: Vec<&str> = project
                .workspace
                .units
                .iter()
                .map(|unit| unit.path.as_str())
                .take(8)
                .collect();
            context.words.no_such("--org", name, &known)
        })
    };
    names.iter().map(find).collect()
}

/// The members of the named files: a path, a file name or a name.
fn members(
    context: &Context,
    project: &Project,
    names: &[String],
) -> Result<Vec<(usize, usize)>, String> {
    let mut members = Vec::new();
    for name in names {
        let paths = data_paths(context, name);
        let before = members.len();
        for (unit, files) in project.workspace.units.iter().enumerate() {
            for (index, file) in files.members.iter().enumerate() {
                let path = file
                    .path
                    .strip_prefix(DATA)
                    .unwrap_or(&file.path)
                    .to_string_lossy();
                let bare = [file.path.file_name(), file.path.file_stem()];
                let own = file.record.as_ref().and_then(|member| member.name.as_ref());
                let is_named = bare.iter().flatten().any(|bare| *bare == name.as_str())
                    || own.is_some_and(|own| {
                        own.text == *name || own.get().is_some_and(|own| own.as_str() == name)
                    });
                if is_named || paths.iter().any(|given| *given == path) {
                    members.push((unit, index));
                }
            }
        }
        if members.len() == before {
            return Err(context.words.no_such("--member", name, &[]));
        }
    }
    Ok(members)
}

/// What a path below `data/` may be written as: from here, from the workspace,
/// or from `data/`.
pub fn data_paths(context: &Context, given: &str) -> Vec<String> {
    let given = Path::new(given);
    let here = std::env::current_dir().unwrap_or_default();
    let root = here.join(&context.root);
    let candidates = [
        here.join(given),
        root.join(given),
        root.join(DATA).join(given),
    ];
    let data = cleaned(&root.join(DATA));
    let below = candidates
        .iter()
        .filter_map(|path| cleaned(path).strip_prefix(&data).map(Path::to_owned).ok());
    below
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .collect()
}

/// A path without `.` and `..`, as it is written.
pub fn cleaned(path: &Path) -> PathBuf {
    let mut cleaned = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                cleaned.pop();
            }
            part => cleaned.push(part),
        }
    }
    cleaned
}

/// Whether a path that a call names is there.
pub fn exists(context: &Context, given: &str) -> bool {
    let root = &context.root;
    [
        PathBuf::from(given),
        root.join(given),
        root.join(DATA).join(given),
    ]
    .iter()
    .any(|path| path.exists())
}

/// Whether a diagnostic's file is one of the named files or below one of the
/// named folders.
pub fn is_within(context: &Context, path: &Path, names: &[String]) -> bool {
    let path = path
        .strip_prefix(DATA)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/");
    names
        .iter()
        .flat_map(|name| data_paths(context, name))
        .any(|given| given.is_empty() || path == given || path.starts_with(&format!("{given}/")))
}
