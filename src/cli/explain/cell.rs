//! `paicha explain --cell`: who is behind a figure.

use clap::ArgMatches;

use crate::Project;
use crate::cli::exit::{Status, Stop};
use crate::cli::{Context, check, scope};
use crate::model::handle::{FormId, UnitId};
use crate::model::nearest::nearest;
use crate::publish::Maker;
use crate::report::behind::{Behind, Cell, names, rows};
use crate::report::machine;

/// Tells it, for the organisations named, or those at the top. Errors in what the table
/// counts are told, too.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let given = scope::values(matches, "cell");
    let [form, row, column] = &given[..] else {
        return Ok(Status::Usage);
    };
    let mut project = context.open();
    let assets = context.assets(&mut project);
    let id = table(context, &project, form)?;
    let units = units(context, &project, matches)?;
    known(context, &project, (id, row, column))?;
    let maker = Maker::of(&project, &assets);
    let behind: Vec<Behind<'_>> = units
        .iter()
        .filter_map(|unit| {
            let cell = Cell {
                form: id,
                row,
                column,
                unit: *unit,
            };
            Behind::of(&maker, cell)
        })
        .collect();
    context.report(&check::spoiling(&project, &[id], &units));
    match scope::value(matches, "format") {
        "json" => {
            let json: Vec<_> = behind.iter().map(Behind::json).collect();
            context.terminal.data(&machine::json(&json))?;
        }
        _ => {
            let texts: Vec<String> = behind.iter().map(|it| it.text(context.lang)).collect();
            context.terminal.result(&texts.join("\n"))?;
        }
    }
    Ok(Status::Done)
}

/// The organisations that a call names; without any, those that stand below no other.
fn units(context: &Context, project: &Project, matches: &ArgMatches) -> Result<Vec<UnitId>, Stop> {
    let units = &project.workspace.units;
    let named = scope::units(context, project, &scope::values(matches, "org"))?;
    Ok(match named.is_empty() {
        true => units
            .iter()
            .filter(|(_, unit)| unit.parent.is_none())
            .map(|(id, _)| id)
            .collect(),
        false => named,
    })
}

/// The table of a name.
fn table(context: &Context, project: &Project, name: &str) -> Result<FormId, Stop> {
    let form = scope::form(context, project, "--cell", name)?;
    let forms = &project.catalogue.forms;
    let source = project.source();
    let tables = || {
        let ids = forms.values().map(|form| form.id());
        ids.filter(|id| source.table(id).is_some_and(|table| !table.is_document))
    };
    let is_table = |form: &FormId| tables().any(|id| id == forms[*form].id());
    form.filter(is_table).ok_or_else(|| {
        let known: Vec<&str> = tables().collect();
        Stop::Usage(context.words.no_such("--cell", name, &known))
    })
}

/// Whether the table has the row and the column; what is most like it, where not.
fn known(
    context: &Context,
    project: &Project,
    (form, row, column): (FormId, &str, &str),
) -> Result<(), Stop> {
    let id = project.catalogue.forms[form].id();
    let Some(table) = project.source().table(id) else {
        return Ok(());
    };
    let unknown = |name: &str, all: &[String]| {
        let near = nearest(name, all.iter().map(String::as_str));
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let known = near.as_ref().map_or(&all[..], std::slice::from_ref);
        Err(Stop::Usage(context.words.no_such("--cell", name, known)))
    };
    let rows = rows(table);
    if !rows.iter().any(|known| known == row) {
        return unknown(row, &rows);
    }
    let columns: Vec<String> = names(table, row).collect();
    match columns.iter().any(|known| known == column) {
        true => Ok(()),
        false => unknown(column, &columns),
    }
}
