//! What the workspace would be with a file that is to be made: a file that would make it
//! wrong is not written.

use std::path::Path;

use crate::Project;
use crate::check::Finding;
use crate::cli::Context;
use crate::cli::exit::{Status, Stop};
use crate::load::{PathFault, PathFaultKind, walk};
use crate::model::handle::UnitId;
use crate::report::visible::shown;

/// Makes a file of the data, by its path in the workspace, if everything else stays right
/// with it; above it stands `unit`, if any. What the new file itself lacks is told by
/// `check` where it is to be filled in.
pub fn made(
    context: &Context,
    project: &Project,
    unit: Option<UnitId>,
    path: &Path,
    text: &str,
) -> Result<Status, Stop> {
    let laid_over = [(path.to_owned(), text.to_owned())].into();
    let faults = walk(&context.files.under(laid_over)).faults;
    let known = &project.workspace.faults;
    if let Some(fault) = faults.into_iter().find(|fault| !known.contains(fault)) {
        let why = why(context, project, unit, path, fault);
        return Err(Stop::Usage(context.words.not_fitting(&shown(path), &why)));
    }
    super::made(context, &context.root.join(path), text)
}

/// Why the file has no place there, and the way out.
fn why(
    context: &Context,
    project: &Project,
    unit: Option<UnitId>,
    path: &Path,
    fault: PathFault,
) -> String {
    let units = &project.workspace.units;
    match (fault.kind, unit) {
        (PathFaultKind::BelowMembers, Some(unit)) if fault.path == path => {
            context.words.is_of_members(&units[unit].path)
        }
        (PathFaultKind::BelowMembers, Some(unit)) => {
            let below = project.workspace.within(unit).into_iter();
            let lowest = below.filter(|unit| units[*unit].takes_members());
            let paths = lowest.map(|unit| units[unit].path.as_str());
            let paths: Vec<&str> = paths.collect();
            let unit = &units[unit].path;
            context.words.has_units_below(unit, &paths)
        }
        (kind, _) => {
            let finding = Finding::from(kind);
            let place = shown(&fault.path);
            let message = context.lang.message(&finding);
            let help = context.lang.help(&finding).unwrap_or_default();
            context.words.would_be_wrong(&place, &message, &help)
        }
    }
}
