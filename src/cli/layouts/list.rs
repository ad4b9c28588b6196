//! `paicha layouts list`.

use crate::check::Diagnostic;
use crate::cli::Context;
use crate::cli::exit::{Status, Stop};
use crate::forms::FormFault;
use crate::model::code::Code as _;
use crate::report::table::listed;

/// Lists all forms; those that cannot be read as findings.
pub fn run(context: &Context) -> Result<Status, Stop> {
    let project = context.open_all();
    let words = context.words;
    let head = [
        words.layouts_id,
        words.layouts_title,
        words.layouts_scope,
        words.layouts_paper,
        words.layouts_folder,
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for form in project.catalogue.forms.values() {
        let declaration = &form.declaration;
        let folder = std::path::Path::new("layouts").join(&form.folder);
        let place = match context.root.join(&folder).is_dir() {
            true => folder.display().to_string(),
            false => words.built_in.to_owned(),
        };
        rows.push(vec![
            form.id().to_owned(),
            declaration.title.clone(),
            declaration.scope_shown().word().to_owned(),
            declaration.paper.word().to_owned(),
            place,
        ]);
    }
    context.terminal.result(&listed(&rows))?;
    let faults = project.catalogue.faults.iter().map(FormFault::diagnostic);
    let faults: Vec<Diagnostic> = faults.collect();
    context.report(&faults.iter().collect::<Vec<_>>());
    Ok(Status::of_data(!faults.iter().any(Diagnostic::is_error)))
}
