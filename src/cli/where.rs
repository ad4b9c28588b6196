//! `paicha where`.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::exit::{Status, Stop};
use super::{Context, scope};
use crate::Project;
use crate::forms::cells::item;
use crate::load::DATA;
use crate::model::nearest::nearest;
use crate::model::route;
use crate::publish::{Maker, OUT, Output, Plan, Selection, tree};
use crate::report::provenance::{self, Sources};
use crate::report::visible::shown;

/// Lists the pages that print a value of a file, or the places that the values of
/// a form come from.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let mut project = context.open();
    let assets = context.assets(&mut project);
    let outputs = Plan::of(&project, &Selection::default()).wanted;
    let maker = Maker::of(&project, &assets);
    let given = scope::value(matches, "target");
    let answer = match given.ends_with(".pdf") {
        true => sources(context, &maker, &outputs, given, matches)?,
        false => pages(context, &project, &maker, &outputs, given)?,
    };
    context.terminal.result(&answer)?;
    Ok(Status::Done)
}

/// The pages that print what stands in `FILE`, or under a key: `FILE:KEY`.
fn pages(
    context: &Context,
    project: &Project,
    maker: &Maker<'_>,
    outputs: &[Output],
    given: &str,
) -> Result<String, Stop> {
    let words = context.words;
    let ends = [".yaml:", ".yml:"];
    let mut ends = ends
        .iter()
        .filter_map(|end| Some(given.find(end)? + end.len() - 1));
    let (file, key) = ends.next().map_or((given, ""), |at| given.split_at(at));
    let key = key.strip_prefix(':').filter(|key| !key.is_empty());
    let path = data_file(context, project, file)?;
    let tree = tree(&context.files, &path);
    let tree = tree.ok_or_else(|| Stop::Usage(words.no_such(words.file, file, &[])))?;
    if let Some(key) = key
        && route::follow(&tree, key).is_empty()
    {
        return Err(no_such(context, words.key, key, &route::all(&tree)));
    }
    let mut printed = Vec::new();
    for output in outputs {
        printed.extend(maker.cells_of(output, &path, key, &tree)?);
    }
    if !printed.is_empty() {
        return Ok(provenance::printed(&printed, context.lang));
    }
    let decided = key.map_or_else(Vec::new, |key| maker.decided(outputs, &path, key));
    if decided.is_empty() {
        return Ok(words.printed_nowhere.to_owned());
    }
    let paths = decided
        .iter()
        .map(|output| shown(Path::new(&format!("{OUT}/{}", output.path))) + "\n");
    Ok(words.decides.to_owned() + &paths.collect::<String>())
}

/// A key or a cell that is not there; the one most like it.
fn no_such(context: &Context, what: &str, name: &str, known: &[String]) -> Stop {
    let near = nearest(name, known.iter().map(String::as_str));
    Stop::Usage(context.words.no_such(what, name, near.as_slice()))
}

/// The file of the data that a call names: by its path, or by its name where only
/// one file has it.
fn data_file(context: &Context, project: &Project, name: &str) -> Result<PathBuf, Stop> {
    let workspace = &project.workspace;
    let of_units = workspace.units.values().flat_map(|unit| {
        let members = unit.member_paths.values();
        let figures = unit.figures.iter().map(|file| &file.path);
        std::iter::once(&unit.organisation.path)
            .chain(members)
            .chain(figures)
    });
    let round = workspace.round.iter().map(|file| &file.path);
    let paths: Vec<&PathBuf> = round.chain(of_units).collect();
    let below = scope::below(context, DATA, name);
    let is_exact = |path: &&&PathBuf| below.contains(&scope::data_path(path));
    if let Some(path) = paths.iter().find(is_exact) {
        return Ok((*path).clone());
    }
    let named: Vec<&&PathBuf> = paths.iter().filter(|path| path.ends_with(name)).collect();
    if let [path] = named[..] {
        return Ok((*path).clone());
    }
    let known: Vec<_> = named.iter().map(|path| path.to_string_lossy()).collect();
    let known: Vec<&str> = known.iter().map(|path| &**path).collect();
    let words = context.words;
    Err(Stop::Usage(words.no_such(words.file, name, &known)))
}

/// The places that the values of a form come from, or that of one of its cells.
fn sources(
    context: &Context,
    maker: &Maker<'_>,
    outputs: &[Output],
    given: &str,
    matches: &ArgMatches,
) -> Result<String, Stop> {
    let words = context.words;
    let below = scope::below(context, OUT, given);
    let is_named =
        |output: &&Output| below.contains(&output.path) || Path::new(&output.path).ends_with(given);
    let named: Vec<&Output> = outputs.iter().filter(is_named).collect();
    let [output] = named[..] else {
        let known: Vec<&str> = named.iter().map(|output| output.path.as_str()).collect();
        return Err(Stop::Usage(words.no_such(words.file, given, &known)));
    };
    let view = maker.view(output);
    let view = view.ok_or_else(|| Stop::Usage(words.not_made(&output.path)))?;
    let mut cells: Vec<String> = view.cells.into_keys().collect();
    if view.has_photo {
        cells.push("照片".to_owned());
    }
    if let Some(cell) = matches.get_one::<String>("cell") {
        if !cells.contains(cell) {
            return Err(no_such(context, "--cell", cell, &cells));
        }
        cells = vec![cell.clone()];
    }
    // Rows by their number.
    cells.sort_by(|a, b| order(a).cmp(&order(b)));
    let places = cells.into_iter().map(|cell| {
        let places = maker.places(output, &cell);
        let words = maker.words(output, &cell).filter(|_| places.is_empty());
        Sources {
            cell,
            places,
            words,
        }
    });
    let places: Vec<_> = places.collect();
    Ok(provenance::places(&context.files, &places, context.lang))
}

/// Cells of lists behind the others, by their list and number.
fn order(cell: &str) -> (&str, usize, &str) {
    item(cell).unwrap_or(("", 0, cell))
}
