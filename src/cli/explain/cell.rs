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
    let (id, table) = table(context, &project, form)?;
    let units = units(context, &project, matches)?;
    known(context, &project, (table, row, column))?;
    let maker = Maker::of(&project, &assets);
    let behind: Vec<Behind<'_>> = units
        .iter()
        .filter_map(|unit| {
            let cell = Cell {
                form: id,
                table,
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

/// The table of a name: the form that it is of, and its id.
fn table<'a>(
    context: &Context,
    project: &'a Project,
    name: &str,
) -> Result<(FormId, &'a str), Stop> {
    let source = project.source();
    let tables = || {
        let forms = project.catalogue.forms.iter();
        let pieces = forms.flat_map(|(id, form)| form.pieces().iter().map(move |it| (id, it)));
        pieces.filter(|(_, form)| {
            let table = source.table(form.id());
            table.is_some_and(|table| !table.is_document)
        })
    };
    if let Some((id, form)) = tables().find(|(_, form)| form.is_called(name)) {
        return Ok((id, form.id()));
    }
    // A form that could not be read, or is no table, is told as such.
    scope::form(context, project, "--cell", name)?;
    let known: Vec<&str> = tables().map(|(_, form)| form.id()).collect();
    Err(Stop::Usage(context.words.no_such("--cell", name, &known)))
}

/// Whether the table has the row and the column; what is most like it, where not.
fn known(
    context: &Context,
    project: &Project,
    (id, row, column): (&str, &str, &str),
) -> Result<(), Stop> {
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
