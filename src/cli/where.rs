//! `paicha where`.

use std::io;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::status::Status;
use super::{Context, scope};
use crate::Project;
use crate::forms::cells::item;
use crate::load::DATA;
use crate::model::nearest::nearest;
use crate::model::route;
use crate::publish::{Maker, OUT, Output, Plan, Selection, tree};
use crate::report::traced;

/// Lists the pages that print a value of a file, or the places that the values of
/// a form come from.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    let mut project = context.open()?;
    let assets = context.assets(&mut project);
    let outputs = Plan::of(&project, &Selection::default()).wanted;
    let maker = Maker::of(&project, &assets);
    let given = matches
        .get_one::<String>("target")
        .map_or("", String::as_str);
    let answer = match given.ends_with(".pdf") {
        true => sources(context, &maker, &outputs, given, matches),
        false => pages(context, &project, &maker, &outputs, given)?,
    };
    match answer {
        Ok(text) => {
            context.terminal.result(&text)?;
            Ok(Status::Done)
        }
        Err(message) => {
            context.terminal.message(&message);
            Ok(Status::Usage)
        }
    }
}

/// The pages that print what stands in `FILE`, or under a key: `FILE:KEY`.
fn pages(
    context: &Context,
    project: &Project,
    maker: &Maker<'_>,
    outputs: &[Output],
    given: &str,
) -> io::Result<Result<String, String>> {
    let (file, key) = match given.split_once(".yaml:") {
        Some((file, key)) => (
            format!("{file}.yaml"),
            Some(key).filter(|key| !key.is_empty()),
        ),
        None => (given.to_owned(), None),
    };
    let path = match data_file(context, project, &file) {
        Ok(path) => path,
        Err(message) => return Ok(Err(message)),
    };
    let Some(tree) = tree(&context.root.join(&path)) else {
        return Ok(Err(context.words.no_such(context.words.file, &file, &[])));
    };
    if let Some(key) = key
        && route::follow(&tree, key).is_empty()
    {
        let routes = route::all(&tree);
        let near = nearest(key, routes.iter().map(String::as_str));
        let near: Vec<&str> = near.into_iter().collect();
        return Ok(Err(context.words.no_such(context.words.key, key, &near)));
    }
    let mut printed = Vec::new();
    for output in outputs {
        printed.extend(maker.cells_of(output, &path, key, &tree)?);
    }
    if !printed.is_empty() {
        return Ok(Ok(traced::printed(&printed, context.lang)));
    }
    let decided = key.map_or_else(Vec::new, |key| maker.decided(outputs, &path, key));
    Ok(Ok(match decided.is_empty() {
        true => context.words.printed_nowhere.to_owned(),
        false => {
            let paths = decided
                .iter()
                .map(|output| format!("{OUT}/{}\n", output.path));
            context.words.decides.to_owned() + &paths.collect::<String>()
        }
    }))
}

/// The file of the data that a call names: by its path, or by its name where only
/// one file has it.
fn data_file(context: &Context, project: &Project, name: &str) -> Result<PathBuf, String> {
    let workspace = &project.workspace;
    let of_units = workspace.units.iter().flat_map(|unit| {
        let members = unit.members.iter().map(|file| &file.path);
        let figures = unit.figures.iter().map(|file| &file.path);
        std::iter::once(&unit.organisation.path)
            .chain(members)
            .chain(figures)
    });
    let round = workspace.round.iter().map(|file| &file.path);
    let paths: Vec<&PathBuf> = round.chain(of_units).collect();
    let below_data = scope::data_paths(context, name);
    let is_exact = |path: &&&PathBuf| {
        let path = path.strip_prefix(DATA).unwrap_or(path).to_string_lossy();
        below_data.iter().any(|given| *given == path)
    };
    if let Some(path) = paths.iter().find(is_exact) {
        return Ok((*path).clone());
    }
    let named: Vec<&&PathBuf> = paths.iter().filter(|path| path.ends_with(name)).collect();
    match named[..] {
        [path] => Ok((*path).clone()),
        _ => {
            let known: Vec<String> = named
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            Err(context.words.no_such(context.words.file, name, &known))
        }
    }
}

/// The places that the values of a form come from, or that of one of its cells.
fn sources(
    context: &Context,
    maker: &Maker<'_>,
    outputs: &[Output],
    given: &str,
    matches: &ArgMatches,
) -> Result<String, String> {
    let words = context.words;
    let below = below_out(context, given);
    let is_named = |output: &&Output| {
        let path = Path::new(&output.path);
        below.iter().any(|below| path == below) || path.ends_with(given)
    };
    let named: Vec<&Output> = outputs.iter().filter(is_named).collect();
    let output = match named[..] {
        [output] => output,
        _ => {
            let known: Vec<&str> = named.iter().map(|output| output.path.as_str()).collect();
            return Err(words.no_such(words.file, given, &known));
        }
    };
    let Some(view) = maker.view(output) else {
        return Err(words.not_made(&output.path));
    };
    let mut cells: Vec<String> = view.cells.keys().cloned().collect();
    if view.has_photo {
        cells.push("照片".to_owned());
    }
    if let Some(cell) = matches.get_one::<String>("cell") {
        if !cells.contains(cell) {
            let near = nearest(cell, cells.iter().map(String::as_str));
            let near: Vec<&str> = near.into_iter().collect();
            return Err(words.no_such("--cell", cell, &near));
        }
        cells = vec![cell.clone()];
    }
    // Rows by their number.
    cells.sort_by(|a, b| order(a).cmp(&order(b)));
    let places = cells.into_iter().map(|cell| {
        let places = maker.places(output, &cell);
        (cell, places)
    });
    Ok(traced::places(
        &context.root,
        &places.collect::<Vec<_>>(),
        context.lang,
    ))
}

/// Cells of lists behind the others, by their list and number.
fn order(cell: &str) -> (&str, usize, &str) {
    item(cell).unwrap_or(("", 0, cell))
}

/// How a path that a call names may read below `out/`.
fn below_out(context: &Context, given: &str) -> Vec<PathBuf> {
    let here = std::env::current_dir().unwrap_or_default();
    let out = scope::cleaned(&context.root.join(OUT));
    let candidates = [here.join(given), context.root.join(given), out.join(given)];
    let below = candidates.iter().map(|path| scope::cleaned(path));
    below
        .filter_map(|path| path.strip_prefix(&out).map(Path::to_owned).ok())
        .collect()
}
