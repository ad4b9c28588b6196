//! Which revision of the data pages tell.

use super::Context;
use super::exit::Stop;
use crate::load::{Revision, Workspace};
use crate::model::value::Given as _;
use crate::report::visible::shown;

/// The revision that the data is of, where the round has pages tell it.
///
/// # Errors
/// Where it does, and there is none: no page is made that would be silent about it.
pub fn told(context: &Context, workspace: &Workspace) -> Result<Option<Revision>, Stop> {
    let file = workspace.round.as_ref();
    let round = file.and_then(|file| file.record.as_ref());
    let Some(file) =
        file.filter(|_| round.is_some_and(|it| it.tells_revision.given() == Some(&true)))
    else {
        return Ok(None);
    };
    let words = context.words;
    let revision = workspace.files.revision();
    let revision = revision.map_err(|fault| {
        let fault = words.git_fault(&fault);
        Stop::Usage(words.no_revision_to_tell(&shown(&file.path), &fault))
    });
    revision.map(Some)
}
