//! `paicha layouts list`.

use std::io;

use crate::check::Diagnostic;
use crate::cli::Context;
use crate::cli::status::Status;
use crate::forms::{Form, FormFault};
use crate::model::code::Code as _;
use crate::report::table::listed;

/// Lists all forms; those that cannot be read as findings.
pub fn run(context: &Context) -> io::Result<Status> {
    let project = context.open()?;
    let words = context.words;
    let row = |form: &Form| {
        let declaration = &form.declaration;
        let folder = std::path::Path::new("layouts").join(&form.folder);
        let place = match context.root.join(&folder).is_dir() {
            true => folder.display().to_string(),
            false => words.built_in.to_owned(),
        };
        vec![
            form.id().to_owned(),
            declaration.title.clone(),
            declaration.scope.word().to_owned(),
            declaration.paper.word().to_owned(),
            place,
        ]
    };
    let head = [
        words.layouts_id,
        words.layouts_title,
        words.layouts_scope,
        words.layouts_paper,
        words.layouts_folder,
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows = std::iter::once(head).chain(project.catalogue.forms.iter().map(row));
    context
        .terminal
        .result(&listed(&rows.collect::<Vec<_>>()))?;
    let faults = project.catalogue.faults.iter().map(FormFault::diagnostic);
    let faults: Vec<Diagnostic> = faults.collect();
    context.report(&faults.iter().collect::<Vec<_>>());
    Ok(match faults.iter().any(Diagnostic::is_error) {
        true => Status::Data,
        false => Status::Done,
    })
}
