//! `paicha export`: registers, summaries and rosters as sheets.

mod arguments;
mod paths;

pub use arguments::{about, forms, options};

use std::path::PathBuf;

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, check, scope};
use crate::Project;
use crate::check::Diagnostic;
use crate::export::{Grid, PROFILES, Profile, Unwritable, Written, has_sheets, of_form};
use crate::forms::outputs::{is_branch, is_of_unit};
use crate::forms::{Choice, Form, FormFault, LayoutFiles};
use crate::load::failed_at;
use crate::model::handle::{FormId, UnitId};
use crate::publish::{Hold, OUT, PATIENCE, Sheet, sheets};
use crate::report::visible::shown;

/// What a call names.
enum Named {
    Form(FormId, Option<String>),
    Profile(&'static Profile),
}

/// A file of sheets, with what it is of.
struct Made {
    named: String,
    /// Its path below `out/`.
    path: String,
    units: Vec<UnitId>,
    grids: Vec<Grid>,
}

/// Writes the sheets that the call names.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let lang = context.lang;
    let written = match (scope::value(matches, "format"), matches.get_flag("plain")) {
        ("csv", false) => Written::Csv,
        ("csv", true) => Written::PlainCsv,
        _ => Written::Xlsx,
    };
    let forms = scope::values(matches, "form");
    let layouts = LayoutFiles::of(&context.files);
    let project = context.open_with(layouts, Choice::OfRound(&forms));
    let units = scope::units_within(context, &project, &scope::values(matches, "org"))?;
    let output = matches.get_one::<PathBuf>("output");
    let mut made = Vec::new();
    for name in forms {
        let named = named(context, &project, &name)?;
        let errors = errors(&project, &named, &units);
        if !errors.is_empty() {
            context.report(&errors);
            context
                .terminal
                .message(&context.words.counts(errors.len(), 0, 0));
            return Ok(Status::Data);
        }
        let is_one = output.is_some();
        match made_of(&project, &named, &units, (is_one, written)) {
            Err(fault) => {
                context.report(&[&fault.diagnostic()]);
                context.terminal.message(&context.words.counts(1, 0, 0));
                return Ok(Status::Data);
            }
            Ok(Some(sheets)) => made.extend(sheets),
            Ok(None) => {
                let text = lang.pick(
                    "“{}”做不成表格：只有登记表、汇总表和花名册可以",
                    "“{}” is no table",
                );
                return Err(Stop::Usage(context.words.error(&text.replace("{}", &name))));
            }
        }
    }
    let files = match output {
        Some(output) => one(context, &made, written, output)?,
        None => all(context, &project, made, written)?,
    };
    let text = lang.pick(
        format!("写好 {files} 个表格"),
        format!("sheets written: {files}"),
    );
    context.terminal.message(&text);
    Ok(Status::Done)
}

fn named(context: &Context, project: &Project, name: &str) -> Result<Named, Stop> {
    if let Some(profile) = PROFILES.iter().find(|profile| profile.name == name) {
        return Ok(Named::Profile(profile));
    }
    let of_table = project.catalogue.forms.iter().find_map(|(id, form)| {
        let table = form.tables.iter().find(|table| table.is_called(name))?;
        Some(Named::Form(id, Some(table.id().to_owned())))
    });
    if let Some(of_table) = of_table {
        return Ok(of_table);
    }
    let form = scope::form(context, project, context.words.form, name)?;
    let unknown = || Stop::Usage(context.words.no_such(context.words.form, name, &[]));
    let form = form.ok_or_else(unknown)?;
    Ok(Named::Form(form, None))
}

/// The errors that spoil what is named: of a roster, all of its members.
fn errors<'a>(project: &'a Project, named: &Named, units: &[UnitId]) -> Vec<&'a Diagnostic> {
    match named {
        Named::Form(form, _) => check::spoiling(project, &[*form], units),
        Named::Profile(_) => {
            let is_about = |error: &&Diagnostic| {
                let unit = error.affected.unit;
                unit.is_none_or(|unit| units.contains(&unit))
            };
            let found = project.diagnostics.iter();
            check::errors(found.filter(is_about))
        }
    }
}

/// The sheets of what is named; none where it has none. A roster in one file has all
/// branches.
fn made_of(
    project: &Project,
    named: &Named,
    units: &[UnitId],
    (is_one, written): (bool, Written),
) -> Result<Option<Vec<Made>>, FormFault> {
    let source = project.source();
    let path_of = |unit: UnitId| project.workspace.units[unit].path.as_str();
    match named {
        Named::Form(id, table) => {
            let form: &Form = &project.catalogue.forms[*id];
            if !has_sheets(form) {
                return Ok(None);
            }
            let is_of = |unit: &&UnitId| is_of_unit(&project.workspace.units[**unit], form);
            let is_meant = |piece: &&Form| table.as_ref().is_none_or(|id| id == piece.id());
            let pieces: Vec<&Form> = form.pieces().iter().filter(is_meant).collect();
            // All tables of a form stand in one workbook.
            let is_whole = table.is_none() && written.holds_several();
            let groups: Vec<&[&Form]> = match is_whole {
                true => vec![&pieces],
                false => pieces.chunks(1).collect(),
            };
            let mut made = Vec::new();
            for unit in units.iter().filter(is_of) {
                for pieces in &groups {
                    let alone = pieces
                        .first()
                        .filter(|_| !is_whole && !form.tables.is_empty());
                    let path =
                        paths::of_form(form, alone.copied(), path_of(*unit), written.ending())?;
                    let grids = pieces
                        .iter()
                        .map(|piece| of_form(source, (form, piece), *unit));
                    let Some(grids) = grids.collect() else {
                        return Ok(None);
                    };
                    made.push(Made {
                        named: form.id().to_owned(),
                        path,
                        units: vec![*unit],
                        grids,
                    });
                }
            }
            Ok(Some(made))
        }
        Named::Profile(profile) => {
            let is_branch = |unit: &UnitId| is_branch(&project.workspace.units[*unit]);
            let branches: Vec<UnitId> = units.iter().copied().filter(is_branch).collect();
            let groups: Vec<Vec<UnitId>> = match is_one {
                true => vec![branches],
                false => branches.into_iter().map(|branch| vec![branch]).collect(),
            };
            let made = groups.into_iter().map(|units| {
                let unit = units.first().map_or("", |unit| path_of(*unit));
                Some(Made {
                    named: profile.name.to_owned(),
                    path: format!("{unit}/{}.{}", profile.name, written.ending()),
                    grids: vec![profile.grid(source, &units)?],
                    units,
                })
            });
            Ok(made.collect())
        }
    }
}

/// The bytes of a file; what no workbook can hold is the data's fault.
fn bytes(context: &Context, written: Written, grids: &[Grid]) -> Result<Vec<u8>, Stop> {
    let words = context.words;
    written.bytes(grids).map_err(|unwritable| match unwritable {
        Unwritable::Refused(error) => Stop::Machine(error),
        Unwritable::TooLong { row, column } => Stop::Data(words.error(&match column {
            Some(column) => words.cell_too_long(&row, &column),
            None => words.line_too_long(&row),
        })),
    })
}

/// Writes the one sheet of a call to a file of its own.
fn one(
    context: &Context,
    made: &[Made],
    written: Written,
    output: &PathBuf,
) -> Result<usize, Stop> {
    let [sheet] = made else {
        let text = context.lang.pick(
            format!(
                "-o 只能写一个表格，这里有 {} 个；用 --org 写一个组织，只写一张表",
                made.len()
            ),
            format!(
                "-o takes one sheet, and there are {}: name one form and one --org",
                made.len()
            ),
        );
        return Err(Stop::Usage(context.words.error(&text)));
    };
    let bytes = bytes(context, written, &sheet.grids)?;
    // A folder is refused by the system, a file that is there is replaced whole.
    let folder = output
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(std::path::Path::new("."));
    let file = tempfile::NamedTempFile::new_in(folder).map_err(failed_at(output))?;
    std::fs::write(file.path(), bytes).map_err(failed_at(output))?;
    file.persist(output)
        .map_err(|error| failed_at(output)(error.error))?;
    Ok(1)
}

/// Writes all sheets into `out/`.
fn all(
    context: &Context,
    project: &Project,
    made: Vec<Made>,
    written: Written,
) -> Result<usize, Stop> {
    if let Some(path) = paths::twice(made.iter().map(|sheet| sheet.path.as_str())) {
        let text = context
            .words
            .sheet_twice(&shown(std::path::Path::new(path)));
        return Err(Stop::Usage(context.words.error(&text)));
    }
    let out = context.root.join(OUT);
    let _hold = Hold::of(&out, PATIENCE)?;
    let units = &project.workspace.units;
    let mut all = Vec::new();
    for sheet in made {
        let Some(unit) = sheet.units.first() else {
            continue;
        };
        let files = units[*unit].member_paths.values().map(|path| shown(path));
        let organisation = shown(&units[*unit].organisation.path);
        all.push(Sheet {
            path: sheet.path,
            form: sheet.named,
            inputs: std::iter::once(organisation).chain(files).collect(),
            bytes: bytes(context, written, &sheet.grids)?,
        });
    }
    let count = all.len();
    sheets(&out, all)?;
    Ok(count)
}
