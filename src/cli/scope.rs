//! What a call names: forms, organisations, members.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use clap::ArgMatches;

use super::Context;
use super::exit::Stop;
use crate::Project;
use crate::forms::{Form, Scope};
use crate::load::{DATA, File};
use crate::model::handle::{ById, FormId, MemberId, UnitId};
use crate::model::member::Member;
use crate::model::name::PersonName;
use crate::model::value::Value;
use crate::publish::Selection;

/// The selection of a call.
pub fn selection(
    context: &Context,
    project: &Project,
    matches: &ArgMatches,
) -> Result<Selection, Stop> {
    let forms = forms(context, project, "--only", &values(matches, "only"))?;
    let units = units(context, project, &values(matches, "org"))?;
    let mut selected = Vec::new();
    for name in &values(matches, "member") {
        let named = members(context, project, std::slice::from_ref(name))?;
        let mut places = named.iter().map(|(unit, _)| *unit);
        let is_meant = |unit| Selection::is_within(&units, &project.workspace, unit);
        if let (Some(first), false) = (places.next(), named.iter().any(|(unit, _)| is_meant(*unit)))
        {
            let stands_in = &project.workspace.units[first].path;
            let message = context.words.member_elsewhere(name, stands_in);
            return Err(Stop::Usage(message));
        }
        selected.extend(named);
    }
    let is_of_members = !selected.is_empty() && !matches.get_flag("blank");
    if let (true, Some(form)) = (is_of_members, without_members(project, &forms)) {
        return Err(Stop::Usage(context.words.form_without_members(form)));
    }
    Ok(Selection {
        forms,
        units,
        members: selected,
        blank: matches.get_flag("blank"),
    })
}

/// The first of the named forms, where none of them is made for members.
fn without_members<'a>(project: &Project, forms: &'a [String]) -> Option<&'a str> {
    let is_of_members = |id: &String| {
        let form = project.catalogue.get(id);
        // One that could not be read is told as that.
        form.is_none_or(|form| form.declaration.scope == Scope::Member)
    };
    let first = forms.first().filter(|_| !forms.iter().any(is_of_members));
    first.map(String::as_str)
}

/// All values of a flag.
pub fn values(matches: &ArgMatches, flag: &str) -> Vec<String> {
    let values = matches.get_many::<String>(flag);
    values.into_iter().flatten().cloned().collect()
}

/// The value of an argument that is required or has a default.
pub fn value<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// The ids of the named forms.
pub fn forms(
    context: &Context,
    project: &Project,
    flag: &str,
    names: &[String],
) -> Result<Vec<String>, Stop> {
    let catalogue = &project.catalogue;
    let find = |name: &String| {
        let is_named = |form: &&Form| form.is_called(name);
        let form = catalogue.forms.values().find(is_named).map(Form::id);
        // A form that could not be read is meant all the same: its faults are told.
        let mut faults = catalogue.faults.iter().map(|fault| &*fault.folder);
        let id = form.or_else(|| faults.find(|folder| folder == name));
        id.map(str::to_owned)
            .ok_or_else(|| Stop::Usage(context.words.no_such(flag, name, &catalogue.ids())))
    };
    names.iter().map(find).collect()
}

/// The one form that a flag names; none where it could not be read.
pub fn form(
    context: &Context,
    project: &Project,
    flag: &str,
    name: &str,
) -> Result<Option<FormId>, Stop> {
    let ids = forms(context, project, flag, &[name.to_owned()])?;
    let forms = &project.catalogue.forms;
    Ok(forms.find(|form| ids.iter().any(|id| id == form.id())))
}

/// The units of the named organisations.
pub fn units(context: &Context, project: &Project, names: &[String]) -> Result<Vec<UnitId>, Stop> {
    let units = &project.workspace.units;
    let find = |name: &String| {
        let paths = below(context, DATA, name);
        let unit = units.find(|unit| paths.contains(&unit.path));
        unit.ok_or_else(|| {
            let known = units.values().map(|unit| unit.path.as_str()).take(8);
            let known: Vec<&str> = known.collect();
            Stop::Usage(context.words.no_such("--org", name, &known))
        })
    };
    names.iter().map(find).collect()
}

/// The units that a call names and those below; all where it names none.
pub fn units_within(
    context: &Context,
    project: &Project,
    names: &[String],
) -> Result<Vec<UnitId>, Stop> {
    let named = units(context, project, names)?;
    let within = |unit: &UnitId| project.workspace.within(*unit);
    let within: BTreeSet<UnitId> = named.iter().flat_map(within).collect();
    Ok(match named.is_empty() {
        true => project.workspace.units.ids().collect(),
        false => within.into_iter().collect(),
    })
}

/// The members of the named files: a path, a file name or a name.
pub fn members(
    context: &Context,
    project: &Project,
    names: &[String],
) -> Result<Vec<(UnitId, MemberId)>, Stop> {
    let mut members = Vec::new();
    for name in names {
        let named = members_named(context, project, name);
        if named.is_empty() {
            let message = context.words.no_such("--member", name, &[]);
            return Err(Stop::Usage(message));
        }
        members.extend(named);
    }
    Ok(members)
}

/// All members that a path, a file name or a name can mean.
pub fn members_named(context: &Context, project: &Project, name: &str) -> Vec<(UnitId, MemberId)> {
    let paths = below(context, DATA, name);
    let is_named = |file: &File<Member>| {
        let bare = [file.path.file_name(), file.path.file_stem()];
        let own = file.record.as_ref().and_then(|member| member.name.as_ref());
        let is_own = |own: &Value<PersonName>| {
            own.text == name || own.get().is_some_and(|own| own.as_str() == name)
        };
        bare.contains(&Some(name.as_ref()))
            || own.is_some_and(is_own)
            || paths.contains(&data_path(&file.path))
    };
    let mut members = Vec::new();
    for unit in project.workspace.units.ids() {
        let held = project.source().held(unit).into_iter().flat_map(ById::iter);
        let named = held.filter(|(_, held)| is_named(&held.file));
        members.extend(named.map(|(id, _)| (unit, id)));
    }
    members
}

/// What a path that a call names may be below a folder of the workspace: it may be
/// written from here, from the workspace, or from that folder.
pub fn below(context: &Context, folder: &str, given: &str) -> Vec<String> {
    let here = std::env::current_dir().unwrap_or_default();
    let root = here.join(&context.root);
    let folder = root.join(folder);
    let candidates = [here.join(given), root.join(given), folder.join(given)];
    let folder = cleaned(&folder);
    let candidates = candidates.iter().map(|path| cleaned(path));
    candidates
        .filter_map(|path| Some(with_slashes(path.strip_prefix(&folder).ok()?)))
        .collect()
}

/// The path of a file of the workspace as it is written below `data/`.
pub fn data_path(path: &Path) -> String {
    with_slashes(path.strip_prefix(DATA).unwrap_or(path))
}

fn with_slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// A path without `.` and `..`, as it is written.
fn cleaned(path: &Path) -> PathBuf {
    let mut cleaned = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(cleaned.pop()),
            part => cleaned.push(part),
        }
    }
    cleaned
}

/// Whether a path that a call names is there.
pub fn exists(context: &Context, given: &str) -> bool {
    let folders = [Path::new(""), &context.root, &context.root.join(DATA)];
    let mut own = ["", DATA].into_iter().flat_map(|folder| {
        let paths = below(context, folder, given).into_iter();
        paths.map(move |path| Path::new(folder).join(path))
    });
    let is_there = || folders.iter().any(|folder| folder.join(given).exists());
    own.any(|path| context.files.exists(&path)) || context.files.is_work_tree() && is_there()
}

/// Whether a diagnostic's file is one of the named files or below one of the
/// named folders.
pub fn is_within(context: &Context, path: &Path, names: &[String]) -> bool {
    let path = data_path(path);
    let mut given = names.iter().flat_map(|name| below(context, DATA, name));
    given.any(|given| Path::new(&path).starts_with(given))
}
