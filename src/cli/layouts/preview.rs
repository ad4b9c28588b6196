//! `paicha layouts preview`.

use std::path::Path;

use clap::ArgMatches;

use crate::Project;
use crate::check::Diagnostic;
use crate::cli::exit::{Status, Stop};
use crate::cli::{Context, scope};
use crate::forms::{Form, View, sample};
use crate::load::{Workspace, failed_at};
use crate::publish::{Maker, Output, Plan, Selection};
use crate::typeset::png;

/// Dots an inch of a preview.
const DPI: f32 = 110.0;

/// Draws a form with sample members, and blank, as pictures in this folder.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let own = context.open();
    scope::form(context, &own, matches)?;
    let folder = tempfile::tempdir().map_err(failed_at(&std::env::temp_dir()))?;
    sample::write(folder.path()).map_err(failed_at(folder.path()))?;
    let mut project = Project::with_layouts(Workspace::load(folder.path()), own.layouts);
    let assets = context.assets(&mut project);
    let Ok(form) = scope::form(context, &project, matches) else {
        return Ok(Status::Data);
    };
    let form = &project.catalogue.forms[form];
    let id = form.id();
    let maker = Maker::of(&project, &assets);
    let filled = fullest(&project, form).map(|output| (output, ""));
    let blank = outputs(&project, id, true).into_iter().next();
    let mut made = Vec::new();
    for (output, kind) in filled
        .into_iter()
        .chain(blank.map(|output| (output, "-空白")))
    {
        match maker.make(&output, 1)? {
            Ok(form) => made.push((form.bytes, kind)),
            Err(found) => {
                context.report(&found.iter().collect::<Vec<&Diagnostic>>());
                return Ok(Status::Data);
            }
        }
    }
    let mut files = String::new();
    for (bytes, kind) in made {
        for (page, picture) in png(bytes, DPI)?.into_iter().enumerate() {
            let file = format!("{id}{kind}-{}.png", page + 1);
            std::fs::write(&file, picture).map_err(failed_at(Path::new(&file)))?;
            files += &format!("{file}\n");
        }
    }
    context.terminal.result(&files)?;
    Ok(Status::Done)
}

fn outputs(project: &Project, id: &str, blank: bool) -> Vec<Output> {
    let selection = Selection {
        forms: vec![id.to_owned()],
        blank,
        ..Selection::default()
    };
    Plan::of(project, &selection).wanted
}

/// The output of the sample with the most text in its cells.
fn fullest(project: &Project, form: &Form) -> Option<Output> {
    let length = |output: &Output| {
        let view = View::of(project.source(), form, output.unit?, output.member)?;
        let texts = view.cells.values().filter(|text| *text != "0");
        Some(texts.map(String::len).sum::<usize>())
    };
    let outputs = outputs(project, form.id(), false);
    outputs.into_iter().max_by_key(length)
}
