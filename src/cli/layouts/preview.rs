//! `paicha layouts preview`.

use std::path::Path;

use clap::ArgMatches;

use crate::Project;
use crate::check::Diagnostic;
use crate::cli::exit::{Status, Stop};
use crate::cli::{Context, scope};
use crate::forms::{Catalogue, Choice, Form, FormFault, View, sample};
use crate::load::{Files, Workspace, failed_at};
use crate::publish::{Maker, Output, Plan, Selection};
use crate::typeset::png;

/// Dots an inch of a preview.
const DPI: f32 = 110.0;

/// Where no output is written, any path is right.
const ANYWHERE: &str = "{{ id }}/{{ org }}/页{{ member }}.pdf";

/// Draws a form with sample members, and blank, as pictures in this folder; one that is at
/// fault with what is wrong.
pub fn run(context: &Context, matches: &ArgMatches) -> Result<Status, Stop> {
    let own = context.open_all();
    let named = scope::values(matches, "form");
    let named = scope::forms(context, &own, context.words.form, &named)?;
    let folder = tempfile::tempdir().map_err(failed_at(&std::env::temp_dir()))?;
    sample::write(folder.path()).map_err(failed_at(folder.path()))?;
    let sample = Workspace::load(&Files::in_folder(folder.path()));
    let mut catalogue = Catalogue::with_drafts(&own.layouts);
    catalogue.choose(sample.round(), Choice::All);
    for form in catalogue.forms.ids() {
        catalogue.forms[form].declaration.output = ANYWHERE.to_owned();
    }
    let mut project = Project::with_catalogue(sample, own.layouts, catalogue);
    let assets = context.assets(&mut project);
    let is_named = |fault: &&FormFault| named.contains(&fault.folder);
    let faults = project.catalogue.faults.iter().filter(is_named);
    let mut found: Vec<Diagnostic> = faults.map(FormFault::diagnostic).collect();
    let forms = &project.catalogue.forms;
    let is_named = |form: &Form, name: &String| [form.id(), &form.folder].contains(&&**name);
    let form = forms.find(|form| named.iter().any(|name| is_named(form, name)));
    let Some((id, form)) = form.and_then(|form| Some((form, forms.get(form)?))) else {
        context.report(&found.iter().collect::<Vec<_>>());
        return Ok(Status::Data);
    };
    let (of_declaration, is_faulty) = (found.clone(), found.iter().any(Diagnostic::is_error));
    let maker = Maker {
        is_sample: true,
        ..Maker::of(&project, &assets)
    };
    let filled = fullest(&project, form).map(|output| (output, ""));
    let blank = outputs(&project, form.id(), true).into_iter().next();
    // An id that is at fault may be no name of a file.
    let name = if is_faulty { &form.folder } else { form.id() };
    let mut files = String::new();
    for (output, kind) in filled
        .into_iter()
        .chain(blank.map(|output| (output, "-空白")))
    {
        let (bytes, wrong) = maker.draft(&output)?;
        found.extend(wrong);
        let Some(bytes) = bytes else { continue };
        for (page, picture) in png(bytes, DPI)?.into_iter().enumerate() {
            let file = format!("{name}{kind}-{}.png", page + 1);
            std::fs::write(&file, picture).map_err(failed_at(Path::new(&file)))?;
            files += &format!("{file}\n");
        }
    }
    // What comes of a fault of the declaration would only repeat it.
    let found: Vec<&Diagnostic> = match is_faulty {
        true => of_declaration.iter().collect(),
        false => {
            found.extend(maker.proofread(id)?);
            crate::cli::check::distinct(&found)
        }
    };
    context.report(&found);
    context.terminal.result(&files)?;
    Ok(Status::of_data(!found.iter().any(|one| one.is_error())))
}

fn outputs(project: &Project, id: &str, blank: bool) -> Vec<Output> {
    let selection = Selection {
        forms: vec![id.to_owned()],
        blank,
        ..Selection::default()
    };
    let plan = Plan::of(project, &selection);
    // Documents are shown with the places that are yet to be filled in.
    plan.wanted.into_iter().chain(plan.unfilled).collect()
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
