//! `paicha fonts`.

use super::Context;
use super::exit::{Status, Stop};
use crate::check::Diagnostic;
use crate::report::fonts::fonts;

/// Lists the fonts of all roles and who needs another than the usual one.
pub fn run(context: &Context) -> Result<Status, Stop> {
    let mut project = context.open();
    let assets = context.assets(&mut project);
    let text = fonts(&project, assets.fonts(), context.lang);
    context.terminal.result(&text)?;
    let unusable = project.diagnostics.iter();
    let unusable: Vec<&Diagnostic> = unusable.filter(|one| super::is_of_font(one)).collect();
    context.report(&unusable);
    Ok(Status::Done)
}
