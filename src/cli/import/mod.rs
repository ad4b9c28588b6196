//! `paicha import`: a roster from outside, taken in as members' files.

mod arguments;

pub use arguments::{about, file, options};

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::target::is_of_workspace;
use super::{Context, check, scope};
use crate::Project;
use crate::author::{Write, store};
use crate::intake::mapping::{FILE, Mapping};
use crate::intake::sheet::{self, Refusal};
use crate::intake::{Intake, Options, Take, is_branch};
use crate::load::below;
use crate::model::handle::{ById, UnitId};
use crate::publish::{Hold, OUT, PATIENCE};
use crate::report::intake as told;
use crate::report::visible::shown;

/// Shows what becomes of a sheet, asks, and writes.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let (terminal, lang) = (&context.terminal, context.lang);
    let file = matches.get_one::<PathBuf>("file").map(PathBuf::as_path);
    let file = file.unwrap_or(Path::new(""));
    if !file.exists() {
        let message = context.words.no_such(context.words.file, &shown(file), &[]);
        return Err(Stop::Usage(message));
    }
    let book = match sheet::read(file) {
        Ok(book) => book,
        Err(Refusal::Failed(error)) => return Err(Stop::Machine(io::Error::other(error))),
        Err(refusal) => {
            terminal.message(&told::refusal(&shown(file), &refusal, lang));
            return Ok(Status::Data);
        }
    };
    let is_dry = matches.get_flag("dry-run");
    let out = context.root.join(OUT);
    let holds = !is_dry && out.is_dir();
    let _hold = holds.then(|| Hold::of(&out, PATIENCE)).transpose()?;
    let project = context.open();
    let errors = check::errors(&project.diagnostics);
    let errors: Vec<_> = errors
        .into_iter()
        .filter(|error| error.affected.is_of_everything())
        .collect();
    if !errors.is_empty() {
        context.report(&errors);
        return Ok(Status::Data);
    }
    let unread = unread(&project);
    if !unread.is_empty() {
        terminal.message(&told::unread(&unread, lang));
        return Ok(Status::Data);
    }
    let branch = branch(context, &project, matches)?;
    let mapping = matches.get_one::<PathBuf>("mapping").cloned();
    let mapping_path = mapping.unwrap_or_else(|| context.root.join(FILE));
    if mapping_path.is_dir() {
        return Err(Stop::Usage(context.words.not_a_file(&shown(&mapping_path))));
    }
    if is_of_workspace(context, &mapping_path) {
        let path = shown(&mapping_path);
        return Err(Stop::Usage(context.words.of_workspace(&path)));
    }
    let take = matches
        .get_one::<String>("take")
        .map(|take| match take.as_str() {
            "sheet" => Take::Sheet,
            _ => Take::File,
        });
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let planned = Mapping::read(&mapping_path).and_then(|mapping| {
        let options = Options {
            file: &name,
            branch,
            take,
        };
        let intake = Intake::of(&project, &book, &mapping, options)?;
        Ok((mapping, intake))
    });
    let (mapping, intake) = match planned {
        Ok(planned) => planned,
        Err(fault) => {
            let path = shown(below(&context.root, &fault.path));
            terminal.message(&told::fault(&path, &fault, lang));
            return Ok(Status::Data);
        }
    };
    let name = shown(below(&context.root, &mapping_path));
    terminal.result(&told::text(&intake, &name, lang))?;
    if is_dry {
        terminal.message(told::dry(lang));
        return Ok(Status::of_data(intake.is_whole()));
    }
    if intake.sheets.iter().all(|sheet| !sheet.has_heads) {
        // Nothing was decided.
        return Ok(Status::Data);
    }
    let mut writes = Vec::new();
    writes.extend(mapping.with(&intake.decisions).map(|text| Write {
        path: mapping_path.clone(),
        before: mapping.text().map(str::to_owned),
        text,
    }));
    let is_agreed = matches.get_flag("yes") || agreed(context);
    if is_agreed {
        writes.extend(intake.writes.iter().cloned());
    }
    if let Some(changed) = store(&writes)? {
        let path = shown(below(&context.root, &changed));
        terminal.message(&told::changed_meanwhile(&path, lang));
        return Ok(Status::Data);
    }
    terminal.message(&match (is_agreed, intake.writes.len()) {
        (true, 0) => told::nothing_new(&name, lang),
        (true, files) => told::done(files, &name, lang),
        (false, _) => told::not_done(&name, lang),
    });
    Ok(Status::of_data(is_agreed && intake.is_whole()))
}

/// The branch that the call names.
fn branch(
    context: &Context,
    project: &Project,
    matches: &ArgMatches,
) -> Result<Option<UnitId>, Stop> {
    let units = scope::units(context, project, &scope::values(matches, "org"))?;
    let branch = units.first().copied();
    match branch.filter(|branch| !is_branch(project, *branch)) {
        None => Ok(branch),
        Some(unit) => {
            let path = &project.workspace.units[unit].path;
            Err(Stop::Usage(told::no_branch(path, context.lang)))
        }
    }
}

/// Files of members that cannot be read: who stands in them is not known, so he might be
/// taken in once more.
fn unread(project: &Project) -> Vec<String> {
    let held = project.workspace.units.ids();
    let held = held.flat_map(|unit| {
        project
            .source()
            .held(unit)
            .into_iter()
            .flat_map(ById::values)
    });
    let unread = held.filter(|held| held.file.record.is_none());
    unread.map(|held| shown(&held.file.path)).collect()
}

/// Asks, where there is somebody to answer.
fn agreed(context: &Context) -> bool {
    if !io::stdin().is_terminal() {
        return false;
    }
    context.terminal.message(told::ask(context.lang));
    let mut answer = String::new();
    let read = io::stdin().read_line(&mut answer);
    read.is_ok()
        && matches!(
            answer.trim().to_lowercase().as_str(),
            "y" | "yes" | "是" | "写"
        )
}
