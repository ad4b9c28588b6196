//! `paicha layouts preview`.

use std::io;
use std::path::PathBuf;

use clap::ArgMatches;

use super::maker;
use crate::Project;
use crate::check::Diagnostic;
use crate::cli::status::Status;
use crate::cli::{Context, scope};
use crate::forms::sample;
use crate::publish::{Output, Plan, Selection};
use crate::typeset::png;

/// Dots an inch of a preview.
const DPI: f32 = 110.0;

/// Draws a form with sample members, and blank, as pictures in this folder.
pub fn run(context: &Context, matches: &ArgMatches) -> io::Result<Status> {
    let own = context.open()?;
    if let Err(message) = scope::one_form(context, &own, matches) {
        context.terminal.message(&message);
        return Ok(Status::Usage);
    }
    let folder = tempfile::tempdir()?;
    sample::write(folder.path())?;
    let mut project = Project::with_layouts(folder.path(), own.layouts);
    let assets = context.assets(&mut project);
    let id = match scope::one_form(context, &project, matches) {
        Ok(index) => project.catalogue.forms[index].id().to_owned(),
        Err(_) => return Ok(Status::Data),
    };
    let maker = maker(&project, &assets);
    let blank = outputs(&project, &id, true).into_iter().next();
    let mut made = Vec::new();
    for (output, kind) in fullest(&project, &id)
        .into_iter()
        .zip([""])
        .chain(blank.into_iter().zip(["-空白"]))
    {
        match maker.make(&output, 1)? {
            Ok(form) => made.push((form.bytes, kind)),
            Err(found) => {
                context.report(&found.iter().collect::<Vec<&Diagnostic>>());
                return Ok(Status::Data);
            }
        }
    }
    let mut files = Vec::new();
    for (bytes, kind) in made {
        for (page, picture) in png(bytes, DPI)?.into_iter().enumerate() {
            let file = PathBuf::from(format!("{id}{kind}-{}.png", page + 1));
            std::fs::write(&file, picture)?;
            files.push(file.display().to_string());
        }
    }
    let files: String = files.iter().map(|file| format!("{file}\n")).collect();
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
fn fullest(project: &Project, id: &str) -> Option<Output> {
    let source = project.source();
    let text = |output: &Output| {
        let form = &project.catalogue.forms[output.form];
        let view = crate::forms::View::of(source, form, output.unit?, output.member)?;
        Some(
            view.cells
                .values()
                .filter(|text| *text != "0")
                .map(String::len)
                .sum::<usize>(),
        )
    };
    outputs(project, id, false)
        .into_iter()
        .max_by_key(|output| text(output))
}
